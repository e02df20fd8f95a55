"""Show on the page about translations how much of each language there is, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resource_catalog.loading.translations.translation_folder import TRANSLATIONS
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types.languages import own_language_name
from resource_catalog.model.messages import _, ngettext, number
from resource_catalog.model.translations.catalog_texts import TextState
from resource_catalog.model.translations.translation_counts import (
    count_states,
    rows,
    signed_note,
    states_in,
)
from resource_catalog.model.translations.translation_state import STATE_LABELS, STATES
from resource_catalog.pages.markdown_site.markdown_escaping import escape
from resource_catalog.site.site import Site

MARKER = "<!-- The state of translations, made by the build. -->"
"""The placeholder for it in a hand-written page."""

_MOST_FILES = 40


def with_translation_status(markdown: str, site: Site) -> str:
    """Replace :data:`MARKER` in the Markdown of a hand-written page by the state of languages."""
    if MARKER not in markdown:
        return markdown
    shown_in = site.catalog.shown_in
    catalog = shown_in.of if shown_in else site.catalog
    parts = [_language(catalog, tag) for tag in catalog.identity.languages]
    return markdown.replace(MARKER, "\n\n".join(parts))


def table(heading: str, texts: Sequence[TextState]) -> list[str]:
    """The same as the lines of a table in Markdown."""
    heads = [heading, *(_(STATE_LABELS[state]) for state in STATES)]
    lines = [_line(heads), _line(["---" for _head in heads])]
    return lines + [_line([part, *map(number, numbers)]) for part, numbers in rows(texts)]


def _language(catalog: Catalog, tag: str) -> str:
    texts = states_in(catalog, tag)
    lines = [f"## {escape(own_language_name(tag))}", ""]
    lines += [*table(_("Texts"), texts), "", signed_note(texts), ""]
    left: dict[str, list[TextState]] = {}
    for text in texts:
        if text.state in ("missing", "behind"):
            left.setdefault(text.file, []).append(text)
    files = list(left.items())
    if files:
        lines += [_("What is left to do:"), ""]
    for file, waiting in files[:_MOST_FILES]:
        lines.append(f"- `{TRANSLATIONS}/{tag}/{file}.yml`: {_numbers(waiting)}")
    if (more := len(files) - _MOST_FILES) > 0:
        lines.append(f"- {ngettext('and %(num)s more file', 'and %(num)s more files', more)}")
    return "\n".join(lines)


def _numbers(texts: Iterable[TextState]) -> str:
    return ", ".join(
        f"{_(STATE_LABELS[state])} {number(count)}"
        for state, count in count_states(texts).items()
        if count
    )


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
