"""Check what refers to something else: the ids in records and bodies, and former addresses."""
