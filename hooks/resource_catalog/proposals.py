"""Proposals: where changes to the catalog are proposed, as far as that is known."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

_GITHUB_EDIT = re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/(.+)")


def _unknown(_: str) -> str | None:
    return None


@dataclass(frozen=True)
class Proposals:
    """Where changes are proposed.

    ``edit`` gives the address at which a file is edited, ``upload`` is where an
    entry is uploaded. ``new_file`` is a pattern with ``{name}`` and ``{text}``,
    ``issue`` one with ``{title}`` and ``{body}``. Each is empty where nobody
    has said where the catalog is kept.
    """

    edit: Callable[[str], str | None] = _unknown
    new_file: str = ""
    upload: str = ""
    issue: str = ""


NOWHERE = Proposals()


def for_new_files(edit_uri: str, folder: str) -> tuple[str, str]:
    """The addresses of GitHub's pages for a new file and an upload, or nothing for another host.

    ``edit_uri`` is what edit links begin with, ``folder`` the folder of the
    new file as seen from there.
    """
    found = _GITHUB_EDIT.fullmatch(edit_uri)
    if found is None:
        return "", ""
    repository, place = found.groups()
    inside = posixpath.normpath(f"{place}/{folder}")
    new_file = f"{repository}/new/{inside}?filename={{name}}&value={{text}}"
    return new_file, f"{repository}/upload/{inside}"


def fill(pattern: str, words: Mapping[str, str]) -> str:
    """An address with its words filled in, whatever they hold."""
    # In one go, so that no text is taken for a place to fill in.
    return re.sub(
        r"\{(\w+)\}", lambda m: quote(words[m[1]], safe="") if m[1] in words else m[0], pattern
    )
