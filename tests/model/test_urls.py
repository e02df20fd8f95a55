"""Addresses: what readers can follow, and which spellings lead to the same place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_catalog.model.field_types.urls import (
    display_host,
    same_address_key,
    why_not_followable,
)

HOME = "https://example.org/guides/pilot"

SAME = [
    HOME,
    "http://example.org/guides/pilot",
    "HTTPS://Example.ORG/guides/pilot",
    "https://www.example.org/guides/pilot",
    "http://WWW.Example.org./guides/pilot/",
    "https://example.org:443/guides/pilot",
    "http://example.org:80/guides/pilot",
    "https://example.org/guides/pilot//",
    "https://example.org/guides/pilot?",
    "https://example.org/guides/pilot#",
    "https://example.org/guides/pilot/?utm_source=news&utm_medium=mail&UTM_Campaign=x",
    "https://example.org/guides/pilot?fbclid=1&gclid=2&msclkid=3&mc_cid=4&mc_eid=5&_ga=6&_hsenc=7",
    "https://example.org/guides/pilot?si=abc&usp=sharing&ref_src=x",
    "https://example.org/guides/pilot?gclsrc=a&igsh=b&oly_enc_id=c&__hstc=d",
    "https://example.org/%67uides/pilot",
]

DIFFERENT = [
    HOME,
    "https://example.org/Guides/pilot",
    "https://example.org/guides",
    "https://example.org/guides/pilot.pdf",
    "https://example.org/guides/pilot?page=2",
    "https://example.org/guides/pilot?page=3",
    "https://example.org/guides/pilot#page=2",
    "https://example.org:8443/guides/pilot",
    "https://example.com/guides/pilot",
    "https://sub.example.org/guides/pilot",
    "https://wwwexample.org/guides/pilot",
    "https://example.org/guides%2Fpilot",
    "https://example.org/guides/pilot?v=abc",
    "https://example.org/guides/pilot?site=abc",
    "https://example.org/%E9",
    "https://example.org/%E8",
]


@pytest.mark.parametrize("url", SAME)
def test_spellings_of_one_address_have_one_key(url: str) -> None:
    assert why_not_followable(url) == ""
    assert same_address_key(url) == same_address_key(HOME)


def test_different_addresses_have_different_keys() -> None:
    assert len({same_address_key(url) for url in DIFFERENT}) == len(DIFFERENT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://BÜCHER.example/", "https://bücher.example"),
        ("https://example.org/a%20b", "https://example.org/a%20b/"),
        ("https://example.org/?q=a+b", "https://example.org/?q=a%20b"),
        ("https://example.org/?b=1&utm_id=2&a=", "https://example.org?b=1&a="),
        ("https://example.org/a~b", "https://example.org/a%7eb"),
    ],
)
def test_international_and_escaped_spellings(one: str, other: str) -> None:
    assert same_address_key(one) == same_address_key(other)


WORD = st.from_regex(r"[A-Za-z0-9é%._~-]{1,8}", fullmatch=True).filter(lambda w: w.strip(".") != "")
URLS = st.builds(
    "{}://{}{}.org{}/{}{}{}".format,
    st.sampled_from(["http", "https", "HTTP"]),
    st.sampled_from(["", "www.", "WWW."]),
    st.from_regex(r"[A-Za-zé][A-Za-zé0-9]{0,9}", fullmatch=True),
    st.sampled_from(["", ":80", ":443", ":8080", "."]),
    st.lists(WORD, max_size=3).map("/".join),
    st.lists(st.builds("{}={}".format, WORD, WORD), max_size=3).map(
        lambda found: "?" + "&".join(found) if found else ""
    ),
    st.sampled_from(["", "#", "#top"]),
)


@given(URLS)
def test_a_key_is_the_key_of_itself(url: str) -> None:
    key = same_address_key(url)
    if ":80" not in key and ":443" not in key:  # no default port of the other scheme
        assert same_address_key(f"https://{key}") == key


@given(URLS)
def test_what_makes_no_difference_makes_none(url: str) -> None:
    scheme, rest = url.split("://")
    bare, *fragment = rest.split("#", 1)
    tracked = bare + ("&" if "?" in bare else "?") + "utm_source=a"
    expected = same_address_key(url)
    assert same_address_key(f"{scheme.swapcase()}://{rest}") == expected
    assert same_address_key("#".join([f"{scheme}://{tracked}", *fragment])) == expected


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    if not why_not_followable(text):
        same_address_key(text)
    same = "https://example.org/" + text
    if not why_not_followable(same):
        assert same_address_key(same).startswith("example.org")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("javascript:alert(1)", "does not start with"),
        ("JaVaScRiPt:alert(1)", "does not start with"),
        ("data:text/html,<script>", "an address can’t have"),
        ("vbscript:x", "does not start with"),
        ("//example.org/x", "does not start with"),
        ("www.example.org", "does not start with"),
        ("mailto:someone@example.org", "does not start with"),
        ("ftp://example.org/", "does not start with"),
        ("/resources/", "does not start with"),
        ("", "does not start with"),
        (" https://example.org/", "an address can’t have"),
        ("https://example.org/a b", "an address can’t have"),
        ("https://example.org/\n", "an address can’t have"),
        ("java\tscript:alert(1)", "an address can’t have"),
        ('https://example.org/"onclick="', "an address can’t have"),
        ("https://example.org/<script>", "an address can’t have"),
        ("https://example.org\\@evil.example", "an address can’t have"),
        ("https://example.org/\u202egpj", "an address can’t have"),
        ("https://example.org/a\u200bb", "an address can’t have"),
        ("https://example.org/a\u00a0b", "an address can’t have"),
        ("https:///path", "names no host"),
        ("https:example.org", "names no host"),
        ("https://example", "not complete"),
        ("https://.example.org", "not complete"),
        ("https://example..org", "not complete"),
        ("https://..", "not complete"),
        ("https://example.org:0/", "port"),
        ("https://example.org:99999/", "no browser"),
        ("https://example.org:http/", "no browser"),
        ("https://[::1", "no browser"),
        ("https://user@example.org/", "password"),
        ("https://user:secret@example.org/", "password"),
    ],
)
def test_addresses_that_readers_cannot_follow(url: str, reason: str) -> None:
    assert reason in why_not_followable(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "HTTP://EXAMPLE.ORG/A?b=c&d=e#f",
        "https://example.org:8443/x;y=1,2/(z)!*~@+$",
        "https://bücher.example/ä?ö=ü#é",
        "https://192.0.2.1/",
        "https://example.org/%20",
    ],
)
def test_addresses_that_readers_can_follow(url: str) -> None:
    assert why_not_followable(url) == ""


def test_host_is_named_as_people_say_it() -> None:
    assert display_host("https://WWW.Example.org:8443/x") == "example.org"
