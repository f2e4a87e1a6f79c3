"""The question bank as values: what there is, what was searched for, what is like it, and a question being written."""
