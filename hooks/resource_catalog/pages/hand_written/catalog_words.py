"""Let our hand-written pages speak of a catalog: with its nouns, and the addresses it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import current
from resource_catalog.model.messages.language_messages import ENGLISH
from resource_catalog.model.messages.own_words import with_words
from resource_catalog.model.records.vocabulary import PHASES, query_parameter
from resource_catalog.pages.markdown_site.markdown_escaping import escape, escape_marked

SHOWN_FACETS = 4
"""How many facets are named as examples."""

ADDRESSES = "<!-- The addresses of facets, made by the build. -->"
QUERY = "<!-- An address with terms, made by the build. -->"
PARAMETERS = "`topic=`, `type=` and so on"
"""The text that stands for the names of facets in addresses, for readers of the file itself."""

_OURS_BY_NAME = "contribute/words.md"
"""The guide that says what our nouns are, so that they stay in it."""

_ALL_LINES = re.MULTILINE | re.DOTALL
_NOT_PROSE = re.compile(
    r"^```.*?^```$|^#+ ([^\n]*)$|`[^`\n]+`|<!--.*?-->|\]\([^)\s]*\)|<[^>\n]+>",
    re.MULTILINE | re.DOTALL,
)
"""Code, where links lead, and headings, whose text is the first group."""


def with_nouns(markdown: str, source: str) -> str:
    """The Markdown of our page at ``source`` with the catalog's nouns in place of ours."""
    messages = current()
    if messages.convert is None or source == _OURS_BY_NAME:
        return markdown
    escaped = {name: escape(text) for name, text in messages.names.items()}
    convert = with_words(ENGLISH, escaped).convert
    if convert is None:
        return markdown
    pieces, end = [], 0
    for kept in _NOT_PROSE.finditer(markdown):
        pieces += [convert(markdown[end : kept.start()]), _heading(kept, convert)]
        end = kept.end()
    return "".join([*pieces, convert(markdown[end:])])


def _heading(kept: re.Match[str], convert: Callable[[str], str]) -> str:
    """What is kept as it is; a heading changes, but other pages find it by what it was."""
    text = kept[1] or ""
    changed = convert(text)
    if changed == text:
        return kept[0]
    place = re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())
    return f"{kept[0][: kept.start(1) - kept.start()]}{changed} {{#{place}}}"


def with_addresses(markdown: str, catalog: Catalog) -> str:
    """Fill in what addresses the facets of a catalog have."""
    if ADDRESSES not in markdown:
        return markdown
    for address, is_there in (
        ("check", catalog.has_check),
        ("plan", catalog.has_check),
        ("situations", catalog.situations),
        ("tools", catalog.tools),
    ):
        if not is_there:
            markdown = re.sub(rf"^\| `/{address}/.*\n", "", markdown, flags=re.MULTILINE)
    if not catalog.tools:
        markdown = markdown.replace("; `here` for tools", "")
    if not catalog.has_check:
        markdown = re.sub(r"^What stands after the `#`.*?\n\n", "", markdown, flags=_ALL_LINES)
    return (
        markdown.replace(ADDRESSES, "\n".join(_address_rows(catalog)))
        .replace(QUERY, f"```text\n{_query(catalog)}\n```")
        .replace(PARAMETERS, _parameters(catalog))
    )


def _address_rows(catalog: Catalog) -> Iterator[str]:
    for facet in _shown(catalog):
        label = escape_marked(catalog.facets[facet].label)
        yield f"| `/{facet}/<{query_parameter(facet)}>/` | all that has one term of *{label}* |"
        if facet == PHASES and catalog.has_matrix:
            yield "| `/phases/<phase>/<stage>/` | all that has one term of both |"


def _query(catalog: Catalog) -> str:
    """An address that asks for words, for one term of a facet, and for two of another."""
    parts = ["q=survey"]
    for facet, number in zip(reversed(_shown(catalog)), (2, 1), strict=False):
        terms = catalog.facets[facet].terms[:number]
        parts[1:1] = [f"{query_parameter(facet)}={term.id}" for term in terms]
    return f"/browse/?{'&'.join([*parts, 'sort=title'])}"


def _parameters(catalog: Catalog) -> str:
    names = [f"`{query_parameter(facet)}=`" for facet in _shown(catalog)]
    more = " and so on" if len(catalog.facets) > len(names) else ""
    return (", ".join(names) + more) or "`topic=`"


def _shown(catalog: Catalog) -> list[str]:
    return [facet for facet, known in catalog.facets.items() if known.terms][:SHOWN_FACETS]
