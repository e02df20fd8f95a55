"""Format how current the translations of a catalog are, as a table, JSON or Markdown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import N_, _, ngettext
from resource_catalog.model.translations.catalog_texts import TextState, text_states
from resource_catalog.model.translations.translated_text import (
    STATE_LABELS,
    STATES,
    fingerprint,
)

_TOGETHER = N_("All")
_MOST_LISTED = 20

Counts = Mapping[str, Mapping[str, int]]
"""The number of texts in each state, by file."""


def as_table(catalog: Catalog) -> str:
    """For a terminal: what each part of each language has, and where it is behind."""
    lines: list[str] = []
    for language in catalog.translations:
        found = list(_states(catalog, language))
        rows = [[_heading(catalog, language), *(_(STATE_LABELS[state]) for state in STATES)]]
        rows += [[part, *map(str, numbers)] for part, numbers in _rows(found)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for name, *numbers in rows:
            cells = [n.rjust(width) for n, width in zip(numbers, widths[1:], strict=True)]
            lines.append("  ".join([name.ljust(widths[0]), *cells]))
        lines += ["", _signed(found)]
        lines += [f"  {_place(language, text)}" for text in _behind(found)]
        lines.append("")
    return "\n".join(lines) or _("There are no translations.") + "\n"


def as_markdown(catalog: Catalog) -> str:
    """For the comment on a pull request."""
    lines: list[str] = []
    for language in catalog.translations:
        found = list(_states(catalog, language))
        heads = [_heading(catalog, language), *(_(STATE_LABELS[state]) for state in STATES)]
        lines += [_line(heads), _line(["---", *("--:" for _state in STATES)])]
        lines += [_line([part, *map(str, numbers)]) for part, numbers in _rows(found)]
        lines += ["", _signed(found), ""]
        behind = _behind(found)
        lines += [f"- `{_place(language, text)}`" for text in behind[:_MOST_LISTED]]
        if more := len(behind) - _MOST_LISTED:
            lines += [_("- and %(num)s more", num=more)] if more > 0 else []
        lines += [""] if behind else []
    return "\n".join(lines) or _("There are no translations.") + "\n"


def as_json(catalog: Catalog) -> str:
    """For programs: the number of texts in each state by file, and those that are behind."""
    data = {}
    for language in catalog.translations:
        found = list(_states(catalog, language))
        known = catalog.identity.languages.get(language)
        data[language] = {
            "published": bool(known and known.published),
            "signed": sum(1 for text in found if text.found and text.found.by),
            "texts": dict(_count(found)),
            "files": {
                file: dict(_count(text for text in found if text.file == file))
                for file in dict.fromkeys(text.file for text in found)
            },
            "behind": [
                {
                    "file": text.file,
                    "path": text.path,
                    "source": text.source,
                    "text": text.found.text,
                    "of": text.found.of,
                    "now": fingerprint(text.source),
                }
                for text in _behind(found)
                if text.found
            ],
        }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


FORMATS: Mapping[str, Callable[[Catalog], str]] = {
    "table": as_table,
    "json": as_json,
    "markdown": as_markdown,
}


def _states(catalog: Catalog, language: str) -> Iterable[TextState]:
    return text_states(catalog, catalog.translations[language])


def _heading(catalog: Catalog, language: str) -> str:
    known = catalog.identity.languages.get(language)
    return f"{language} ({_('published') if known and known.published else _('not published')})"


def _count(found: Iterable[TextState]) -> Mapping[str, int]:
    numbers = Counter(text.state for text in found)
    return {state: numbers[state] for state in STATES}


def _rows(found: Sequence[TextState]) -> list[tuple[str, list[int]]]:
    """The numbers for each file or folder, and for all of them."""
    parts: dict[str, list[TextState]] = {}
    for text in found:
        parts.setdefault(text.file.partition("/")[0], []).append(text)
    parts[_(_TOGETHER)] = list(found)
    return [(part, list(_count(texts).values())) for part, texts in parts.items()]


def _signed(found: Iterable[TextState]) -> str:
    texts = [text for text in found if text.found and text.state != "missing"]
    signed = sum(1 for text in texts if text.found and text.found.by)
    return ngettext(
        "A native reader has signed %(signed)s of %(num)s translated text.",
        "Native readers have signed %(signed)s of %(num)s translated texts.",
        len(texts),
        signed=signed,
    )


def _behind(found: Iterable[TextState]) -> list[TextState]:
    return [text for text in found if text.state == "behind"]


def _place(language: str, text: TextState) -> str:
    state = _(STATE_LABELS[text.state])
    return f"translations/{language}/{text.file}.yml: {text.path} ({state})"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
