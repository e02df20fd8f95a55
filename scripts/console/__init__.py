"""Code shared by the scripts: prompts, output, git and the site build.

The logic is in the package, ``hooks/resource_catalog/``.
"""
