"""Read YAML files with the position of every value, and edit them without losing comments."""
