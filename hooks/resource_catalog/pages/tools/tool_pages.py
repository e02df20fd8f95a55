"""Build the page of each tool, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from resource_catalog.exports import catalog_json
from resource_catalog.exports.json_text import encode
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _, ngettext
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.script_json import as_script_text
from resource_catalog.model.translations.shown_texts import source_of
from resource_catalog.model.translations.translatable_texts import texts_of
from resource_catalog.pages.page import Page, meta_description
from resource_catalog.pages.parts.share_panel import with_share_panel
from resource_catalog.site.site import Site
from resource_catalog.site.structured_data import learning_resource
from resource_catalog.tools.kind_registry import kind_of


def pages(site: Site) -> Iterator[Page]:
    """One page per tool, and the list of them if there are any."""
    catalog = site.catalog
    if catalog.tools:
        yield Page(
            path="tools/",
            title=_("Tools"),
            description=ngettext(
                "%(num)s tool to fill in, tick, or send, on this site or on paper.",
                "%(num)s tools to fill in, tick, or send, on this site or on paper.",
                len(catalog.tools),
            ),
            template="tools.html",
        )
    for tool in catalog.tools.values():
        yield tool_page(tool, site)


def tool_page(tool: Tool, site: Site) -> Page:
    """The page of one tool: a sheet to fill in, also on paper.

    Its browser code, and the template inside its template, are those of its kind.
    """
    catalog, kind = site.catalog, kind_of(tool)
    entry = catalog.tool_entries[tool.id]
    page = Page(
        path=tool.address,
        title=tool.title,
        description=meta_description(tool.summary),
        template="tool.html",
        data={
            "tool": tool,
            "entry": entry,
            "sheet": f"tools/{kind.name}/sheet.html",
            "tool_json": encode({**catalog_json.tool_data(tool, site), **_source(tool, catalog)}),
            "stands_for": catalog.items(tool.stands_for),
            "related": catalog.items(tool.related),
            "packs": catalog.backlinks.collections_with.get(tool.id, ()),
            "mentions": catalog.backlinks.mentions.get(tool.id, ()),
            **kind.page_data(tool, catalog),
        },
        source=tool.file,
        updated=tool.reviewed.on if tool.reviewed else tool.added,
        structured_data=lambda: as_script_text(
            learning_resource(entry, catalog, site.absolute_url)
        ),
    )
    shared = with_share_panel(page, tool.summary, (), site)
    share = shared.data["share"]
    if share is not None:
        # A tool keeps what is written in it on the device, which a page inside another cannot.
        share = replace(share, embed_html=None, embed_path=None)
    return replace(shared, data={**shared.data, "share": share}, code=f"open-{kind.name}")


def _source(tool: Tool, catalog: Catalog) -> dict[str, Any]:
    """The texts of a tool, and of the phases it names, that nobody has translated."""
    if not catalog.shown_in:
        return {}
    return source_of([[text.text for text in texts_of(tool)], [p.label for p in catalog.phases]])
