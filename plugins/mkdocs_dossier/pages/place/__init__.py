"""The page of a place."""
