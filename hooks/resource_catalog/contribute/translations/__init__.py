"""Collect messages for translators, check what they hand in, and say how far a catalog has come."""
