"""What readers read: sentences, names of codes, and how numbers and dates are written. Imports nothing of ours."""
