"""Checks of the store, one file each."""
