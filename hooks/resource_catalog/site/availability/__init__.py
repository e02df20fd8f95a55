"""What readers are offered of resources that open, and of those that do not."""
