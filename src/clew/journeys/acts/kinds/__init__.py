"""The speech acts, one file each."""
