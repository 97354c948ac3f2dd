"""Figures frozen under a name, and what has changed since."""
