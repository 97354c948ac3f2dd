"""Synchronised data: sources are read again and again, each run as a batch with the checks."""
