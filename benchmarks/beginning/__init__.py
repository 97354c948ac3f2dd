"""Three organisations set up a programme of their own: what they type, and how long it takes until they sign."""
