"""Checks of a whole catalog, beside those of single fields and of references."""
