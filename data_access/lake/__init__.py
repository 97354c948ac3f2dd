"""Rows in Parquet files for a distributed engine, where they outgrow one database (docs/scale.md)."""
