"""What charts are made of. Knows no subject."""
