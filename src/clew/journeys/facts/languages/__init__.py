"""How each language asks, offers and checks, one file each."""
