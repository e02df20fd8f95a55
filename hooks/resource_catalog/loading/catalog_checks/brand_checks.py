"""Check the files, colors and links that make a site look like that of the organization."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.model.colors import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    READABLE,
    contrast,
    nearest_readable,
)
from resource_catalog.model.messages import N_, _, listed
from resource_catalog.model.problems import Problem

KINDS = {
    "logo": (".svg", ".png", ".jpg", ".jpeg", ".webp"),
    "favicon": (".svg", ".png", ".ico"),
    "style_sheet": (".css",),
}
"""The endings that a file may have, by key of ``catalog.yml``."""

MAX_BYTES = 200_000
"""The size of a file that every reader loads with the first page."""

UNREADABLE = {
    "light": N_(
        "Text in %(color)s is hard to read on a light background: the contrast is %(ratio)s to "
        "1, and at least %(needed)s is required."
    ),
    "dark": N_(
        "Text in %(color)s is hard to read on a dark background: the contrast is %(ratio)s to "
        "1, and at least %(needed)s is required."
    ),
}

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ASKS_FOR_FILES = re.compile(r"@import|@charset|url\s*\(|image-set|</|\\", re.IGNORECASE)


_ACTIVE_SVG = re.compile(
    r"""<\s*(?:[\w-]+:)?(?:script|foreignObject|animate\w*|set|iframe|handler|listener)\b
      | <!(?:DOCTYPE|ENTITY) | <\?xml-stylesheet | \bon\w+\s*= | @import
      | href\s*=\s*["']?\s*[^"'\#\s] | url\s*\(\s*["']?\s*[^\#"'\s)]""",
    re.IGNORECASE | re.VERBOSE,
)
"""What of an SVG could run, or ask for a file, when somebody opens it by itself."""


def brand_files(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The files of the brand are in the folder, and of a kind and size to be used."""
    document = loaded.identity_document
    for key, endings in KINDS.items() if document else ():
        name = getattr(loaded.catalog.identity, key)
        if name and document:
            message, hint = _what_is_wrong(loaded.folder, name, endings)
            if message:
                yield document.problem("bad-file", (key,), message, hint)


def colors(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Texts in the colors of the brand can be read."""
    document, brand = loaded.identity_document, loaded.catalog.identity.colors
    if document is None or brand is None:
        return
    for key, color, grounds in (
        ("light", brand.light, LIGHT_GROUNDS),
        ("dark", brand.dark, DARK_GROUNDS),
    ):
        ratio = contrast(color, grounds) if color else READABLE
        if color and ratio < READABLE:
            yield document.problem(
                "bad-color",
                ("colors", key),
                _(UNREADABLE[key], color=color, ratio=f"{ratio:.1f}", needed=READABLE),
                _(
                    "The nearest color that passes is %(color)s.",
                    color=nearest_readable(color, grounds),
                ),
            )


def menu_links(loaded: LoadedCatalog) -> Iterator[Problem]:
    """A link in the menu leads to one place."""
    document = loaded.identity_document
    for index, link in enumerate(loaded.catalog.identity.menu if document else ()):
        path: YamlPath = ("menu", index)
        if document and not link.target:
            yield document.problem(
                "missing-key",
                path,
                _("“%(label)s” has no address to lead to.", label=link.label),
                _(
                    "Write url: and a full address, or page: and the address of a page of this "
                    "site."
                ),
            )
        elif document and link.url and link.page:
            message = _("“%(label)s” leads to two places.", label=link.label)
            hint = _("Keep one of them.")
            yield document.problem("duplicate-key", (*path, "page"), message, hint)


def _what_is_wrong(folder: Path, name: str, endings: tuple[str, ...]) -> tuple[str, str]:
    """What keeps a file from being used, and the way out; both are empty if nothing does."""
    path = folder / name
    if path.suffix.lower() not in endings:
        return (
            _("“%(file)s” is not the right kind of file here.", file=name),
            _("Use one with one of these endings: %(endings)s.", endings=listed(endings)),
        )
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        message = _("There is no file “%(file)s” in the catalog folder.", file=name)
        return message, _("Put it there.")
    if (size := path.stat().st_size) > MAX_BYTES:
        message = _(
            "“%(file)s” has %(size)s kB, which every reader would wait for.",
            file=name,
            size=size // 1000,
        )
        return message, _("Make it smaller than %(size)s kB.", size=MAX_BYTES // 1000)
    if path.suffix.lower() == ".svg" and _ACTIVE_SVG.search(_text(path)):
        message = _("“%(file)s” contains more than a drawing.", file=name)
        return message, _("Save it as plain SVG, without scripts, links and animations, or as PNG.")
    if path.suffix.lower() == ".css" and _asks_for_files(_text(path)):
        message = _(
            "“%(file)s” loads other files, which a catalog’s style sheet must not do.", file=name
        )
        return message, _("Remove @import, url(…), and backslashes.")
    return "", ""


def _asks_for_files(css: str) -> bool:
    """Whether a style sheet would ask for a file, also where a comment hides it."""
    texts = (css, _COMMENT.sub("", css), _COMMENT.sub(" ", css))
    return any(_ASKS_FOR_FILES.search(text) for text in texts)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


CHECKS: tuple[Callable[[LoadedCatalog], Iterator[Problem]], ...] = (
    brand_files,
    colors,
    menu_links,
)
