"""The link watch: asks the addresses of a catalog and says what a reader would find there."""
