"""The geometry of graph, matrix, map and bars of time: numbers in, numbers out."""
