"""Exports: the catalog in formats that other programs read.

Each format is one module here. A new one joins the list in ``export_registry.py``;
what its ``offers(site)`` says of it stands on the page about data, and what its
``downloads(page, site)`` names stands on the pages that the files belong to.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ExportFile:
    """A file of the site: ``path`` below its root, and its whole content."""

    path: str
    content: str | bytes

    @property
    def raw(self) -> bytes:
        """The content as it is written."""
        return self.content if isinstance(self.content, bytes) else self.content.encode()


@dataclass(frozen=True)
class Download:
    """A file that belongs to one page, as the panel for sharing it names it.

    ``path`` is below the site's root.
    """

    path: str
    label: str


@dataclass(frozen=True)
class Offer:
    """A format that readers may take, in the words of the page about data.

    ``files`` are paths below the site's root with what is in each; ``purpose``
    says what it is for in a few words, ``about`` what is in it. ``example`` is a
    text to copy, ``example_label`` says where it goes. ``parts`` names what the
    file is made of, such as its columns, with the meaning of each.
    """

    name: str
    purpose: str
    about: str
    files: tuple[tuple[str, str], ...]
    example_label: str = ""
    example: str = ""
    parts_label: str = ""
    parts: tuple[tuple[str, str], ...] = ()
