"""Recognize interstitials: pages shown in place of the one requested, one kind per file.

Each is recognized by the URL of a redirect or by the text of a short page; a long page that
merely mentions one of them is not one.
"""

SEARCHED_CHARS = 4000
"""Characters at the start of a text that are searched for phrases."""

SHORT_PAGE_WORDS = 150
"""A page with fewer words may be an interstitial; a longer one has content of its own."""
