"""What `make bench` measures: the data layer and the server over a million records, on this machine."""
