"""The systems of a made-up company: one file each says how it writes down what happened."""
