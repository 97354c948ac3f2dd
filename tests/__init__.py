"""Mirrors the layers: one folder each, and the conventions of the house."""
