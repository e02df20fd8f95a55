"""Export the whole site as Markdown, so that any other static site generator can build it.

``escaping`` escapes text for Markdown, ``markdown`` converts a rendered page to Markdown,
and ``folder`` lays out all pages with the configuration of the generators.
"""
