"""Prompt for the values of a new entry on a terminal."""
