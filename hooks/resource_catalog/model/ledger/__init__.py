"""The parts of reading a link ledger: its lines, its older form, and what can be wrong in it."""
