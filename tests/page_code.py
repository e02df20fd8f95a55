"""Find what no page of a site may hold: inline code, and what loads from another host."""

from __future__ import annotations

from html.parser import HTMLParser

FETCHED = {
    *(("img", "src"), ("img", "srcset"), ("script", "src"), ("iframe", "src"), ("embed", "src")),
    *(("audio", "src"), ("video", "src"), ("source", "src"), ("source", "srcset")),
    *(("track", "src"), ("object", "data"), ("video", "poster"), ("input", "src"), ("use", "href")),
}
"""Attributes that make a browser load something by itself; ``link`` is judged by its ``rel``."""

ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "srcdoc")
CODE = ("javascript", "vbscript")
DATA = ("application/json", "application/ld+json")
SAVED = tuple(
    f"data:{kind};charset=utf-8,"
    for kind in ("application/x-bibtex", "application/x-research-info-systems", "application/json")
)
"""Files in the page itself: of kinds that no browser runs, and only ever saved."""


class _Unwanted(HTMLParser):
    """Collects what no page of the site may hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: (value or "").strip() for name, value in attrs}
        inline = tag == "style" or (tag == "script" and "src" not in values)
        if inline and values.get("type") not in DATA:
            self.found.append(f"<{tag}> is inline, which a strict policy forbids")
        loads = tag == "link" and values.get("rel") not in ("canonical", "alternate", "license")
        for name, value in values.items():
            scheme = "".join(value.split()).lower().partition(":")[0]
            if name == "style":
                self.found.append(f"<{tag} style=…> is inline, which a strict policy forbids")
            if name.startswith("on"):
                self.found.append(f"<{tag} {name}=…> is an inline event handler")
            shown = scheme == "data" and not (values.get("download") and value.startswith(SAVED))
            if name in ADDRESSES and (scheme in CODE or (tag == "a" and shown)):
                self.found.append(f"<{tag} {name}={value}> runs code")
            if ((tag, name) in FETCHED or (loads and name == "href")) and "//" in value:
                self.found.append(f"<{tag} {name}={value}> loads from another host")
        if tag == "meta" and values.get("http-equiv", "").lower() == "set-cookie":
            self.found.append("<meta> sets a cookie")


def unwanted(html: str) -> list[str]:
    """What a page holds that it may not."""
    parser = _Unwanted()
    parser.feed(html)
    return parser.found
