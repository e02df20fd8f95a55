"""Build the links to the catalog's repository: edit a file, add or upload one, open an issue."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass

_GITHUB_EDIT = re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/(.+)")


def _no_edit_url(_: str) -> str | None:
    return None


@dataclass(frozen=True)
class RepositoryLinks:
    """The links to the repository that the catalog is kept in.

    ``edit_url`` maps the path of a file to the URL at which it is edited, or to None.
    ``new_file_url`` is a template for :func:`fill_url` with ``{name}`` and ``{text}``, and
    ``issue_url`` one with ``{title}`` and ``{body}``. ``upload_url`` is the page to upload an
    entry. Each is empty if it is not configured.
    """

    edit_url: Callable[[str], str | None] = _no_edit_url
    new_file_url: str = ""
    upload_url: str = ""
    issue_url: str = ""


NO_REPOSITORY = RepositoryLinks()


def github_new_file_urls(edit_uri: str, folder: str) -> tuple[str, str]:
    """The ``new_file_url`` and ``upload_url`` on GitHub; both are empty for any other host.

    ``edit_uri`` is the prefix of edit links, and ``folder`` the folder of the new file
    relative to it.
    """
    match = _GITHUB_EDIT.fullmatch(edit_uri)
    if match is None:
        return "", ""
    repository, edit_path = match.groups()
    path = posixpath.normpath(f"{edit_path}/{folder}")
    new_file = f"{repository}/new/{path}?filename={{name}}&value={{text}}"
    return new_file, f"{repository}/upload/{path}"
