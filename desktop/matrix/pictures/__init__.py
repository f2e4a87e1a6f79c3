"""What the pictures of the table show, as values: ratings, agreement of the articles, dates."""
