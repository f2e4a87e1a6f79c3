"""Questions in from a file and out into one: the dialogs, and what is done in the background meanwhile."""
