"""Facets are data: a new file in the vocabularies is a filter, with nothing else to change."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from browsing import reader, serve
from building import build, copy_of_catalog
from finding import browse, state


def test_a_facet_added_as_data_is_a_filter(browser: Browser, tmp_path: Path) -> None:
    """One new file and some tags: nothing else is needed."""
    folder = copy_of_catalog(tmp_path)
    bands = [{"id": "k-5", "label": "Kindergarten to 5"}, {"id": "6-8", "label": "6 to 8"}]
    vocabulary = {"label": "Grade bands", "singular": "Grade band", "terms": bands}
    (folder / "vocabularies" / "grade-bands.yml").write_text(json.dumps(vocabulary))
    for number, path in enumerate(sorted((folder / "entries").glob("*.yml"))[:5]):
        tags = ["k-5", "6-8"] if number == 0 else ["k-5"] if number < 3 else ["6-8"]
        path.write_text(f"{path.read_text()}grade-bands: {json.dumps(tags)}\n")
    built = build(folder, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    with serve(tmp_path / "site") as site, reader(browser) as page:
        browse(page, site)
        page.get_by_role("group", name="Grade band").get_by_label("Kindergarten to 5").check()
        expect(page).to_have_url(re.compile(r"\?grade-band=k-5$"))
        assert state(page)["count"] == "3 resources"
        browse(page, site, "?grade-bands=6-8&grade-band=k-5")
        assert state(page)["count"] == "5 resources"
        page.goto(site + "grade-bands/k-5/")
        assert page.locator(".rc-card").count() == 3
