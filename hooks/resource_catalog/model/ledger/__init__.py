"""The link ledger, its text, and the parts of reading it: lines, the older form, faults."""
