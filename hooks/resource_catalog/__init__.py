"""A catalog of resources, kept as YAML, and everything a site can be made of it.

This package is plain Python: it knows nothing of MkDocs, prints nothing, never
exits and never reads the clock. ``hooks/mkdocs_*.py`` and ``scripts/``
are its callers.
"""
