"""The page of two actors."""
