"""Make links in the plain texts of an entry links of the entry, where that is asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from resource_catalog.contribute.import_table.rows import with_text_links
from resource_catalog.contribute.import_table.text_links import TextLink, without_links
from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.entry_editor import edit_entry
from resource_catalog.model.problems import Problem


def take_links_out(
    text: str, problems: Collection[Problem], site: str, order: Sequence[str]
) -> str:
    """The file of an entry with the words of links in its plain texts, and these among its links.

    Those texts that ``problems`` name are looked at. A text stays as it is where the address of a
    link in it is not known: ``site`` is the one that relative addresses stand for, or empty.
    """
    places = {(problem.line, problem.column) for problem in problems if problem.code == "markup"}
    if not places:
        return text
    data = parser.parse(text)[0]
    if not isinstance(data, Mapping):
        return text
    changes: dict[str, Any] = {}
    taken: list[TextLink] = []
    for path, place in parser.locate(text).values.items():
        if len(path) != 1 or (place.line, place.column) not in places:
            continue
        key = str(path[0])
        plain, links = without_links(str(data[key]), site)
        if links and all(link.url for link in links):
            changes[key] = plain
            taken += links
    if not changes:
        return text
    known = data.get("links") or []
    if not isinstance(known, list) or not all(isinstance(link, dict) for link in known):
        return text
    return edit_entry(text, {**changes, "links": with_text_links(known, taken)}, order) or text
