"""Plan a run, keep its findings, and update the ledger from which readers learn of links."""
