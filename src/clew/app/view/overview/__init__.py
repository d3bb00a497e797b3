"""What the first screen says: headline, worst handoffs, busiest journeys, health of the data, and what changed since."""
