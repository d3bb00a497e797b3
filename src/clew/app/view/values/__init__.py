"""One metric over many journeys: split, compared, spread out, and followed from week to week."""
