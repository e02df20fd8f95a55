"""The ready e-mail of a list: no longer than mail programs take, whatever the titles are."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from citation_samples import real_site
from resource_catalog.model.records.entry import Entry
from resource_catalog.pages.parts.share_mail import MAX_MAIL_LENGTH
from resource_catalog.pages.parts.share_panel import share_list

SITE = real_site()
LINK = "The whole list, always up to date:\r\nhttps://library.example/phases/planning/"


def mail(title: str, about: str | None, titles: list[str]) -> tuple[str, str]:
    """The subject and the text of the mail for a list."""
    entries = [Entry(id=f"e-{n}", title=title, file="x", tags={}) for n, title in enumerate(titles)]
    share = share_list("phases/planning/", title, about, entries, SITE)
    assert share is not None
    assert len(share.mailto) <= MAX_MAIL_LENGTH
    asked = parse_qs(urlsplit(share.mailto).query)
    return asked["subject"][0], asked["body"][0]


def test_a_short_list_is_whole() -> None:
    assert mail("Planning", "What now?", ["One", "Two"]) == (
        "Planning (Micro-credential Roadmap)",
        f"What now?\r\n\r\n1. One\r\n2. Two\r\n\r\n{LINK}\r\n",
    )
    assert mail("Planning", None, [])[1] == f"{LINK}\r\n"


@pytest.mark.parametrize("word", ["Guide", "Руководство", "指南", "🙂", "&"])
@pytest.mark.parametrize("length", [1, 20])
def test_a_long_one_says_what_is_left_out(word: str, length: int) -> None:
    title = " ".join([word] * length)
    subject, body = mail(title, title * 5, [title] * 300)
    assert subject.startswith(word)
    assert body.endswith(f"{LINK}\r\n"), "the link is never cut"
    listed = body.count(". " + word)
    assert f"… and {300 - listed} more\r\n" in body


def test_one_word_that_is_too_long_is_cut() -> None:
    subject, _body = mail("x" * 5000, "y" * 5000, ["z" * 300])
    assert subject == "x" * (400 - 9) + "…"
