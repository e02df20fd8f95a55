"""Show files of the catalog where a hand-written page has invented ones as examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from resource_catalog.loading.folder_layout import COLLECTIONS, ENTRIES
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.records.entry import Entry

MAX_LINES = 30
"""A longer file is no good example."""

MAX_TRIED = 8
"""How many files are looked at for one that is short enough."""

_SAMPLE = re.compile(
    r"<!-- The build shows one of the catalog's own (resources|packs) here\. -->\n\n"
    r"```yaml\n.*?^```$",
    re.MULTILINE | re.DOTALL,
)
_PHASE_IN_SAMPLE = re.compile(r"^    phase: planning\n|`phase`, (?=`start`)", re.MULTILINE)
"""What the example of what people ask says of phases."""

_KEY = re.compile(r"([a-z][\w-]*):")


def with_own_samples(markdown: str, catalog: Catalog, folder: Path) -> str:
    """Replace the invented files after the markers by files of the catalog in ``folder``.

    An invented file stays where the catalog has none that is short and has a line for each key.
    The keys for maintainers, which readers do not see, are left out, and so are phases where the
    catalog has none.
    """

    def own(found: re.Match[str]) -> str:
        if found[1] == "resources":
            paths = (folder / ENTRIES / f"{entry.id}.yml" for entry in _telling(catalog))
        else:
            paths = (folder / COLLECTIONS / f"{pack}.yml" for pack in catalog.collections)
        text = _first_short(paths, _hidden_keys(catalog))
        return f"```yaml\n{text}```" if text else found[0]

    if not catalog.phases:
        markdown = _PHASE_IN_SAMPLE.sub("", markdown)
    return _SAMPLE.sub(own, markdown)


def _telling(catalog: Catalog) -> list[Entry]:
    """The entries that can be opened, first those that show most of what can be written."""
    entries = (
        entry
        for entry in catalog.entries.values()
        if entry.links
        and not (entry.body or entry.retired or any(link.formerly for link in entry.links))
    )
    return sorted(entries, key=lambda entry: (-len(entry.model_fields_set), entry.id))[:MAX_TRIED]


def _hidden_keys(catalog: Catalog) -> frozenset[str]:
    fields = declared_fields(catalog.entry_type)
    return frozenset(key for key, field in fields.items() if field.for_maintainers)


def _first_short(paths: Iterable[Path], hidden: frozenset[str]) -> str:
    """The text of the first file that is short enough; empty if none is."""
    for path in paths:
        if path.is_file():
            lines = list(_shown_lines(path.read_text(encoding="utf-8-sig"), hidden))
            is_block = all(line[0] in " -" or _KEY.match(line) for line in lines)
            if is_block and len(lines) <= MAX_LINES and not any("```" in line for line in lines):
                return "".join(f"{line}\n" for line in lines)
    return ""


def _shown_lines(text: str, hidden: frozenset[str]) -> Iterator[str]:
    """The lines of a file but comments, empty ones and the keys in ``hidden``."""
    is_hidden = False
    for line in text.splitlines():
        if key := _KEY.match(line):
            is_hidden = key[1] in hidden
        if line.strip() and not line.startswith(("#", "---")) and not is_hidden:
            yield line
