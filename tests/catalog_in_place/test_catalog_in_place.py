"""What holds for any catalog in ``catalog/``, ours or yours: it is valid, and so is its site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import HOST, IN_PLACE, ROOT, build, run_script
from page_code import unwanted
from resource_catalog.links.built_site import check_site
from schema_files import accepted_by_github

pytestmark = pytest.mark.catalog

RENEW = "run “python scripts/renew.py”, which renews what is written from the catalog"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("in-place") / "site"
    built = build(IN_PLACE, site)
    assert built.returncode == 0, built.stderr
    return site


def test_it_has_no_problems() -> None:
    checked = run_script("validate.py", IN_PLACE)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    notes = checked.stderr.splitlines()  # such as one on a language that is not translated
    assert [line for line in notes if not line.startswith("Note: ")] == []
    assert checked.stdout.startswith("0 "), "no problems, in the language of the catalog"


@pytest.mark.parametrize("script", ["write_schemas.py", "write_issue_forms.py"])
def test_nothing_that_is_written_from_it_is_out_of_date(script: str) -> None:
    checked = run_script(script, IN_PLACE, "--check")
    assert (checked.returncode, checked.stdout) == (0, ""), RENEW


def test_github_takes_its_issue_forms() -> None:
    accepted_by_github(ROOT / ".github" / "ISSUE_TEMPLATE")


def test_every_link_of_its_site_leads_somewhere(site: Path) -> None:
    found = check_site(site, HOST)
    assert found.broken_links == ()
    assert found.pages == len([*site.rglob("*.html")])


def test_no_page_has_an_id_twice_or_code_or_asks_another_host(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert unwanted(text) == [], path
        anchors = [node.attributes["id"] for node in LexborHTMLParser(text).css("[id]")]
        assert len(anchors) == len(set(anchors)), path


def test_every_entry_has_a_page_with_its_title(site: Path) -> None:
    data = json.loads((site / "data" / "catalog.json").read_text(encoding="utf-8"))
    assert len(data["entries"]) == len([*IN_PLACE.glob("entries/*.yml")])
    for entry in data["entries"]:
        page = LexborHTMLParser((site / "resources" / entry["id"] / "index.html").read_bytes())
        heading = page.css_first("h1")
        assert heading is not None
        assert " ".join(entry["title"].split()) in " ".join(heading.text().split())


def test_no_address_that_was_published_has_vanished(site: Path) -> None:
    checked = run_script("check_addresses.py", site, "--catalog", IN_PLACE)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    notes = checked.stderr.splitlines()  # such as one on a language that is not translated
    assert [line for line in notes if not line.startswith("Note: ")] == []
