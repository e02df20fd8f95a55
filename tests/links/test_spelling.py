"""URLs are parsed and normalized as browsers do it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_catalog.links.ask.ssrf_guard import is_public_ip, unsafe_reason
from resource_catalog.links.url_parsing import InvalidUrlError, join_url, parse_url


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("HTTP://EXAMPLE.org", "http://example.org/"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("http://example.org./a", "http://example.org/a"),
        ("  http://example.org/a\n", "http://example.org/a"),
        ("http://exam\tple.org/a", "http://example.org/a"),
        ("http://example.org/a b", "http://example.org/a%20b"),
        ("http://example.org/ä?ö=ü", "http://example.org/%C3%A4?%C3%B6=%C3%BC"),
        ("http://example.org/%7Ea%2fb", "http://example.org/%7Ea%2fb"),
        ("http://example.org/100%", "http://example.org/100%"),
        ("http://example.org/a/./b/../c", "http://example.org/a/c"),
        ("http://example.org/../../c", "http://example.org/c"),
        ("http://example.org/a?", "http://example.org/a"),
        ("http://example.org/a#b?c", "http://example.org/a"),
        ("http://example.org?a=b/../c", "http://example.org/?a=b/../c"),
        ("http:\\\\example.org\\a", "http://example.org/a"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
        ("http://例え。テスト/", "http://xn--r8jz45g.xn--zckzah/"),
        ("http://faß.example/", "http://xn--fa-hia.example/"),
        ("http://💩.example/", "http://xn--ls8h.example/"),
        ("http://my_site.example/", "http://my_site.example/"),
        ("http://0x8.0x8.8.010/", "http://8.8.8.8/"),
        ("http://134744072/", "http://8.8.8.8/"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_what_is_asked(written: str, asked: str) -> None:
    assert parse_url(written).request_url == asked


@pytest.mark.parametrize(
    "written",
    ["", "example.org", "//example.org", "ftp://example.org", "javascript:1", "data:,x", "http://",
     "http:///", "http://a b/", "http://a..b/", "http://.a/", "http://a:0/", "http://a:99999/",
     "http://a:b/", "http://[::1/", "http://[x]/", "http://u@a/", "http://u:p@a/", "http://@a/",
     "http://1.2.3.4.5/", "http://1.2.3.256/", "http://a%00b/",
     f"http://{64 * 'a'}.b/"],
)  # fmt: skip
def test_what_cannot_be_asked(written: str) -> None:
    with pytest.raises(InvalidUrlError, match=r"^(it|its|no browser) \w+"):
        parse_url(written)


def test_a_name_without_a_dot_is_not_on_the_public_web() -> None:
    assert unsafe_reason(parse_url("http://printer/"))


@given(st.text())
def test_any_text_is_an_address_or_is_not(text: str) -> None:
    for written in (text, "http://example.org/" + text, "http://" + text):
        try:
            url = parse_url(written)
        except InvalidUrlError:
            continue
        assert url.request_url.isascii()
        assert url.request_url.startswith(("http://", "https://"))
        again = parse_url(url.request_url)
        assert again.request_url == url.request_url
        assert again.dedup_key == url.dedup_key
        unsafe_reason(url)


@given(st.text())
def test_any_redirect_can_be_followed_or_not(location: str) -> None:
    base = parse_url("https://example.org/a/b?c#d")
    try:
        target = join_url(base, location)
    except InvalidUrlError:
        return
    assert parse_url(target.request_url).request_url == target.request_url


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/x", "https://example.org/x"),
        ("x", "https://example.org/a/x"),
        ("../x", "https://example.org/x"),
        ("?x", "https://example.org/a/b?x"),
        ("//other.org/x", "https://other.org/x"),
        ("\\\\other.org\\x", "https://other.org/x"),
        ("HTTP://OTHER.org", "http://other.org/"),
        (" /x y ", "https://example.org/x%20y"),
        ("", "https://example.org/a/b?c"),
    ],
)
def test_where_redirects_lead(location: str, target: str) -> None:
    assert join_url(parse_url("https://example.org/a/b?c"), location).request_url == target


def test_a_redirect_keeps_the_place_in_the_page() -> None:
    base = parse_url("https://example.org/a#part")
    assert join_url(base, "/b").fragment == "part"
    assert join_url(base, "/b#other").fragment == "other"


@given(st.ip_addresses())
def test_only_public_numbers_are_public(ip: object) -> None:
    number = str(ip)
    if is_public_ip(number):
        assert not number.startswith(
            ("10.", "127.", "192.168.", "169.254.", "0.", "fe80", "fc", "fd")
        )


@given(st.integers(0, 2**32 - 1))
def test_private_numbers_stay_private_however_they_are_wrapped(value: int) -> None:
    a, b, c, d = value.to_bytes(4, "big")
    dotted = f"{a}.{b}.{c}.{d}"
    spellings = [
        str(value), hex(value), f"0{value:o}", f"0x{a:x}.0{b:o}.{c * 256 + d}",
        f"{a}.{value % 2**24}",
    ]  # fmt: skip
    for spelling in spellings:
        assert parse_url(f"http://{spelling}/").host == dotted
    if not is_public_ip(dotted):
        assert not is_public_ip(f"::ffff:{dotted}")
        assert not is_public_ip(f"64:ff9b::{dotted}")
        assert not is_public_ip(f"2002:{a:02x}{b:02x}:{c:02x}{d:02x}::1")
