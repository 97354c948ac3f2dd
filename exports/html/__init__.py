"""Single HTML files: the pack for a hall and the stage."""
