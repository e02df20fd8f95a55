"""Lists of entries in the formats of reference managers, for every page that shows a list."""
