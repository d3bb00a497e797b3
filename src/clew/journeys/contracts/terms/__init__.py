"""The terms that a handoff contract can have, one file each."""
