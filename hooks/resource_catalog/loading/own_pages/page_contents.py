"""Read the hand-written pages of a catalog: what they link to, and what must not be in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.own_pages.front_matter import body_of, front_matter
from resource_catalog.loading.own_pages.page_files import markdown_pages
from resource_catalog.loading.translations.translation_folder import translated_pages
from resource_catalog.loading.yaml import parser, yaml_file
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.markdown.limits import MOST, sign_too_often
from resource_catalog.model.messages import _, number
from resource_catalog.model.problems import Problem, quoted

MAX_LENGTH = 100_000
"""How many characters a page may have; at this length it takes a second to convert."""

META = ("title", "description", "search")
"""What a page of the catalog can say of itself; the rest is for the code."""

EXTENSIONS = ("admonition", "attr_list", "tables", "toc", "pymdownx.superfences")
"""How Markdown is read, as in ``mkdocs.yml``."""

_TEXTS = META[:2]
_SETTING = re.compile(r" {0,3}([A-Za-z0-9_-]+):")
_SAYS_SOMETHING = re.compile(rf"^({'|'.join(META)})[ \t]*:", re.MULTILINE)
_SUSPECT = re.compile(
    r"[<&{]|!\[|\]\s*[(:]\s*(?!(?:https?|mailto|tel):)[a-z][a-z0-9+.-]*:", re.IGNORECASE
)
"""What a page has of which more may come than texts and links; most have nothing of it."""

_SHORT = 20_000
"""Up to this length nothing in a text is nested so deep that it cannot be converted."""

_ACTIVE = frozenset(
    """
    animate base button embed form frame iframe input link math meta noscript object plaintext
    portal script select set style svg template textarea xmp
    """.split()
)
_PICTURES = frozenset("audio img source track video".split())
_SCHEMES = ("", "http", "https", "mailto", "tel")


@dataclass(frozen=True)
class PageContents:
    """What the HTML of a page holds.

    ``active`` is what could run, change looks or ask another host, each with the text to find it
    by. ``targets`` are where links and pictures lead, as they are written, and ``ids`` the places
    that links can name.
    """

    active: tuple[tuple[str, str], ...]
    targets: tuple[str, ...]
    ids: frozenset[str]


@lru_cache(maxsize=200)
def contents_of(text: str) -> PageContents:
    """Convert the text of a page, which is neither too long nor nested too deep."""
    from markdown import Markdown  # slow to import, and most pages need not be converted

    found = _Contents()
    found.feed(Markdown(extensions=list(EXTENSIONS)).convert(body_of(text)))
    found.close()
    return PageContents(
        tuple(dict.fromkeys(found.active)),
        tuple(dict.fromkeys(found.targets)),
        frozenset(found.ids),
    )


def read_page(path: Path) -> tuple[str | None, list[Problem]]:
    """The text of a page that can be converted; None and the problem if there is none."""
    text, found = yaml_file.read_text(path)
    if text is None:
        return None, found
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    message = ""
    if len(text) > MAX_LENGTH:
        message = _(
            "The page has %(length)s characters; at most %(limit)s are shown.",
            length=number(len(text)),
            limit=number(MAX_LENGTH),
        )
    elif sign := sign_too_often(text):
        message = _(
            "“%(sign)s” is in this text more than %(most)s times.", sign=sign, most=MOST[sign]
        )
    if message:
        hint = _("Split it, or remove what is not needed.")
        return None, [Problem(yaml_file.display_path(path), 1, 1, "too-long", message, hint)]
    return text, []


def begins_like_a_setting(text: str) -> bool:
    """Whether the first line of a page looks like one of :data:`META`, and is none."""
    line = _SETTING.match(text)
    return line is not None and line[1].lower() not in META


def page_contents(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Pages can be read and converted, and hold only texts, links and pictures of the site."""
    for path in (*markdown_pages(loaded.folder), *translated_pages(loaded.folder)):
        text, found = read_page(path)
        yield from found
        if text is not None:
            file = yaml_file.display_path(path)
            yield from _front_matter(file, text)
            if len(text) > _SHORT or _SUSPECT.search(body_of(text)):
                yield from _active_parts(file, text)


