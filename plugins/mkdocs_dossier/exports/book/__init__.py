"""The dossier as a book: one value, from which copies to read are written."""
