"""Format how current the translations of a catalog are, as a table, JSON or Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.model.translations.catalog_texts import TextState
from resource_catalog.model.translations.translation_counts import (
    count_states,
    rows,
    signed_note,
    states_in,
)
from resource_catalog.model.translations.translation_state import STATE_LABELS, STATES, fingerprint
from resource_catalog.pages.hand_written.translation_status import table

_MOST_LISTED = 20


def as_table(catalog: Catalog) -> str:
    """For a terminal: what each part of each language has, and where it is behind."""
    lines: list[str] = []
    for language in catalog.translations:
        found = states_in(catalog, language)
        lines_of = [[_heading(catalog, language), *(_(STATE_LABELS[state]) for state in STATES)]]
        lines_of += [[part, *map(str, numbers)] for part, numbers in rows(found)]
        widths = [max(map(len, column)) for column in zip(*lines_of, strict=True)]
        for name, *numbers in lines_of:
            cells = [n.rjust(width) for n, width in zip(numbers, widths[1:], strict=True)]
            lines.append("  ".join([name.ljust(widths[0]), *cells]))
        lines += ["", signed_note(found)]
        lines += [f"  {_place(language, text)}" for text in _behind(found)]
        lines.append("")
    return "\n".join(lines) or _("There are no translations.") + "\n"


def as_markdown(catalog: Catalog) -> str:
    """For the comment on a pull request."""
    lines: list[str] = []
    for language in catalog.translations:
        found = states_in(catalog, language)
        lines += [*table(_heading(catalog, language), found), "", signed_note(found), ""]
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
        found = states_in(catalog, language)
        known = catalog.identity.languages.get(language)
        data[language] = {
            "published": bool(known and known.published),
            "signed": sum(1 for text in found if text.found and text.found.by),
            "texts": dict(count_states(found)),
            "files": {
                file: dict(count_states(text for text in found if text.file == file))
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


def _heading(catalog: Catalog, language: str) -> str:
    known = catalog.identity.languages.get(language)
    return f"{language} ({_('published') if known and known.published else _('not published')})"


def _behind(found: Iterable[TextState]) -> list[TextState]:
    return [text for text in found if text.state == "behind"]


def _place(language: str, text: TextState) -> str:
    state = _(STATE_LABELS[text.state])
    return f"translations/{language}/{text.file}.yml: {text.path} ({state})"
