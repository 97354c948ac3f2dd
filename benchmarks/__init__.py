"""`make bench`: data layer and server with a million records, on this machine."""
