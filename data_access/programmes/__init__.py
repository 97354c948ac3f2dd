"""Programmes as data: the set-up workbook, read, checked, saved and written back."""
