"""List the files of the theme without its icons, which MkDocs would look at one by one.

Of about 15,000 files, 14,000 are icons in a hidden folder. MkDocs copies nothing from hidden
folders, so a list without them gives the same site. Templates still find each icon by its name.
"""

from __future__ import annotations

import os
from typing import Any

from jinja2 import Environment, FileSystemLoader


class VisibleFilesLoader(FileSystemLoader):
    """Loads what Jinja's own loader does, but does not list what is in hidden folders."""

    def list_templates(self) -> list[str]:
        """The names of all files outside hidden folders, sorted."""
        found: set[str] = set()
        for root in self.searchpath:
            for folder, folders, files in os.walk(root, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = os.path.relpath(folder, root)
                found.update(os.path.normpath(os.path.join(below, name)) for name in files)
        return sorted(name.replace(os.sep, "/") for name in found)


def list_visible_files(theme: Any) -> None:
    """Make the environments of a theme list its visible files only."""
    make = type(theme).get_env

    def get_env() -> Environment:
        env: Environment = make(theme)
        if type(env.loader) is FileSystemLoader:
            env.loader = VisibleFilesLoader(env.loader.searchpath)
        return env

    theme.get_env = get_env
