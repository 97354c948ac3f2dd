"""Reading of files that may be broken or hostile, in a child process, so that an aborting parser ends only that."""
