"""Write the catalog in formats for other programs, one module per format.

A module yields its files in ``files(site)`` and is listed in ``export_registry.py``.
It can yield descriptions for the page about data in ``offers(site)``, and the
downloads of a page in ``downloads(page, site)``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ExportFile:
    """A file of the site, with its ``path`` below the root of the site."""

    path: str
    content: str | bytes

    @property
    def raw(self) -> bytes:
        """The content in bytes, with text in UTF-8."""
        return self.content if isinstance(self.content, bytes) else self.content.encode()


@dataclass(frozen=True)
class Download:
    """A file that belongs to one page, and its label in the sharing panel of that page.

    ``path`` is below the root of the site.
    """

    path: str
    label: str


@dataclass(frozen=True)
class Offer:
    """The description of a format for readers, on the page about data.

    ``files`` are pairs of a path below the root of the site and a description.
    ``purpose`` is what the format is for, in a few words, ``about`` what it
    contains. ``example`` is a text to copy, ``example_label`` where to paste it.
    ``parts`` are pairs of a part of the file, such as a column, and its meaning. An offer
    ``is_in_table`` of all files where it is a file of resources: of all, or of those of a page.
    """

    name: str
    purpose: str
    about: str
    files: tuple[tuple[str, str], ...]
    example_label: str = ""
    example: str = ""
    parts_label: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    is_in_table: bool = False
