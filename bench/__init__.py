"""Benchmarks of builds, searches and the link watch, and the invented catalogs they are run on."""
