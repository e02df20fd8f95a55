"""Export the whole site as Markdown, so that any other static site generator can build it.

``markdown_escaping`` escapes text, ``html_to_markdown`` converts a rendered page,
and ``site_folder`` lays out all pages with the configuration of the generators.
"""
