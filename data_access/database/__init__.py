"""Connections to the shared database, its schema, and the deadlines every statement keeps."""
