"""Data that comes by itself: what sources hold, read again and again, each run a batch with the checks."""
