"""Rows of a page as comma-separated text."""
