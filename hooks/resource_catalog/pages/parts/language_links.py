"""Define the links of the menu of languages, which lead to the same page in another one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LanguageLink:
    """A language of the site.

    ``name`` is what it calls itself. ``root`` leads from the root of the language that is shown to
    that of this one, which is at ``url``. Search engines are told of it once it ``is_published``.
    """

    tag: str
    name: str
    root: str
    url: str
    is_here: bool
    is_published: bool
