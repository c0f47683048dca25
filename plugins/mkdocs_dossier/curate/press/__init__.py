"""A press article as it was scraped, made ready for a dossier."""
