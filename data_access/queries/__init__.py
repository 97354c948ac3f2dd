"""One file a page: filters in, documented frames out."""
