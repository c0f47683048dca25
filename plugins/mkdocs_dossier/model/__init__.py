"""What a dossier is. Plain typed data: no files, no pages, no MkDocs."""
