"""What staff keep: lists of slides, recipients of reports."""
