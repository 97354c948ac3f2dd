"""One version of the data, whole: the cube beside what is asked once for every version."""
