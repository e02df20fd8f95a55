"""Define what makes a site look like that of the organization: its colors and links in the menu."""

from __future__ import annotations

from resource_catalog.model.colors import DARK_GROUNDS, Color, nearest_readable
from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import Line, Url
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.redirects import PagePath


class Colors(Record):
    """The color of links and signs."""

    light: Color = field("On a light ground, such as #155e63.", example="#155e63")
    dark: Color | None = field(
        "On a dark ground; a lighter shade of the other when left out.",
        default=None,
        example="#86cfc6",
    )

    @property
    def on_dark(self) -> str:
        """The color on a dark ground."""
        return self.dark or nearest_readable(self.light, DARK_GROUNDS)


class MenuLink(Record):
    """A link in the menu, to another site or to a page of this one."""

    label: Line = field("What readers see.", example="Our organization", translatable=True)
    url: Url | None = field(
        "The full address of another site.", default=None, example="https://example.org/"
    )
    page: PagePath | None = field(
        "Or the address of a page of this site, such as policies/.",
        default=None,
        example="policies/",
    )

    @property
    def target(self) -> str:
        """Where it leads: a full address, or a path below the root of the site."""
        return self.url or self.page or ""
