"""Name the pages that a catalog can leave out of its site, and say where they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

CHECK_PATH, PLAN_PATH = "check/", "plan/"
CONTRIBUTE_PATH = "contribute/"
DATA_PATH = "data/"
DUE_PATH = "contribute/due/"
GAPS_PATH = "contribute/gaps/"
LINKS_PATH = "links/"
PROBLEMS_PATH = "contribute/problems/"
SUGGEST_PATH = "contribute/suggest/"
"""Where the pages are that the program itself makes or leads to."""

GUIDES: Mapping[str, str] = {
    "addresses": "addresses/",
    "benchmarks": "benchmarks/",
    "build-speed": "build-speed/",
    "embedding": "embedding/",
    "link-watch": "link-watch/",
    "on-github": "on-github/",
    "problems": PROBLEMS_PATH,
    "spreadsheets": "contribute/spreadsheets/",
    "translations": "contribute/translations/",
    "words": "contribute/words/",
    "your-own-catalog": "your-own-catalog/",
}
"""The paths of the guides to this program, by name."""

OTHERS: Mapping[str, str] = {
    "about": "about/",
    "data": DATA_PATH,
    "due": DUE_PATH,
    "gaps": GAPS_PATH,
    "links": LINKS_PATH,
    "suggest": SUGGEST_PATH,
}
"""The paths of further pages, by name."""

MADE_FROM_CATALOG = frozenset(
    {PROBLEMS_PATH, *(path for name, path in OTHERS.items() if name != "about")}
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
            paths |= {CHECK_PATH, PLAN_PATH}
        elif name == "contribute":
            paths |= {CONTRIBUTE_PATH}
            paths |= {path for path in every.values() if path.startswith(CONTRIBUTE_PATH)}
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
    if path == CONTRIBUTE_PATH:
        return f"{CONTRIBUTE_PATH}index.md"
    if path in MADE_FROM_CATALOG or path not in {*GUIDES.values(), *OTHERS.values()}:
        return None
    return f"{path.removesuffix('/')}.md"
