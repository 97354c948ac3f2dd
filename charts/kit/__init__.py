"""Building blocks of charts, independent of any subject."""
