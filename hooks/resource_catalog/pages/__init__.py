"""Pages: all that the site shows of a catalog.

Each kind of page is one module here and one template in ``overrides/catalog/``. A new module joins
the list in ``page_registry.py``.
"""
