"""Name the pages that a catalog can leave out of its site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

GUIDES: Mapping[str, str] = {
    "addresses": "addresses/",
    "benchmarks": "benchmarks/",
    "build-speed": "build-speed/",
    "embedding": "embedding/",
    "link-watch": "link-watch/",
    "on-github": "on-github/",
    "problems": "contribute/problems/",
    "spreadsheets": "contribute/spreadsheets/",
    "translations": "contribute/translations/",
    "words": "contribute/words/",
    "your-own-catalog": "your-own-catalog/",
}
"""The paths of the guides to this program, by name."""

OTHERS: Mapping[str, str] = {
    "about": "about/",
    "data": "data/",
    "due": "contribute/due/",
    "gaps": "contribute/gaps/",
    "links": "links/",
    "suggest": "contribute/suggest/",
}
"""The paths of further pages, by name."""

MADE_FROM_CATALOG = frozenset(
    {GUIDES["problems"], *(path for name, path in OTHERS.items() if name != "about")}
)
"""Those of these paths whose pages are made from the catalog; the others are hand-written."""

CHECK = "check"
"""The name for the self-check and the plan that follows from it."""

TRANSLATIONS = "translations"
"""The name of the page about translations."""

GROUPS = (CHECK, "contribute", "guides")
"""Names for several pages: *Contribute* with all pages below it, and all guides."""

NAMES = tuple(sorted([*GUIDES, *OTHERS, *GROUPS]))
"""Every name that ``leave_out`` can have."""

ABOUT_SPEED = ("benchmarks", "build-speed")
"""What is left out unless the catalog asks for it: figures on this program, not on a catalog."""


def paths_of(names: Iterable[str]) -> frozenset[str]:
    """The paths of the pages with these names; a name that is not known has none."""
    every = {**GUIDES, **OTHERS}
    paths: set[str] = set()
    for name in names:
        if name == "guides":
            paths |= set(GUIDES.values())
        elif name == CHECK:
            paths |= {"check/", "plan/"}
        elif name == "contribute":
            paths |= {"contribute/", *(p for p in every.values() if p.startswith("contribute/"))}
        elif name in every:
            paths.add(every[name])
    return frozenset(paths)


def page_path(source: str) -> str:
    """The path of a page, by that of its Markdown: ``a.md`` and ``a/index.md`` are both ``a/``.

    ``a/README.md`` is so too.
    """
    folder, _, name = source.removesuffix(".md").rpartition("/")
    end = "" if name in ("index", "README") else f"{name}/"
    return f"{folder}/{end}" if folder else end


def hand_written_source(path: str) -> str | None:
    """Where the Markdown of our hand-written page at a path is; None if there is none."""
    if path == "contribute/":
        return "contribute/index.md"
    if path in MADE_FROM_CATALOG or path not in {*GUIDES.values(), *OTHERS.values()}:
        return None
    return f"{path.removesuffix('/')}.md"
