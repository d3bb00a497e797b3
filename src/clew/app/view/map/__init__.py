"""The journey map of a selection: the grid, its cells and words, and what stands behind each of them."""
