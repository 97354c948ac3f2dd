"""Rows in Parquet files that a distributed engine reads, where they outgrow one database (docs/scale.md)."""
