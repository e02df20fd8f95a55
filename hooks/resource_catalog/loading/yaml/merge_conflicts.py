"""Find the lines that Git leaves in a file when it could not merge two versions of it."""

from __future__ import annotations

import re

from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem

_OURS = re.compile(r"^<{7}(?: .*)?\r?$", re.MULTILINE)
_MIDDLE = re.compile(r"^={7}\r?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: .*)?\r?$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(```+|~~~+).*?^ {0,3}\1[`~]*[ \t]*\r?$", re.MULTILINE | re.DOTALL)


def merge_conflict(text: str, file: str, *, is_markdown: bool = False) -> Problem | None:
    """The problem with the first conflict in a text, which has all three lines; None without.

    Examples of code in Markdown may show a conflict.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    if is_markdown:
        text = _FENCE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    ours = _OURS.search(text)
    middle = _MIDDLE.search(text, ours.end() if ours else 0)
    theirs = _THEIRS.search(text, middle.end() if middle else 0)
    if middle is None or not (ours or theirs):
        return None  # such as a line of arrows
    first = ours or theirs
    if first is None:
        return None
    return Problem(
        file,
        text.count("\n", 0, first.start()) + 1,
        1,
        "merge-conflict",
        _("There are two versions of the same lines here, as Git leaves them when it can’t merge."),
        _(
            "Keep the right one, and delete the lines with %(begin)s, %(middle)s and %(end)s.",
            begin="<<<<<<<",
            middle="=======",
            end=">>>>>>>",
        ),
    )
