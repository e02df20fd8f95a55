"""A site that was built for no address of its own: maintainers learn it before they publish it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from building import build
from resource_catalog.links.built_site import check_site
from resource_catalog.site.localhost import note_on_address
from sample_catalog import write_sample


@pytest.mark.parametrize(
    "address",
    [
        *(
            None,
            "",
            "/",
            "http://127.0.0.1:8000/",
            "http://localhost/library/",
            "http://[::1]:8000/",
        ),
        *(
            "http://0.0.0.0:8000/",
            "http://127.3.2.1/",
            "http://library.localhost/",
            "http://localhost./",
        ),
    ],
)
def test_a_site_on_this_computer_is_noted(address: str | None) -> None:
    note = note_on_address(address)
    assert note is not None
    assert "site_url:" in note
    assert "SITE_URL" in note


@pytest.mark.parametrize(
    "address", ["https://library.example.org/", "https://localhost.org/a/", "http://192.168.1.7/"]
)
def test_a_site_with_an_address_is_not(address: str) -> None:
    assert note_on_address(address) is None


def test_a_site_without_an_address_has_nothing_that_needs_one(tmp_path: Path) -> None:
    """Feeds, sitemaps and packages are read elsewhere, where “/resources/a/” leads nowhere."""
    site = tmp_path / "site"
    built = build(write_sample(tmp_path / "catalog"), site, SITE_URL="")
    assert built.returncode == 0, built.stderr
    assert note_on_address("") in built.stderr
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    of_no_use = r"feeds/|embed/|sitemap|opensearch|.*(\.imscc|qr\.png|qr\.svg)$"
    assert not [file for file in files if re.match(of_no_use, file)]
    pages = "".join(path.read_text() for path in site.rglob("*.html"))
    assert not re.search(r"data-rc-feed|opensearch\.xml|application/(atom|feed)", pages)
    assert "rc-share__panel" not in pages
    assert "IMPORTDATA" not in pages
    assert "URL:/" not in (site / "data/reviews.ics").read_text()
    assert "{/" not in (site / "data/catalog.bib").read_text()
    assert "homepage" not in json.loads((site / "data/datapackage.json").read_text())
    assert check_site(site).broken_links == ()


def test_a_page_of_a_site_on_this_computer_says_so(built_site: Path, site_below: Path) -> None:
    page = (built_site / "phases/preparation/index.html").read_text()
    assert "lead to this computer only" in page
    assert "This computer only" in page
    published = (site_below / "phases/preparation/index.html").read_text()
    assert "this computer only" not in published.lower()
