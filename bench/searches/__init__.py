"""Benchmark of the search in a browser, against Pagefind and the search of MkDocs Material."""
