"""What follows from the model: who met whom, who said what, what is written where."""
