"""What follows from the model, made once and asked for by key: ties, statements, mentions."""
