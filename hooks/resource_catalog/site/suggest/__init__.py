"""What the form for suggesting a resource asks, and how it reads and judges the answers."""
