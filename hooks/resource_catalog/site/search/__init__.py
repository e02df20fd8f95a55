"""Build the search index that the browser loads; the same catalog gives the same bytes.

It has two tiers. The columns have what lists and filters need of every document, and are loaded
when a reader is about to search. The terms of all texts are in small shards in alphabetical order,
loaded while the reader types. The reading half is in ``overrides/js/search/``.
"""
