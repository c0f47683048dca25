"""The overview of relations: graph, matrix and table of one set of ties."""
