"""Names of codes, terms, formats of numbers and dates."""
