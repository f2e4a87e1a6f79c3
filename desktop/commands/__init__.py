"""The commands, a file a family; each says in `COMMANDS` what it offers, and imports what it needs when it is run."""
