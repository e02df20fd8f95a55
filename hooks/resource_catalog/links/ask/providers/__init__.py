"""Check whether a resource still exists by asking the site that provides it, one site per file."""
