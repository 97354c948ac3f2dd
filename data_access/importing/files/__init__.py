"""Reading of files that may be broken or hostile. Runs in a child process: a parser that aborts ends only that."""
