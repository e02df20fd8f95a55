"""The theme for a build of the catalog: its icons are not looked through for files to copy.

MkDocs lists every file of a theme and then passes over hidden ones, among which are the folders of
fourteen thousand icons. Not listing them at all leaves it the same files.
"""

from __future__ import annotations

import os

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


def pass_over_hidden_files(theme: Theme) -> None:
    """Have hidden files left out when the files of ``theme`` are listed, unless it is special."""
    if type(theme) is Theme:
        theme.__class__ = _Theme


class _Theme(Theme):
    """A theme whose environment lists what can be seen."""

    def get_env(self) -> Environment:
        """Called by MkDocs at the beginning of a build."""
        env = super().get_env()
        if type(env.loader) is FileSystemLoader:
            env.loader = _Visible(env.loader.searchpath)
        return env


class _Visible(FileSystemLoader):
    """Loads templates as ever, and lists those that are not hidden."""

    def list_templates(self) -> list[str]:
        """The names of all files, from their folder on."""
        found: set[str] = set()
        for root in self.searchpath:
            for folder, inner, files in os.walk(root):
                inner[:] = [name for name in inner if not name.startswith(".")]
                below = os.path.relpath(folder, root).replace(os.sep, "/")
                start = "" if below == "." else f"{below}/"
                found.update(start + name for name in files if not name.startswith("."))
        return sorted(found)
