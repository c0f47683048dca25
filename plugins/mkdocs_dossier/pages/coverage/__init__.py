"""The page of what the dossier still lacks."""
