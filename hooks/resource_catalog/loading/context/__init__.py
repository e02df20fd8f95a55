"""Check a catalog against what its files cannot say: what day it is, and what was published."""
