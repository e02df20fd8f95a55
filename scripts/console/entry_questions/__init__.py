"""Questions for a new entry: how they are asked on a terminal, and what becomes of the answers."""
