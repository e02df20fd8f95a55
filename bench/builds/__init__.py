"""Benchmark of builds: against other site generators, and against another revision."""
