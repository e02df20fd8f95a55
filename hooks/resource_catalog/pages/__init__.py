"""Build all pages of the site, except those written by hand.

Each kind of page is one module here and one template in ``overrides/catalog/``. A new module joins
the list in ``page_registry.py``.
"""
