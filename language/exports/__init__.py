"""What files to take away say."""
