"""Write ``opensearch.xml``, with which browsers search the catalog from the address bar."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from resource_catalog.exports import ExportFile, Offer
from resource_catalog.model.messages import _
from resource_catalog.site.site import Site

PATH = "opensearch.xml"

MAX_SHORT_NAME, MAX_LONG_NAME, MAX_DESCRIPTION = 16, 48, 1024
"""The maximum lengths in OpenSearch 1.1."""

IMAGE_TYPES = {"svg": "image/svg+xml", "png": "image/png", "ico": "image/x-icon"}
"""The media types of icons, by the ending of their names."""


def files(site: Site) -> Iterator[ExportFile]:
    """The OpenSearch description."""
    identity = site.catalog.identity
    about = identity.description or _("Search %(title)s", title=identity.title)
    found, here = site.absolute_url("browse/"), site.absolute_url(PATH)
    kind = IMAGE_TYPES.get(site.favicon.rpartition(".")[2], "image/svg+xml")
    yield ExportFile(
        PATH,
        f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{escape(_truncate(identity.title, MAX_SHORT_NAME))}</ShortName>
  <LongName>{escape(_truncate(identity.title, MAX_LONG_NAME))}</LongName>
  <Description>{escape(_truncate(about, MAX_DESCRIPTION))}</Description>
  <Url type="text/html" method="get" template="{escape(found)}?q={{searchTerms}}"/>
  <Url rel="self" type="application/opensearchdescription+xml" template="{escape(here)}"/>
  <Image type="{kind}">{escape(site.absolute_url(site.favicon))}</Image>
  <Language>{escape(identity.language)}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
""",
    )


def offers(site: Site) -> Iterator[Offer]:
    """The description for readers."""
    yield Offer(
        name=_("Search"),
        purpose=_("for your browser"),
        about=_(
            "Search from the address bar. Firefox offers it in the menu of the address bar while "
            "you are here. In Chrome and Edge, add the address below under Settings, Search "
            "engine, Manage search engines."
        ),
        files=((PATH, _("Description of the search")),),
        example_label=_("The address to add"),
        example=f"{site.absolute_url('browse/')}?q=%s",
    )


def _truncate(text: str, length: int) -> str:
    """Truncate a text to whole words, on one line."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[: length + 1].rpartition(" ")[0] or line[:length]
