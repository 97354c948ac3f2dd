"""One complete version of the data: the cube, and answers computed once for each version."""
