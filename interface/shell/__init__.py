"""What stands around every page: opening it, its address, sidebar, loading and problems."""
