"""Find the hand-written pages and pictures of a catalog, and check their names and sizes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.messages import _, listed
from resource_catalog.model.optional_pages import (
    MADE_FROM_CATALOG,
    hand_written_source,
    page_path,
    paths_of,
)
from resource_catalog.model.problems import Problem

PAGES = "pages"
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
MAX_BYTES = 2_000_000

GENERATED = frozenset(
    """
    assets browse collections css data embed feeds index js links resources search shelf
    """.split()
)
"""The addresses, beside those of facets, whose pages are made from the catalog."""

_LIKE_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")

_Wrong = tuple[str, str, str]
"""The code, message and hint of a problem."""


def own_pages(folder: Path) -> list[Path]:
    """The pages and pictures in a catalog's folder of pages, in order."""
    return [path for path in _everything(folder / PAGES) if path.is_file()]


def markdown_pages(folder: Path) -> list[Path]:
    """Those that are pages, and lie in the folder of the catalog."""
    inside = folder.resolve()
    return [
        path
        for path in own_pages(folder)
        if path.suffix == ".md" and path.resolve().is_relative_to(inside)
    ]


def source_of(path: Path, folder: Path) -> str:
    """The path of a page below the folder of pages, with slashes."""
    return path.relative_to(folder / PAGES).as_posix()


def own_page_paths(folder: Path) -> frozenset[str]:
    """The paths that the pages of a catalog have on its site."""
    sources = (source_of(path, folder) for path in own_pages(folder))
    return frozenset(page_path(source) for source in sources if source.endswith(".md"))


def page_files(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Pages are Markdown or pictures, not too large, and each has an address of its own."""
    root = loaded.folder / PAGES
    if os.path.lexists(root) and not root.is_dir():
        message, hint = _("This is not a folder."), _("Remove it or rename it.")
        yield Problem(yaml_file.display_path(root), 1, 1, "bad-file", message, hint)
    first: dict[str, str] = {}
    for path in _everything(root):
        source = source_of(path, loaded.folder)
        wrong = _wrong_file(path, loaded.folder) or _wrong_address(source, loaded, first)
        if wrong:
            yield Problem(yaml_file.display_path(path), 1, 1, *wrong)


def _wrong_file(path: Path, folder: Path) -> _Wrong | None:
    """What keeps a file from being shown."""
    kind = path.suffix.lower()
    message = ""
    if kind in _LIKE_MARKDOWN and path.suffix != ".md":
        message = _(
            "“%(file)s” is not a page, because its name does not end in .md.", file=path.name
        )
        hint = _("Rename it to %(name)s.", name=f"{path.stem}.md")
    elif not path.resolve().is_relative_to(folder.resolve()):
        message = _("“%(file)s” is outside the catalog folder.", file=path.name)
        hint = _("Copy it here.")
    elif kind not in (".md", *PICTURES) or not path.is_file():
        message = _("“%(file)s” is neither a page nor a picture.", file=path.name)
        hint = _("Pages end in .md, pictures in %(endings)s.", endings=listed(PICTURES))
    elif (size := path.stat().st_size) > MAX_BYTES:
        message = _("“%(file)s” has %(size)s kB.", file=path.name, size=size // 1000)
        hint = _("Make it smaller than %(size)s kB.", size=MAX_BYTES // 1000)
    return ("bad-file", message, hint) if message else None


def _wrong_address(source: str, loaded: LoadedCatalog, first: dict[str, str]) -> _Wrong | None:
    """What keeps a page or picture from having its address; ``first`` has those before it."""
    is_page = source.endswith(".md")
    address = page_path(source) if is_page else source
    left_out = paths_of(loaded.catalog.identity.leave_out)
    top, slash, _rest = address.partition("/")
    generated = GENERATED | set(loaded.catalog.facets)
    generated |= {*loaded.catalog.identity.languages}
    if loaded.catalog.has_check:
        generated |= {"check", "plan"}
    if loaded.catalog.tools:
        generated |= {"tools"}
    taken = not address or (slash and top in generated)
    if address not in left_out and (taken or address in MADE_FROM_CATALOG):
        shown = f"/{address}" if address in MADE_FROM_CATALOG or not top else f"/{top}/"
        message = _("The site itself uses the address %(address)s.", address=shown)
        return "reserved-name", message, _("Rename the file.")
    if not is_page:
        return None
    ours = hand_written_source(address)
    if ours and ours != source and address not in left_out:
        message = _(
            "A page that replaces ours must have the same name, which is %(name)s.", name=ours
        )
        return "reserved-name", message, _("Rename the file.")
    if (other := first.setdefault(address, source)) != source:
        message = _("“%(file)s” has the same address, /%(address)s.", file=other, address=address)
        return "duplicate-id", message, _("Keep one of the two.")
    return None


def _everything(root: Path) -> list[Path]:
    """What is in the folder of pages, at any depth, but hidden files and plain folders."""
    return sorted(
        path
        for path in root.rglob("*")
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
        and (path.is_symlink() or not path.is_dir())
    )


CHECKS = (page_files,)
