"""The kinds of fact, one file each."""
