"""Events: an issue as GitHub describes it when something happens to it."""

from __future__ import annotations

import json

from resource_catalog.contribute.issue_forms.issue_to_entry import Issue


class UnreadableEventError(Exception):
    """There is no issue to read. The message says why."""


def issue_of(event: str) -> Issue:
    """The issue of an event, from its JSON. Raises :class:`UnreadableEventError`."""
    try:
        issue = json.loads(event)["issue"]
        return Issue(
            body=str(issue.get("body") or ""),
            title=str(issue.get("title") or ""),
            number=int(issue["number"]),
            author=str(issue["user"]["login"]),
            author_id=int(issue["user"]["id"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnreadableEventError(
            "This is not what GitHub writes when something happens to an issue."
        ) from None
