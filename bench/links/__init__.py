"""How fast the link watch asks, on servers of its own on the loopback address."""
