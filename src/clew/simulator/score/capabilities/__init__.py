"""What is scored, one capability a file."""
