"""Published figures, and the answers of pages that rest on them alone."""
