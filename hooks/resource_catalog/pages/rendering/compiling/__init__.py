"""Change templates while they are compiled."""
