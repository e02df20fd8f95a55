"""How the search of a site feels in a browser, beside Pagefind and Material's own search."""
