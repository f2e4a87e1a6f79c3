"""Questions in from a file and out into one: what there is to look at before anything is written."""
