"""How the customers of a made-up company live: what befalls them, whom they turn to, and what comes of it."""
