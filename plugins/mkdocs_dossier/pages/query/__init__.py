"""The page that asks the database: questions in words, with blanks, and their SQL."""
