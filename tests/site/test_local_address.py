"""A site that was built for no address of its own: maintainers learn it before they publish it."""

from __future__ import annotations

import pytest

import mkdocs_site


@pytest.mark.parametrize(
    "address",
    [None, "", "/", "http://127.0.0.1:8000/", "http://localhost/library/", "http://[::1]:8000/"],
)
def test_a_site_on_this_computer_is_noted(address: str | None) -> None:
    note = mkdocs_site.note_on_address(address)
    assert note is not None
    assert "site_url:" in note
    assert "SITE_URL" in note


@pytest.mark.parametrize("address", ["https://library.example.org/", "https://localhost.org/a/"])
def test_a_site_with_an_address_is_not(address: str) -> None:
    assert mkdocs_site.note_on_address(address) is None
