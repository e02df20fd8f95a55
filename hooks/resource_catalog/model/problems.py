"""Define the codes of the problems that a catalog can have, and format problems as reports.

:data:`GROUPS` is the only list of problem codes. A code is printed with every problem
and is its anchor in the guide, so it never changes its meaning. ``loading/problem_examples/``
has an example of each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from urllib.parse import urlsplit

from resource_catalog.model.messages import _, count
from resource_catalog.model.optional_pages import PROBLEMS_PATH
from resource_catalog.model.terminal_text import for_terminal

GROUPS: Mapping[str, Mapping[str, str]] = {
    "The file itself": {
        "missing-file": "A required file or folder is missing.",
        "not-a-file": "Something other than a regular file is where a YAML file is expected.",
        "unreadable-file": "The file cannot be opened.",
        "merge-conflict": "Git could not merge two versions, and left both in the file.",
        "stray-file": "Nothing reads this file, usually because its name ends wrong.",
        "file-too-large": "The file is far larger than a catalog file ever needs to be.",
        "not-utf8": "The file is not saved as UTF-8 text.",
        "empty-file": "The file is empty, or has only comments.",
        "bad-name": "A file name or id may have only lowercase letters, digits and hyphens.",
        "reserved-name": "This name is taken by the site itself.",
    },
    "How YAML is written": {
        "yaml-syntax": "The text is not valid YAML.",
        "tab-indent": "A tab is used where YAML only allows spaces.",
        "duplicate-key": "The same key is written twice in one place; one would be lost.",
        "look-alike": "A character only looks like the space, colon or hyphen that YAML needs.",
        "comment-in-text": "A # after a space hides the rest of the line; no comment was meant.",
        "not-allowed-yaml": "Anchors, aliases, tags and several documents in one are not used.",
        "too-deep": "Lists or keys are nested far deeper than any catalog file needs.",
    },
    "Keys and values": {
        "unknown-key": "The key is not one that this kind of file knows.",
        "missing-key": "A required key is missing.",
        "empty-value": "The key is there, but nothing is written after it.",
        "wrong-kind": "A list is where text belongs, text is where a list belongs, and the like.",
        "unknown-value": "The value is not one of the few that this key allows.",
        "unknown-term": "The term is not in its vocabulary.",
        "too-long": "The text is longer than a reader would want.",
        "control-character": "The text has an invisible character in it.",
        "not-allowed-html": "A page of your own has more in it than text, links, and pictures.",
        "code-in-text": "A text has a code in it instead of a character.",
        "spreadsheet-error": "A spreadsheet error is where a value belongs.",
        "markup": "Markdown, HTML, or a template is used where plain text is shown.",
        "bad-date": "Not a calendar date in the expected format.",
        "future-date": "A day in the future, for something that should be in the past.",
        "bad-duration": "Not a duration in the expected format.",
        "lost-value": "A translation lacks something that has to stay as it is in its source.",
        "bad-fingerprint": "Not what marks which source text a translation was made from.",
        "bad-language": "Not a language tag such as en or es-MX.",
        "bad-url": "Not an address a reader can follow safely: http or https, with a host.",
        "wrapped-url": "A mail program’s or search engine’s address, wrapped around the real one.",
        "unreachable-url": "An address that doesn’t work for other people.",
        "bad-path": "Not the address of a page below the root of this site.",
        "bad-email": "Not an e-mail address.",
        "bad-color": "Not a color, or one in which text would be hard to read.",
        "bad-file": "Not a file in the catalog folder that can be used for this.",
        "bad-picture": "A picture that the catalog does not have.",
        "bad-icon": "Not one of the theme’s icons.",
        "duplicate-item": "The same thing is listed twice.",
    },
    "Links and access": {
        "missing-link": "The entry is marked as available, but has no link.",
        "unexpected-link": "The entry is marked as having no link, but has one.",
        "primary-link": "Exactly one link of an entry is the primary one.",
        "bad-change-log": "The record of changes is not in the format in which it was written.",
        "bad-ledger": "The record of the link watch is not in the format in which it was written.",
    },
    "Across files": {
        "duplicate-id": "Two files have the same id.",
        "duplicate-term": "A vocabulary has the same term twice.",
        "duplicate-title": "Two entries, or two collections, have the same title.",
        "duplicate-url": "Two links lead to the same address.",
        "unknown-entry": "No entry has this id.",
        "unknown-question": "No question or task of a stage has this id.",
        "unknown-source": "A translation is of something that the catalog does not have.",
        "unknown-page": "A link on a page of your own leads to a page that the site does not have.",
        "refers-to-itself": "An entry names itself where another is meant.",
        "reference-loop": "Following the references leads back to the start.",
        "sequence-untagged": "A phase lists an entry that is not tagged with that phase.",
        "retired-entry": "A collection has a retired entry in it.",
        "alias-taken": "An old id given as alias belongs to something else.",
        "address-taken": "An address said to have moved is still a page, or has moved twice.",
    },
}
"""The description of every code, in the order of the guide."""

RULES: Mapping[str, str] = {
    code: description for rules in GROUPS.values() for code, description in rules.items()
}

MAX_QUOTED_LENGTH = 80
"""Longer texts are truncated when a message quotes them."""


Replacement = str | tuple[str, ...]
"""A value that fixes a problem: a text, or the items of a list."""


@dataclass(frozen=True, order=True)
class Problem:
    """A problem of a catalog at one place in a file, described for the person who will fix it.

    ``line`` and ``column`` count from 1. ``code`` is a key of :data:`RULES`. ``message``
    describes the problem and ``hint`` the solution; the hint may be empty.
    ``replacement`` is what must be written at that place, if that is certain. ``field_name`` is
    the field that the message is about, where it does not name that itself.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    replacement: Replacement | None = field(default=None, compare=False)
    field_name: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.code not in RULES:
            raise ValueError(f"{self.code!r} is not in RULES")

    @property
    def sentence(self) -> str:
        """The message, which stands alone: it starts with the field that it is about."""
        if not self.field_name:
            return self.message
        return _("%(field)s: %(message)s", field=self.field_name, message=self.message)

    def __str__(self) -> str:
        text = f"{self.file}:{self.line}:{self.column}: {self.code} {self.sentence}"
        return f"{text} {self.hint}" if self.hint else text


