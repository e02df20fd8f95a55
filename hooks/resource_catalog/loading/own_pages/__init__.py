"""Read and check the hand-written pages of a catalog."""
