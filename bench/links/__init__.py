"""Benchmark of the link checker, against servers on the loopback address."""
