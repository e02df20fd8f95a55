"""Parts that several kinds of pages have in common."""
