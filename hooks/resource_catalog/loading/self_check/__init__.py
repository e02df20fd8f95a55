"""Check what the self-check asks: the ids of questions and ``check.yml``."""
