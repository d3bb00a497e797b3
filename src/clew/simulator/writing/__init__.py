"""How a world comes to disk: exports and truth, block by block, whatever its size."""
