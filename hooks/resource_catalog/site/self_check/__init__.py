"""What the self-check asks, and the rules by which answers become a plan."""
