"""Check where links and pictures on the hand-written pages of a catalog lead within the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from urllib.parse import unquote

from resource_catalog.loading.own_pages.page_contents import (
    contents_of,
    place_at,
    place_of,
    read_page,
    without_code,
)
from resource_catalog.loading.own_pages.page_files import markdown_pages, source_of
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.messages import _
from resource_catalog.model.optional_pages import page_path
from resource_catalog.model.problems import Problem, quoted

_LINK = re.compile(
    r"(?<!\\)\]\(\s*(?:<([^<>\n]*)>|([^\s<>]+))"  # [text](target)
    r"|^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s<>]+)",  # [name]: target
    re.MULTILINE,
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|\?|\\", re.IGNORECASE)

Anchors = Callable[[str], Collection[str] | None]
"""The places on the page with a source that links can name; None where they are not known."""


def page_links(
    folder: Path,
    sources: Collection[str],
    anchors: Anchors,
    is_other_file: Callable[[str], bool] = lambda _path: False,
) -> Iterator[Problem]:
    """Links between pages, and pictures, lead to something that is on the site.

    ``sources`` are the paths of all pages and files of the site before it is built, such as
    ``browse/index.md``; ``is_other_file`` is asked for what is not among them. To be called for a
    catalog without other problems.
    """
    for path in markdown_pages(folder):
        text, _problems = read_page(path)
        if text is None:
            continue
        source = source_of(path, folder)
        for offset, target in _targets(text):
            wrong = _what_is_wrong(target, source, sources, anchors, is_other_file)
            if wrong and target in contents_of(text).targets:  # and not in a piece of code
                yield Problem(yaml_file.display_path(path), *place_at(offset, text), *wrong)


def outside_links(text: str) -> Iterator[tuple[str, int]]:
    """The address and line of each link on a page that leads to another site, each once."""
    try:
        targets = contents_of(text).targets
    except RecursionError:  # which is a problem of the page
        return
    for target in targets:
        if target.lower().startswith(("http://", "https://")):
            yield target, place_of(target, text)[0]


def _targets(text: str) -> Iterator[tuple[int, str]]:
    """Where links and pictures may lead, each with its offset."""
    for found in _LINK.finditer(without_code(text)):
        group = found.lastindex or 0
        target = found[group]
        yield found.start(group), _up_to_bracket(target) if group == 2 else target


def _up_to_bracket(target: str) -> str:
    """A target without what follows the bracket that closes it."""
    depth = 0
    for index, sign in enumerate(target):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return target[:index]
    return target


def _what_is_wrong(
    target: str,
    source: str,
    sources: Collection[str],
    anchors: Anchors,
    is_other_file: Callable[[str], bool],
) -> tuple[str, str, str] | None:
    """The code, message and hint if a target is not on the site."""
    path, _sign, place = target.partition("#")
    if not target or _ELSEWHERE.match(target):
        return None
    folder = posixpath.dirname(source)
    wanted = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else source
    if wanted in sources:
        known = anchors(wanted) if place else None
        if known is None or unquote(place) in known or place in known:
            return None
        message = _("There is no heading for %(place)s on that page.", place=quoted(f"#{place}"))
        return "unknown-page", message, did_you_mean(place, known)
    if not wanted.endswith(".md") and is_other_file(wanted):
        return None
    message = _("No page or picture of the site is at %(target)s.", target=quoted(target))
    return "unknown-page", message, _hint(wanted, folder, sources)


def _hint(wanted: str, folder: str, sources: Collection[str]) -> str:
    """What could be meant by a path that is not among the sources."""
    address = page_path(wanted.removesuffix(".html"))
    pages = [known for known in sources if known.endswith(".md")]
    for known in pages:
        if page_path(known) == address:
            return _("Write %(target)s.", target=posixpath.relpath(known, folder or "."))
    return did_you_mean(wanted, sources) or _(
        "Name a page as it is in its folder, such as %(example)s.",
        example=posixpath.relpath("browse/index.md", folder or "."),
    )
