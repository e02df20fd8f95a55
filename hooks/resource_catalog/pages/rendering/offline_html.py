"""Pages for a disk: a page of the site as it must be to open without a server."""

from __future__ import annotations

import re

LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""Files of a site that are of use to servers and search engines only."""

# A disk has no server to find the index.html of a folder, so links must name it.
_FOLDER_LINK = re.compile(
    r'((?:href|content)="(?:0; url=)?(?![a-z][a-z0-9+.-]*:|//)[^"?#]*/)(?=["?#])'
)
_HOME_LINK = re.compile(r'(href="(?:\.\.?/)*\.\.?)(?=["?#])')
_ONLY_FOR_HOSTS = re.compile(r'\s*<(?:link rel="canonical"|meta property="og:url")[^>]*>')


def for_disk(html: str) -> str:
    """A page as it must be to open from a disk."""
    html = _FOLDER_LINK.sub(r"\1index.html", _ONLY_FOR_HOSTS.sub("", html))
    return _HOME_LINK.sub(r"\1/index.html", html)


def start_page(folder: str) -> str:
    """A page to stand beside the ``folder`` of a site, that leads into it."""
    target = f"{folder}/index.html"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Start here</title>'
        f'<meta http-equiv="refresh" content="0; url={target}">'
        f'<p><a href="{target}">Open the library</a></p></html>\n'
    )
