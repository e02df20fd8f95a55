"""Search: the index that the browser searches, built from the catalog and byte for byte repeatable.

Two tiers. The columns hold what lists and filters need of every document and
are loaded when a reader shows the intent to search. The words of all texts lie
in small shards in alphabetical order, loaded while the reader types.
``overrides/js/search/`` is the other half: what is written here is read there.
"""
