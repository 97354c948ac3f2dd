"""Texts of downloadable files."""
