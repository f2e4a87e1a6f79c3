"""What stands behind a place, by the same families as the entities; `desktop.catalog.dossier` knows which is which."""
