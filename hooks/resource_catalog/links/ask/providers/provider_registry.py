"""List the sites whose pages look alike whether a resource exists or not, and how to ask each.

:data:`PROVIDERS` is the registry. Most new providers are one row of :mod:`oembed_table` or
:mod:`gone_marks_table`; one with a way of its own is a module and a row here. Examples of answers
are in tests/links/providers.yml.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from resource_catalog.links.ask.providers.doi import check_doi, doi_url
from resource_catalog.links.ask.providers.gone_marks_table import PAGE_PROVIDERS
from resource_catalog.links.ask.providers.google_files import check_google_file, google_file_url
from resource_catalog.links.ask.providers.oembed import Fetch, ProviderResult
from resource_catalog.links.ask.providers.oembed_table import OEMBED_PROVIDERS
from resource_catalog.links.ask.providers.soundcloud import check_soundcloud, soundcloud_resource
from resource_catalog.links.ask.providers.vimeo import check_vimeo, vimeo_resource
from resource_catalog.links.ask.providers.youtube import check_youtube, youtube_resource
from resource_catalog.links.url_parsing import ParsedUrl


@dataclass(frozen=True)
class Provider:
    """One row of :data:`PROVIDERS`.

    ``resource_url`` returns the canonical URL of the resource at a URL; empty if it is not a
    resource of this provider. ``check`` takes the URL, the canonical URL and a fetch function; it
    returns None where the page at the URL is to be judged like any other.
    """

    name: str
    resource_url: Callable[[ParsedUrl], str]
    check: Callable[[ParsedUrl, str, Fetch], Awaitable[ProviderResult | None]]


def find_provider(url: ParsedUrl) -> tuple[Provider, str] | None:
    """The provider of a URL and the canonical URL of the resource; None if there is none."""
    for provider in PROVIDERS:
        resource_url = provider.resource_url(url)
        if resource_url:
            return provider, resource_url
    return None


PROVIDERS: tuple[Provider, ...] = (
    Provider("DOI", doi_url, check_doi),
    Provider("YouTube", youtube_resource, check_youtube),
    Provider("SoundCloud", soundcloud_resource, check_soundcloud),
    Provider("Vimeo", vimeo_resource, check_vimeo),
    Provider("Google", google_file_url, check_google_file),
    *(Provider(row.name, row.resource_url, row.check) for row in OEMBED_PROVIDERS),
    *(Provider(row.name, row.resource_url, row.check) for row in PAGE_PROVIDERS),
)
