"""Intake: what readers suggest on GitHub, asked for with forms and made into entries."""
