"""Lean templates: read without the white space that only those who write them need.

Where a line begins is nothing that HTML shows, except in ``pre`` and ``textarea``; no template has
lines in one. A fifth of each page was indentation.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import BaseLoader, Environment

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class LeanLoader(BaseLoader):
    """Gives the templates of another loader, with every line at the left edge."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Called by Jinja. The lines keep their numbers, for its errors to name them."""
        source, path, is_current = self._loader.get_source(environment, template)
        return _INDENTATION.sub("", source), path, is_current

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._loader.list_templates()


def read_lean(environment: Environment) -> None:
    """Let an environment read its templates lean, and tags on a line of their own leave no line.

    To be called before it has compiled any.
    """
    if environment.loader is not None:
        environment.loader = LeanLoader(environment.loader)
    environment.trim_blocks = True
