"""oEmbed: a question that several providers understand, and the word they give."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from resource_catalog.links.reading import PAGE_LIMIT
from resource_catalog.links.spelling import ParsedUrl, parse_url
from resource_catalog.links.verdicts import Verdict
from resource_catalog.links.visit import Visit

Ask = Callable[[ParsedUrl, int], Awaitable[Visit]]
"""Asks an address, reading so many bytes of the answer."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a provider says of a thing."""

    verdict: Verdict
    reason: str
    title: str = ""
    visit: Visit | None = None


def oembed(
    name: str, endpoint: str, meanings: Mapping[int, Word]
) -> Callable[[ParsedUrl, str, Ask], Awaitable[Word]]:
    """A question to an oEmbed endpoint, with what its refusals mean."""

    async def question(_: ParsedUrl, subject: str, ask: Ask) -> Word:
        visit = await ask(parse_url(endpoint + quote(subject, safe="")), PAGE_LIMIT)
        if visit.error is not None or visit.status is None:
            return Word(
                "transient", f"{name} could not be asked: {visit.error_detail}", visit=visit
            )
        if visit.status == 200:
            try:
                said = json.loads(visit.body)
                title = str(said.get("title") or "")
            except (ValueError, AttributeError):
                return Word(
                    "unverified", f"{name} gave an answer that could not be read", visit=visit
                )
            return Word("ok", f"{name} knows it", title, visit)
        meant = meanings.get(visit.status)
        if meant is not None:
            return Word(meant.verdict, meant.reason, visit=visit)
        if visit.status == 429:
            return Word("blocked", f"{name} is asked too often", visit=visit)
        if visit.status >= 500:
            return Word("transient", f"{name} has trouble of its own ({visit.status})", visit=visit)
        return Word("unverified", f"{name} does not say", visit=visit)

    return question
