"""Pieces that sections are put together from."""
