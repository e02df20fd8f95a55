"""The page of an entry that does not open: what to use instead, and the field for its link."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from opened_site import open_folder, rendered
from resource_catalog.pages.resources import resource_page
from resource_catalog.site.repository_links import RepositoryLinks
from sample_catalog import write_catalog
from sites import TOOL_SAMPLES

REPORT = "https://git.example.org/o/n/issues/new?labels=link&title={title}&body={body}"
TITLE = 'Lost "& found"'


def page_of(
    tmp_path: Path, entry: dict[str, Any], identity: dict[str, Any], report: str = ""
) -> LexborHTMLParser:
    entries = {
        "lost": {"title": TITLE, **entry},
        "near": {"title": "Near", "links": [{"url": "https://example.org/n"}], "access": "open"},
    }
    folder = write_catalog(tmp_path / "catalog", entries, identity={"title": "T", **identity})
    site = open_folder(folder, repository=RepositoryLinks(issue_url=report))
    return rendered(resource_page(site.catalog.entries["lost"], site), site)


def form_of(page: LexborHTMLParser) -> tuple[str, dict[str, str], str]:
    """Where the form leads, what it sends along, and the name of its field."""
    form = page.css_first("form.rc-send")
    (field,) = form.css("input:not([type=hidden])")
    hidden = {
        str(node.attributes["name"]): str(node.attributes["value"])
        for node in form.css("input[type=hidden]")
    }
    return str(form.attributes["action"]), hidden, str(field.attributes["name"])


KNOWN = {"name": "lost", "title": TITLE, "summary": "What it is.", "type": "report"}
SUBJECT = f"Link for “{TITLE}” (lost)"


@pytest.mark.parametrize(
    ("identity", "report", "form"),
    [
        (
            {"email": "us@example.org", "contact": "https://example.org/contact"},
            REPORT,
            (
                "https://git.example.org/o/n/issues/new",
                {"labels": "link", "title": SUBJECT},
                "body",
            ),
        ),
        (
            {"email": "us@example.org"},
            "https://example.org/{title}/{body}",
            ("mailto:us@example.org", {"subject": SUBJECT}, "body"),
        ),
        ({}, "", ("../../contribute/suggest/", {**KNOWN, "access": "open"}, "links")),
    ],
    ids=["report", "e-mail", "suggestion"],
)
def test_the_link_goes_to_the_first_address_that_is_set(
    tmp_path: Path, identity: dict[str, Any], report: str, form: tuple[str, dict[str, str], str]
) -> None:
    page = page_of(tmp_path, {}, identity, report)
    assert form_of(page) == form
    assert page.css_first("label[for=send-link]").text() == "Have the link? Paste it"


def test_whom_to_ask_is_another_question(tmp_path: Path) -> None:
    asked = {"access": "on-request", "request_from": "unknown"}
    page = page_of(tmp_path, asked, {})
    assert form_of(page)[1:] == ({**KNOWN, "access": "on-request"}, "request_from")
    assert page.css_first("label[for=send-link]").text() == "Know whom to ask? Write it here"


def test_a_contact_page_is_led_to_and_a_site_without_any_has_no_form(tmp_path: Path) -> None:
    page = page_of(tmp_path / "contact", {}, {"contact": "https://example.org/contact"})
    assert not page.css("form")
    assert page.css_first(".rc-send a").attributes["href"] == "https://example.org/contact"
    page = page_of(tmp_path / "none", {}, {"leave_out": ["suggest"]})
    assert not page.css(".rc-send")


def test_what_opens_has_neither(tmp_path: Path) -> None:
    opening = {"links": [{"url": "https://example.org/l"}], "access": "open", "instead": ["near"]}
    page = page_of(tmp_path, opening, {})
    assert not page.css(".rc-instead, .rc-send")


def test_a_guess_is_said_to_be_one(tmp_path: Path) -> None:
    guessed = page_of(tmp_path / "guess", {}, {}).css_first(".rc-instead")
    assert "Picked automatically" in guessed.text()
    chosen = page_of(tmp_path / "chosen", {"instead": ["near"]}, {}).css_first(".rc-instead")
    assert "Picked automatically" not in chosen.text()
    assert chosen.css_first(".rc-card__link").text() == "Near"


def test_where_nothing_is_near_there_is_the_whole_list(tmp_path: Path) -> None:
    page = page_of(tmp_path, {"type": "podcast"}, {})
    assert not page.css(".rc-instead")
    assert page.css_first(".rc-more").attributes["href"] == "../../browse/"


def test_the_tool_that_stands_for_it_comes_first_and_nothing_is_guessed(tmp_path: Path) -> None:
    entries = {
        name: {
            "title": name.title(),
            "links": [{"url": f"https://example.org/{name}"}],
            "access": "open",
        }
        for name in ("zebra", "near")
    }
    lost = {"title": "Lost", "phases": ["first"]}
    folder = write_catalog(tmp_path / "catalog", {**entries, "unlocated": lost})
    (folder / "tools").mkdir()
    shutil.copy(TOOL_SAMPLES / "pilot-dates.yml", folder / "tools")
    site = open_folder(folder)
    page = rendered(resource_page(site.catalog.entries["unlocated"], site), site)
    (card,) = page.css("section[aria-labelledby=here] .rc-card__link")
    assert card.attributes["href"] == "../../tools/pilot-dates/"
    assert page.css("form.rc-send")
    assert not page.css("#instead, .rc-more")
