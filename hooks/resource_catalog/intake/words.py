"""Words: what is said on GitHub about a suggestion, to those who made it and those who judge it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resource_catalog.intake.entry import Draft, Issue
from resource_catalog.likeness import SimilarEntry
from resource_catalog.problems import Problem
from resource_catalog.safe_markdown import code, fenced, plain

MOST = 30
"""How many points of a kind are said; whoever mends these sees the next ones."""

LONGEST_SHOWN = 20_000
"""GitHub takes comments of 65,536 letters; no good entry is nearly as long as this."""

_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")


def comment(draft: Draft, problems: Sequence[Problem], likely: Sequence[SimilarEntry]) -> str:
    """What is said below the issue."""
    if not draft.text:
        parts = ["Thank you. No entry could be made from this text."]
    else:
        parts = [
            f"Thank you. This is the entry that comes from it, {code(f'{draft.name}.yml')}:",
            fenced(_shown(draft.text), "yaml"),
        ]
    parts += _points(draft, problems, likely)
    if len(parts) == 2 and draft.text:
        parts.append("Nothing is missing. Someone who keeps the catalog will look at it.")
    else:
        parts.append("Edit the text above to mend what is missing; it is then read again.")
    return "\n\n".join(parts) + "\n"


def proposal(
    issue: Issue, draft: Draft, problems: Sequence[Problem], likely: Sequence[SimilarEntry]
) -> str:
    """The description of the pull request."""
    number = f" in #{issue.number}" if issue.number else ""
    who = f" by @{issue.author}" if _LOGIN.fullmatch(issue.author) else ""
    parts = [f"**{plain(draft.title) or 'A resource'}**, suggested{who}{number}."]
    if issue.number:
        parts[0] += f" Closes #{issue.number}."
    parts += _points(draft, problems, likely)
    parts.append(
        "Before this is merged, someone opens the links and reads the entry: is it in plain words "
        "of its own, and does nothing in it say more than is known?"
    )
    return "\n\n".join(parts) + "\n"


def commit_message(issue: Issue, draft: Draft) -> str:
    """The message of the commit; free words of strangers are not in it."""
    where = f" from issue {issue.number}" if issue.number else ""
    text = f"Suggestion{where}: {draft.name}\n"
    if issue.author_id is not None and _LOGIN.fullmatch(issue.author):
        mail = f"{issue.author_id}+{issue.author}@users.noreply.github.com"
        text += f"\nCo-authored-by: {issue.author} <{mail}>\n"
    return text


def headline(draft: Draft) -> str:
    """The title of the pull request."""
    return f"Suggestion: {' '.join(draft.title.split())[:120] or draft.name}".replace(
        "@", "@\u200b"
    )


def _shown(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}\n… and so on"


def _points(draft: Draft, problems: Sequence[Problem], likely: Sequence[SimilarEntry]) -> list[str]:
    parts = []
    if draft.remarks:
        parts.append(_list("To look at", [plain(remark) for remark in draft.remarks]))
    if problems:
        parts.append(_list("What the check says", [_problem(one, draft) for one in problems]))
    if likely:
        words = [
            f"{code(one.entry.id)} {plain(one.entry.title)}: {plain(one.why)}" for one in likely
        ]
        parts.append(_list("Perhaps it is there already", words))
    return parts


def _problem(one: Problem, draft: Draft) -> str:
    own = one.file.endswith(f"/{draft.name}.yml")
    place = f"line {one.line}" if own else f"{one.file}:{one.line}"
    return f"{code(one.code)} {plain(f'{place}: {one.message} {one.hint}'.strip(), 600)}"


def _list(heading: str, items: Sequence[str]) -> str:
    more = [f"and {len(items) - MOST} more"] if len(items) > MOST else []
    return f"**{heading}**\n\n" + "\n".join(f"- {item}" for item in [*items[:MOST], *more])
