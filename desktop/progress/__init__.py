"""What the learner did: every answer, kept in a log that is the truth, and what follows from it."""
