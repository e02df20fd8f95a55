"""Report a run to people and programs, and put the new addresses of moved links into entries."""
