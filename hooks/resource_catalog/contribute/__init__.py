"""How a catalog changes: suggestions, tables, automatic fixes, and reports on pull requests."""
