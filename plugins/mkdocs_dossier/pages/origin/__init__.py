"""What rests on one origin alone: a page for each, and one for all."""
