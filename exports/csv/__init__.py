"""Rows of a page as CSV."""
