"""Ask for suggestions with issue forms on GitHub, and turn the issues into entries."""
