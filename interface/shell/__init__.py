"""What surrounds every page: opening, address, sidebar, loading, problems."""
