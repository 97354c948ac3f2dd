"""Imports in words: sentences for the findings of `data_access.importing`, the commands, the list of wrong rows."""
