"""Imports as staff meet them: sentences for what `data_access.importing` found, the command, the list of wrong rows."""