def field_in(keys: Iterable[str | int], message: str, hint: str) -> str:
    """The field at the end of ``keys``, the numbers in which are places in lists.

    Empty if the message names it, or the hint has its line in it, such as ``title: …``.
    """
    names = [printable(key[:MAX_QUOTED_LENGTH]) for key in keys if isinstance(key, str)]
    last = names[-1].rpartition("(")[2].removesuffix(")") if names else ""
    is_named = in_quotes(last) in message or re.search(
        rf"(?<![\w-]){re.escape(last)}:", f"{message} {hint}"
    )
    return "" if is_named else " › ".join(names)


NO_BREAK_SPACES = "\xa0\u202f"
"""What a sentence in French has beside its signs and in its numbers."""


def quoted(text: str) -> str:
    """A text in quotation marks, on one line, truncated and with invisible characters escaped."""
    excerpt = text if len(text) <= MAX_QUOTED_LENGTH else text[: MAX_QUOTED_LENGTH - 1] + "…"
    return in_quotes(printable(excerpt))


def in_quotes(text: str) -> str:
    """A text in the quotation marks of the site's language."""
    return _("“%(text)s”", text=text)


def printable(text: str, *, keep: str = "") -> str:
    """``text`` with line breaks and invisible characters as escape sequences, but for ``keep``."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in keep else c.encode("unicode_escape").decode() for c in text
    )


def guide_url(site: str | None) -> str:
    """The URL of the guide to the codes; empty if the site is not published."""
    host = urlsplit(site or "").hostname
    published = host is not None and host not in ("localhost", "127.0.0.1", "::1")
    return f"{(site or '').rstrip('/')}/{PROBLEMS_PATH}" if published else ""


def as_text(problems: Iterable[Problem], guide_url: str = "") -> str:
    """Format one problem a line as ``file:line:column: code message``, with a link to the guide."""
    return "\n".join(
        for_terminal(f"{problem}{_guide_link(problem, guide_url)}") for problem in problems
    )


def _guide_link(problem: Problem, guide_url: str) -> str:
    return _(" More: %(address)s", address=f"{guide_url}#{problem.code}") if guide_url else ""


def as_json(problems: Iterable[Problem], _: str = "") -> str:
    """Format problems as a JSON list of objects, without the replacements."""
    records = [asdict(problem) | {"message": problem.sentence} for problem in problems]
    for record in records:
        del record["replacement"], record["field_name"]
    return json.dumps(records, indent=2, ensure_ascii=False)


def as_github(problems: Iterable[Problem], guide_url: str = "") -> str:
    """Format problems as workflow commands, which annotate the lines of a pull request."""
    return "\n".join(
        workflow_command(
            "error",
            {"file": p.file, "line": p.line, "col": p.column, "title": p.code},
            f"{p.sentence} {p.hint}".strip() + _guide_link(p, guide_url),
        )
        for p in problems
    )


def workflow_command(name: str, properties: Mapping[str, object], text: str) -> str:
    """A workflow command of GitHub Actions, escaped as its toolkit does."""

    def escape_data(value: object) -> str:
        return str(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def escape_property(value: object) -> str:
        return escape_data(value).replace(":", "%3A").replace(",", "%2C")

    fields = ",".join(f"{key}={escape_property(value)}" for key, value in properties.items())
    return f"::{name} {fields}::{escape_data(text)}"


def summary(problems: Iterable[Problem]) -> str:
    """Count problems and files: ``3 problems in 2 files``."""
    found = list(problems)
    files = len({problem.file for problem in found})
    if not found:
        return _("0 problems")
    return _(
        "%(problems)s in %(files)s",
        problems=count(len(found), "problem"),
        files=count(files, "file"),
    )
