"""Everything readers read: sentences, names of codes, formats of numbers and dates. Imports nothing else of ours."""
