"""Write the texts about a suggestion on GitHub: issue comment, pull request and commit message."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resource_catalog.contribute.issue_forms.issue_to_entry import Draft, Issue
from resource_catalog.contribute.likely_duplicates import LikelyDuplicate
from resource_catalog.contribute.pull_request.findings_schema import LinkState
from resource_catalog.model.markdown.github_markdown import (
    address_span,
    code_block,
    code_span,
    escape,
)
from resource_catalog.model.messages import N_, _, ngettext
from resource_catalog.model.problems import Problem
from resource_catalog.site.suggest.suggest_form import SUGGESTION_PREFIX

MAX_ITEMS = 30
"""Longer lists of remarks or problems are truncated; the rest appears once these are fixed."""

MAX_ENTRY_LENGTH = 20_000
"""Longer entries are truncated; GitHub accepts comments of up to 65,536 characters."""

_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")


def issue_comment(
    draft: Draft,
    problems: Sequence[Problem],
    similar: Sequence[LikelyDuplicate],
    broken: Sequence[LinkState] = (),
) -> str:
    """The comment on the issue. ``broken`` are those of its links that do not open."""
    if not draft.text:
        parts = [_("Thank you. No entry could be made from this text.")]
    else:
        file = code_span(f"{draft.entry_id}.yml")
        parts = [
            _("Thank you. This is the entry made from it, %(file)s:", file=file),
            code_block(_truncate(draft.text), "yaml"),
        ]
    parts += _sections(draft, problems, similar)
    if draft.thin:
        more = [
            f"{escape(question.label)}: {escape(question.description)}" for question in draft.thin
        ]
        parts.append(_bullet_list(_("What others would like to know"), more))
    if broken:
        lines = [f"{address_span(link.url, 400)} {escape(link.reason)}" for link in broken]
        parts.append(_bullet_list(_("It does not open"), lines))
    if len(parts) == 2 and draft.text:
        parts.append(_("Nothing is missing. Someone who keeps the catalog will look at it."))
    else:
        parts.append(_("Edit the text above to fix this; it is then read again."))
    return "\n\n".join(parts) + "\n"


def pull_request_body(
    issue: Issue, draft: Draft, problems: Sequence[Problem], similar: Sequence[LikelyDuplicate]
) -> str:
    """The description of the pull request."""
    suggested = N_("%(title)s, suggested.")
    is_author_known = bool(_LOGIN.fullmatch(issue.author))
    if is_author_known and issue.number:
        suggested = N_("%(title)s, suggested by %(author)s in %(issue)s.")
    elif is_author_known:
        suggested = N_("%(title)s, suggested by %(author)s.")
    elif issue.number:
        suggested = N_("%(title)s, suggested in %(issue)s.")
    name = escape(draft.title) or _("A resource")
    author, reference = f"@{issue.author}", f"#{issue.number}"
    parts = [_(suggested, title=f"**{name}**", author=author, issue=reference)]
    if issue.number:
        parts[0] += f" Closes {reference}."  # the English word is a command to GitHub
    parts += _sections(draft, problems, similar)
    parts.append(
        _(
            "Before merging, open the links and read the entry: is it in plain words of its "
            "own, and does it claim nothing that isn’t known?"
        )
    )
    return "\n\n".join(parts) + "\n"


def commit_message(issue: Issue, draft: Draft) -> str:
    """The message of the commit, without any untrusted text."""
    where = f" from issue {issue.number}" if issue.number else ""
    text = f"Suggestion{where}: {draft.entry_id}\n"
    if issue.author_id is not None and _LOGIN.fullmatch(issue.author):
        email = f"{issue.author_id}+{issue.author}@users.noreply.github.com"
        text += f"\nCo-authored-by: {issue.author} <{email}>\n"
    return text


def pull_request_title(draft: Draft) -> str:
    """The title of the pull request."""
    title = " ".join(draft.title.split())[:120] or draft.entry_id
    return f"{SUGGESTION_PREFIX}{title}".replace("@", "@\u200b")


def _truncate(text: str) -> str:
    if len(text) <= MAX_ENTRY_LENGTH:
        return text
    more = _("… and so on")
    return f"{text[:MAX_ENTRY_LENGTH]}\n{more}"


def _sections(
    draft: Draft, problems: Sequence[Problem], similar: Sequence[LikelyDuplicate]
) -> list[str]:
    parts = []
    if draft.remarks:
        parts.append(_bullet_list(_("To review"), [escape(remark) for remark in draft.remarks]))
    if problems:
        lines = [_format_problem(problem, draft) for problem in problems]
        parts.append(_bullet_list(_("What the check found"), lines))
    if similar:
        lines = [
            f"{code_span(item.entry.id)} {escape(item.entry.title)}: {escape(item.why)}"
            for item in similar
        ]
        parts.append(_bullet_list(_("It may already be here"), lines))
    return parts


def _format_problem(problem: Problem, draft: Draft) -> str:
    is_in_draft = problem.file.endswith(f"/{draft.entry_id}.yml")
    place = f"{problem.file}:{problem.line}"
    if is_in_draft:
        place = _("line %(line)s", line=problem.line)
    text = f"{place}: {problem.sentence} {problem.hint}".strip()
    return f"{code_span(problem.code)} {escape(text, 600)}"


def _bullet_list(heading: str, items: Sequence[str]) -> str:
    left = len(items) - MAX_ITEMS
    more = [ngettext("and %(num)s more", "and %(num)s more", left)] if left > 0 else []
    return f"**{heading}**\n\n" + "\n".join(f"- {item}" for item in [*items[:MAX_ITEMS], *more])
