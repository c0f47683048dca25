"""The page of all corrections."""
