"""Cite an entry: as a line in APA, MLA or Chicago style, and as data for reference managers."""
