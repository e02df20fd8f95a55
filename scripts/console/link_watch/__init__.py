"""The link watch as a command: what a run does, what it edits, how far it is."""
