"""The index of a section: actors, events, places, topics, articles."""
