"""Build the parts that several kinds of pages have in common."""
