"""Connectors, one file each."""
