"""What a person decides about a workspace: its file, what is wrong with it, and how the page changes it."""
