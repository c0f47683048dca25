"""A family of MkDocs plugins that publish a curated dossier of press articles."""

__version__ = "0.1.0"
