"""Names of codes, terms, numbers and dates."""
