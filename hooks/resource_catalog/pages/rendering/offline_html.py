"""Rewrite the HTML of the site so that it works when opened from a disk, without a server."""

from __future__ import annotations

import re

# Without a server, links to folders must name the index.html.
_FOLDER_LINK = re.compile(
    r'((?:href|content)="(?:0; url=)?(?![a-z][a-z0-9+.-]*:|//)[^"?#]*/)(?=["?#])'
)
_HOME_LINK = re.compile(r'(href="(?:\.\.?/)*\.\.?)(?=["?#])')
_SERVER_ONLY_TAGS = re.compile(r'\s*<(?:link rel="canonical"|meta property="og:url")[^>]*>')


def make_offline(html: str) -> str:
    """Rewrite the links of a page, and remove its canonical URL."""
    html = _FOLDER_LINK.sub(r"\1index.html", _SERVER_ONLY_TAGS.sub("", html))
    return _HOME_LINK.sub(r"\1/index.html", html)


def start_page(folder: str) -> str:
    """A page that redirects into the ``folder`` of a site, to be placed beside it."""
    target = f"{folder}/index.html"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Start here</title>'
        f'<meta http-equiv="refresh" content="0; url={target}">'
        f'<p><a href="{target}">Open the library</a></p></html>\n'
    )
