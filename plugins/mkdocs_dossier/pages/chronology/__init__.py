"""The chronology: all events and articles by year and month."""
