"""Markdown in the bodies of entries: what it holds, and how much of it is taken."""
