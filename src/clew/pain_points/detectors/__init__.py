"""One file for each pain point that Clew looks for; each defines ``DETECTOR``."""
