"""Find and check the hand-written pages of a catalog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from resource_catalog.loading.catalog_folder import LoadedCatalog
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.messages import _, listed
from resource_catalog.model.optional_pages import page_path
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


def own_pages(folder: Path) -> list[Path]:
    """The pages and pictures in a catalog's folder of pages, in order."""
    root = folder / PAGES
    return sorted(path for path in root.rglob("*") if path.is_file() and not _is_hidden(path, root))


def own_page_paths(folder: Path) -> frozenset[str]:
    """The paths that the pages of a catalog have on its site."""
    sources = (path.relative_to(folder / PAGES).as_posix() for path in own_pages(folder))
    return frozenset(page_path(source) for source in sources if source.endswith(".md"))


def page_files(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Pages are Markdown or pictures, not too large, and take no address of the catalog."""
    taken = GENERATED | set(loaded.catalog.facets)
    root = loaded.folder / PAGES
    for path in own_pages(loaded.folder):
        top = path.relative_to(root).parts[0].removesuffix(".md")
        message, hint = "", ""
        if path.suffix.lower() not in (".md", *PICTURES):
            message = _("“%(file)s” is neither a page nor a picture.", file=path.name)
            hint = _("Pages end in .md, pictures in %(endings)s.", endings=listed(PICTURES))
        elif not path.resolve().is_relative_to(loaded.folder.resolve()):
            message = _("“%(file)s” is outside the folder of the catalog.", file=path.name)
            hint = _("Copy it here.")
        elif path.stat().st_size > MAX_BYTES:
            size = path.stat().st_size // 1000
            message = _("“%(file)s” has %(size)s kB.", file=path.name, size=size)
            hint = _("Make it smaller than %(size)s kB.", size=MAX_BYTES // 1000)
        if message:
            yield Problem(yaml_file.display_path(path), 1, 1, "bad-file", message, hint)
        elif top in taken:
            address = "/" if top == "index" else f"/{top}/"
            message = _("The site itself uses the address %(address)s.", address=address)
            hint = _("Rename the file.")
            yield Problem(yaml_file.display_path(path), 1, 1, "reserved-name", message, hint)


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


CHECKS = (page_files,)
