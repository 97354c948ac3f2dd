"""Plain values shared by all layers. Imports nothing else of the project."""
