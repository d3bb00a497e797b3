"""One file for each kind of number: how to find the journeys behind it."""
