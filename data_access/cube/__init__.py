"""Counted cells in memory: columns, filters over them, and their repair."""
