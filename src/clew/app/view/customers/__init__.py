"""Who the customers are, what happened to each of them step by step, and the lists of their journeys."""
