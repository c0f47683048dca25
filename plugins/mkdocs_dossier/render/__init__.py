"""Values to HTML, pure: the same value gives the same bytes, and nothing else is read."""
