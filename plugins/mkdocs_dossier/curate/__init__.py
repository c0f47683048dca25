"""Work on a dossier: files that are begun, moved or compared."""
