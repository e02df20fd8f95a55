"""Generate synthetic catalogs for benchmarks, with texts that read like real ones."""
