"""Collect the messages of the product for translators, and check what they hand in."""
