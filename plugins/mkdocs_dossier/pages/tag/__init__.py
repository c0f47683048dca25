"""The pages of tags: one of all tags, and one for each."""
