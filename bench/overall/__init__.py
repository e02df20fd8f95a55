"""Measure every goal of speed and size in one run, for one table: ``scripts/bench_goals.py``."""