def _front_matter(file: str, text: str) -> Iterator[Problem]:
    """What a page says of itself is YAML, as far as it is meant to say something."""
    top = front_matter(text)
    if not _SAYS_SOMETHING.search(top):
        return
    data, found = parser.parse(top, file=file)
    for key in _TEXTS if isinstance(data, dict) else ():
        if not isinstance(data.get(key, ""), str):
            message = _("“%(key)s” of a page must be text.", key=key)
            found.append(Document(file, top, data).problem("wrong-kind", (key,), message))
    yield from (replace(problem, line=problem.line + 1) for problem in found)


def _active_parts(file: str, text: str) -> Iterator[Problem]:
    try:
        active = contents_of(text).active
    except RecursionError:
        message = _("Something in this text is nested too deeply to be shown.")
        yield Problem(file, 1, 1, "too-deep", message, _("Make it flatter."))
        return
    for part, needle in active:
        line, column = place_of(needle, text)
        message = _("%(part)s cannot be on a page of a catalog.", part=quoted(part))
        hint = _("Pages may have text, links, and pictures of their own. Remove this.")
        yield Problem(file, line, column, "not-allowed-html", message, hint)


def place_of(needle: str, text: str) -> tuple[int, int]:
    """The line and column of the first place in a page, outside of code, that has ``needle``."""
    at = without_code(text).casefold().find(needle.casefold())
    return place_at(max(at, 0), text)


def place_at(offset: int, text: str) -> tuple[int, int]:
    """The line and column of an offset, from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def without_code(text: str) -> str:
    """The text of a page with spaces for its front matter and code, so that offsets stay."""
    lines, fence = [], ""
    skipped = len(text) - len(body_of(text))
    for line in text[skipped:].split("\n"):
        start = line.lstrip(" ")[:3]
        is_fence = start in ("```", "~~~") and fence in ("", start)
        if is_fence:
            fence = "" if fence else start
        lines.append(" " * len(line) if fence or is_fence else line)
    spaces = re.sub(r"[^\n]", " ", text[:skipped])
    return spaces + re.sub(r"`[^`\n]+`", lambda code: " " * len(code[0]), "\n".join(lines))


def is_own_file(address: str) -> bool:
    """Whether an address is that of a file of the same site."""
    parts = urlsplit(address.strip())
    return (
        not (parts.scheme or parts.netloc)
        and not address.strip().startswith("//")  # browsers read ///host as they do //host
        and not set(address) & set("\\,:")
        and (address.isprintable())
    )


class _Contents(HTMLParser):
    """Collects what :class:`PageContents` has."""

    def __init__(self) -> None:
        super().__init__()
        self.active: list[tuple[str, str]] = []
        self.targets: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called for each start tag."""
        if tag in _ACTIVE:
            self.active.append((f"<{tag}>", f"<{tag}"))
        for name, given in attrs:
            value = given or ""
            if name in ("id", "name"):
                self.ids.add(value)
            elif name == "style" or name.startswith("on"):
                self.active.append((f"{name}= in <{tag}>", f"{name}="))
            elif name in ("src", "srcset", "poster", "data", "background"):
                self.targets.append(value)
                if tag in _PICTURES and not _is_local(value):
                    self.active.append((f"{value} in <{tag}>", value))
            elif name in ("href", "action", "xlink:href", "formaction"):
                self.targets.append(value)
                if not _has_safe_scheme(value):
                    self.active.append((f"{value} in <{tag}>", value))


def _is_local(address: str) -> bool:
    try:
        return is_own_file(address)
    except ValueError:  # as in http://[
        return False


def _has_safe_scheme(address: str) -> bool:
    try:
        return urlsplit(address.strip()).scheme.lower() in _SCHEMES
    except ValueError:
        return False


CHECKS = (page_contents,)
