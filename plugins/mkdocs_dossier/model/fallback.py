"""The language of words and labels where the one that is asked for has none."""

FALLBACK = "en"
REFERENCES = "en-GB"  # and of the words in references
