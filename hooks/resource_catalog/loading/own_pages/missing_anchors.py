"""Keep the places of a page of ours that a page of the catalog replaces: links go on leading."""

from __future__ import annotations

import re

from resource_catalog.loading.own_pages.front_matter import body_of
from resource_catalog.loading.own_pages.page_contents import contents_of

_TITLE = re.compile(r"\s*# [^\n]*(?:\n|$)")


def with_places_of(ours: str, text: str) -> str:
    """The Markdown ``text`` of a page with the places of ``ours`` that it lacks.

    They are at its beginning, below the title: who follows a link to ``#add-a-resource`` gets to
    the page that has taken over, and not to a place that is no more.
    """
    missing = sorted(contents_of(ours).ids - contents_of(text).ids)
    if not missing:
        return text
    body = body_of(text)
    title = _TITLE.match(body)
    start = len(text) - len(body) + (title.end() if title else 0)
    places = "\n".join(f'<div id="{place}"></div>' for place in missing)
    return f"{text[:start].rstrip()}\n\n{places}\n\n{text[start:]}".lstrip()
