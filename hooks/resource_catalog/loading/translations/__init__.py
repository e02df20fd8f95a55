"""Read the translations of a catalog, and check them against what they are translations of."""
