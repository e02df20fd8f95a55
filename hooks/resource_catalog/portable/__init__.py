"""Portable pages: the whole site as Markdown, so that any other engine can build it.

``escaping`` keeps text from being markup, ``markdown`` turns a rendered page
into Markdown, ``folder`` lays all of them out with what an engine needs.
"""
