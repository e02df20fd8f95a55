"""Synthetic catalogs: words, sentences and entries that read like real ones, for benchmarks."""
