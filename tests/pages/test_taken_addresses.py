"""What is said to have moved is nowhere where the site has a page, a file or a folder."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from building import ROOT
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.catalog_folder import load
from resource_catalog.pages.parts.redirect_conflicts import taken_addresses
from resource_catalog.site.site import Site
from sample_catalog import ENTRIES, write_catalog

TAKEN = """
    data/catalog.csv data/catalog.csv/more feeds/everything.xml sitemap.xml sitemap.xml.gz
    opensearch.xml shelf/part-0.js phases/hatching/qr.png phases/hatching/handout-a4.pdf
    assets/favicon.svg search/x shelf about links contribute/suggest on-github data
    pictures/home.png
    embed/phases/hatching index.html/x phases resources
""".split()
FREE = "old/page.php moved phases/gone data/old v1.2 feeds/old.rss".split()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_catalog(tmp_path_factory.mktemp("taken") / "catalog", ENTRIES)


def taken(folder: Path, *moves: tuple[str, str]) -> list[str]:
    text = json.dumps({"moved": [{"old": old, "new": new} for old, new in moves]})
    (folder / "redirects.yml").write_text(text, encoding="utf-8")
    catalog, moment = load(folder).catalog, datetime.datetime(2026, 11, 27, tzinfo=datetime.UTC)
    site = Site(catalog, LinkStatuses(catalog, moment.date()), lambda path: f"/{path}", moment)
    found = taken_addresses(site, folder, ROOT / "docs")
    return [problem.message.split("”")[0].strip("“/") for problem in found]


def test_pages_files_and_their_folders_are_taken(folder: Path) -> None:
    phase = next(iter(load(folder).catalog.phases)).id
    olds = [old.replace("hatching", phase) for old in [*TAKEN, *FREE]]
    found = taken(folder, *((old, "browse/") for old in olds))
    assert found == olds[: len(TAKEN)]


def test_what_stood_beside_a_list_is_in_the_way_of_others(folder: Path) -> None:
    phase = next(iter(load(folder).catalog.phases)).id
    page, code = ("topics/money/", f"phases/{phase}/"), ("topics/money/qr.png/", "browse/")
    assert taken(folder, page, code) == ["topics/money/qr.png"]
    assert taken(folder, code, page) == ["topics/money"]
    assert taken(folder, page, ("embed/topics/money/", "browse/")) == []
