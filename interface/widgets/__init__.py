"""Widgets that sections are built from."""
