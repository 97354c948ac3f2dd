"""What each view says, worded once: titles, rows, notes, sources, stamps. Pages and files only place it."""
