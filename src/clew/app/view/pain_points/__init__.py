"""Where it hurts, over the journeys looked at: what each detector found, how often, and every finding with its place."""
