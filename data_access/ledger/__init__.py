"""Published figures, and the answers of pages that are asked about them alone."""
