"""Markdown: what bodies of entries hold, and how much of it is taken; texts for that of GitHub."""
