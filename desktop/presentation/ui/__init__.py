"""The windows of a talk and the editor of decks."""
