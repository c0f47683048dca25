"""Facts of a dossier that cannot both be so."""
