"""Writers: questions to the bytes of a file for another program, and what that file could not hold."""
