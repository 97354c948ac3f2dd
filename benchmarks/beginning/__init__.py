"""Three organisations set up their own programmes: what they type, and the time until a signed report."""
