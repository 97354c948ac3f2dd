"""Parts of pages. Sections never import each other."""
