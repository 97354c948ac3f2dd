"""Self-contained HTML files: the offline pack and the stage."""
