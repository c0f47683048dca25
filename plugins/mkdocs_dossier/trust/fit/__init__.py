"""Whether a quote carries the sentence that stands on it."""
