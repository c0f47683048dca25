"""The page of the data: every format in which the dossier can be taken away."""
