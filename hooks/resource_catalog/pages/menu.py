"""Choose the facets in the menu of the site, and their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.optional_pages import page_path
from resource_catalog.model.records.vocabulary import PHASES, STAGES

MenuItem = str | Mapping[str, object]
"""A page, or one with its label, as in the ``nav`` of MkDocs."""

_IF_ANY: Mapping[str, Callable[[Catalog], bool]] = {
    "tools/index.md": lambda catalog: bool(catalog.tools),
    "collections/index.md": lambda catalog: bool(catalog.collections),
}
"""The pages that a site has if its catalog has what they list."""

_FACETS = {f"{facet}/index.md": facet for facet in (PHASES, STAGES)}


def menu(items: Sequence[MenuItem], catalog: Catalog) -> list[MenuItem]:
    """The items of a menu, with the label of its vocabulary for a facet that has no other.

    In the place of phases or stages that the catalog does not have is another of its facets, if
    there is one with several terms.
    """
    return list(_items(items, catalog))


def without_left_out(items: Iterable[MenuItem], has_page: Callable[[str], bool]) -> list[MenuItem]:
    """The items of a menu but those for pages that the site does not have."""
    return [item for item in items if has_page(page_path(_path(item)))]


def _items(items: Sequence[MenuItem], catalog: Catalog) -> Iterator[MenuItem]:
    named = {_path(item) for item in items}
    spare = [
        facet
        for facet, vocabulary in catalog.asked_facets.items()
        if facet not in (PHASES, STAGES)
        and len(vocabulary.terms) > 1
        and f"{facet}/index.md" not in named
    ]
    for item in items:
        facet = _FACETS.get(_path(item))
        if not _IF_ANY.get(_path(item), bool)(catalog):
            continue
        if facet is None:
            yield item
        elif facet not in catalog.facets:
            if spare:
                yield _labelled(spare.pop(0), catalog)
        else:
            yield item if isinstance(item, Mapping) else _labelled(facet, catalog)


def _labelled(facet: str, catalog: Catalog) -> MenuItem:
    return {catalog.facets[facet].label: f"{facet}/index.md"}


def _path(item: MenuItem) -> str:
    """The path of a page in the menu; empty for a section."""
    path = next(iter(item.values()), "") if isinstance(item, Mapping) else item
    return path if isinstance(path, str) else ""
