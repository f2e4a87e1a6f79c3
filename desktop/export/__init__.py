"""What leaves the program as a file or through the clipboard: one plain table and a writer for each format. No Qt."""
