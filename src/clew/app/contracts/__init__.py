"""How far handoff contracts were kept over history, and by whom they were broken."""
