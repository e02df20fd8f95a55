"""Propose columns for headings that somebody has written in their own words."""
