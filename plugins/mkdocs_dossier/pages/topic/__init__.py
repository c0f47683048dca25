"""The page of a topic: a treaty, a resolution, a weapon, a programme, a series."""
