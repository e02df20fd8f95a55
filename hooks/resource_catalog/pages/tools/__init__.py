"""Build the pages of tools."""
