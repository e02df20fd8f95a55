"""Parse the event payload of GitHub into an issue."""

from __future__ import annotations

import json

from resource_catalog.contribute.issue_forms.issue_to_entry import Issue
from resource_catalog.model.messages import _


class UnreadableEventError(Exception):
    """The payload has no valid issue."""


def parse_issue_event(payload: str) -> Issue:
    """The issue in the JSON of an ``issues`` event. Raises :class:`UnreadableEventError`."""
    try:
        issue = json.loads(payload)["issue"]
        return Issue(
            body=str(issue.get("body") or ""),
            title=str(issue.get("title") or ""),
            number=int(issue["number"]),
            author=str(issue["user"]["login"]),
            author_id=int(issue["user"]["id"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnreadableEventError(
            _("This is not the event file that GitHub writes for an issue.")
        ) from None
