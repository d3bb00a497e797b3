"""The ways that journeys take: variants, what follows what, stages, alignment, and two groups side by side."""
