"""The benchmark: sites to compare, a host to serve them, and readers who measure them."""
