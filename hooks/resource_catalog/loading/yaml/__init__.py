"""Read YAML files with the place of every value, and write or edit them with comments kept."""
