"""Generate the table of entry keys for the page about contributing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from resource_catalog.loading.tags import entry_keys
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.messages import N_, _, current, in_sentence
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.pages.markdown_site.markdown_escaping import escape, escape_marked

MARKER = "<!-- The table of keys, made by the build. -->"
"""The placeholder for the table in a hand-written page."""

_HEADINGS = N_("| Key | What to write |")
_SINGLE_FACET_HELP = N_("one of the [%(label)s](../%(facet)s/index.md)")
_MATRIX_FACET_HELP = N_("any number, or none: only where it was said that the resource belongs")
_OTHER_FACET_HELP = N_("any number of their terms, which [Browse](../browse/index.md) lists")


def with_key_table(markdown: str, catalog: Catalog) -> str:
    """Replace :data:`MARKER` in the Markdown of a hand-written page by the table."""
    return markdown.replace(MARKER, key_table(catalog)) if MARKER in markdown else markdown


def key_table(catalog: Catalog) -> str:
    """The table in Markdown: the keys of an entry in the order of a file, with their help.

    Adjacent keys with the same help share a row.
    """
    lines = [_(_HEADINGS) if _is_ours(_HEADINGS) else _HEADINGS, "|---|---|"]
    for help_text, rows in groupby(_rows(catalog), key=lambda row: row[1]):
        keys = ", ".join(f"`{key}`" for key, _ in rows)
        lines.append(f"| {keys} | {help_text} |")
    return "\n".join(lines)


def _rows(catalog: Catalog) -> Iterator[tuple[str, str]]:
    facets = {vocabulary.key or facet: facet for facet, vocabulary in catalog.facets.items()}
    fields = declared_fields(catalog.entry_type)
    for key in entry_keys(catalog.facets, catalog.entry_type):
        if key in facets:
            help_text = _facet_help(facets[key], catalog)
        else:
            field = fields[key]
            help_text = field.translated(field.docs_help)
            if field.is_own or not _is_ours(field.docs_help):
                help_text = escape(help_text)
        if help_text:
            yield key, help_text


def _facet_help(facet: str, catalog: Catalog) -> str:
    vocabulary = catalog.facets[facet]
    if vocabulary.single:
        label = escape_marked(in_sentence(vocabulary.label))
        text = _SINGLE_FACET_HELP if _is_ours(_SINGLE_FACET_HELP) else N_("one of the %(label)s")
        return _(text, label=label, facet=facet) if _is_ours(text) else label
    text = _MATRIX_FACET_HELP if facet in (PHASES, STAGES) else _OTHER_FACET_HELP
    return _(text) if _is_ours(text) else escape(_(text))


def _is_ours(english: str) -> bool:
    """Whether a text is the one in the code or a translation of it, not one of the catalog.

    Only those may hold Markdown.
    """
    messages = current()
    return messages.text(english) == messages.texts.get(english, english)
