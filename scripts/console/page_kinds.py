"""Find a page of every kind in a built site, whatever its catalog is about."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from playwright.sync_api import Page

PAGES: Mapping[str, str] = MappingProxyType(
    {
        "home": "",
        "phases": "phases/",
        "stages": "stages/",
        "types": "types/",
        "topics": "topics/",
        "browse": "browse/",
        "tools": "tools/",
        "packs": "collections/",
        "situations": "situations/",
        "check": "check/",
        "plan": "plan/",
        "shelf": "shelf/",
        "links": "links/",
        "data": "data/",
        "about": "about/",
        "contribute": "contribute/",
        "gaps": "contribute/gaps/",
        "due": "contribute/due/",
        "suggest": "contribute/suggest/",
        "problems": "contribute/problems/",
        "not-found": "404.html",
    }
)
"""The kinds of which a site has one page, and where that is; a site may lack some of them."""


def page_kinds(site: Path) -> dict[str, str]:
    """The path of a page for each kind that the site in a folder has."""
    data = json.loads((site / "data/catalog.json").read_text(encoding="utf-8"))
    first = {
        "phase": "phases/*/index.html",
        "stage": "stages/*/index.html",
        "cell": "phases/*/*/index.html",
        "type": "types/*/index.html",
        "topic": "topics/*/index.html",
        "pack": "collections/*/index.html",
        "frame": "embed/**/index.html",
    }
    found = {kind: path for kind, path in PAGES.items() if _file(site, path).is_file()}
    for kind, pattern in first.items():
        paths = sorted(site.glob(pattern))
        if paths:
            found[kind] = f"{paths[0].parent.relative_to(site).as_posix()}/"
    if data.get("phases"):
        found["phase"] = f"phases/{data['phases'][0]['id']}/"
    for tool in data.get("tools", ()):
        found.setdefault(f"tool-{tool['kind']}", f"tools/{tool['id']}/")
    found |= _resources(data)
    return {kind: path for kind, path in found.items() if _file(site, path).is_file()}


def _resources(data: Mapping[str, Any]) -> dict[str, str]:
    """A resource that opens, one that does not, and one that is given out on request."""
    found: dict[str, str] = {}
    in_phases = [name for phase in data.get("phases", ()) for name in phase["entries"]]
    known = {entry["id"]: entry for entry in data["entries"]}
    for name in [*in_phases, *known]:
        entry = known.get(name)
        if entry is None:
            continue
        access = entry.get("access")
        kind = {"unlocated": "-lost", "on-request": "-on-request"}.get(access, "")
        found.setdefault(f"resource{kind}", f"resources/{name}/")
    return found


def _file(site: Path, path: str) -> Path:
    return site / path / "index.html" if not path.endswith(".html") else site / path


def _search(page: Page) -> None:
    page.locator("[data-rc-search]").first.click()
    page.get_by_role("combobox").fill("plan")
    page.locator(".rc-search__status:not(:empty)").wait_for()


def _share(page: Page) -> None:
    page.locator(".rc-share > summary").first.click()


STATES: Mapping[str, tuple[str, Callable[[Page], None]]] = MappingProxyType(
    {"search": ("home", _search), "share": ("phase", _share)}
)
"""What a page looks like after a reader did something: the kind of page, and what to do."""
