"""Names in running text: which records a text names, where, and how that becomes links."""
