"""Translate the texts of a catalog: which there are, what each is called, and how current it is."""
