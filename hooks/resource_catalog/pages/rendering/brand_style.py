"""Turn the brand of a catalog into files and rules of the style sheet."""

from __future__ import annotations

import hashlib
from pathlib import Path

from resource_catalog.model.records.catalog_settings import CatalogSettings


def color_rules(identity: CatalogSettings) -> str:
    """Rules that set the color of links and signs; they outweigh those of ``tokens.css``."""
    if identity.colors is None:
        return ""
    light = _tokens(identity.colors.light)
    dark = _tokens(identity.colors.on_dark)
    return (
        f"html:root{{{light}}}\n"
        "@media screen and (prefers-color-scheme: dark)"
        f'{{html:root:not([data-rc-colors="light"]){{{dark}}}}}\n'
        f'@media screen{{html:root[data-rc-colors="dark"]{{{dark}}}}}'
    )


def own_style_sheet(identity: CatalogSettings, folder: Path) -> str:
    """The style sheet of the catalog, or an empty text."""
    if identity.style_sheet is None:
        return ""
    return (folder / identity.style_sheet).read_text(encoding="utf-8", errors="replace")


def pictures(identity: CatalogSettings, folder: Path) -> dict[str, tuple[str, bytes]]:
    """The logo and the icon, as far as there are any: name with a hash of the content, content."""
    found = {}
    for use, name in (("logo", identity.logo), ("favicon", identity.favicon)):
        if name is not None:
            content = (folder / name).read_bytes()
            digest = hashlib.sha256(content).hexdigest()[:10]
            found[use] = (f"{use}.{digest}{Path(name).suffix.lower()}", content)
    return found


def _tokens(color: str) -> str:
    return f"--rc-link:{color};--rc-focus:{color}"
