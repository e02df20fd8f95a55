"""In a browser: the link to another language keeps the page and what it shows, also on a phone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from axe import load_axe, violations
from browsing import NARROW, WIDE, reader, visit
from console.static_server import serve_folder as serve


def test_a_reader_changes_the_language_and_stays_where_they_are(
    browser: Browser, bilingual_folder: Path
) -> None:
    with serve(bilingual_folder) as site, reader(browser) as page:
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": 800})
            here = f"browse/?type=report&q={width}"
            visit(page, f"{site}{here}")
            page.get_by_role("link", name="Español").click()
            page.wait_for_url(f"{site}es/{here}")
            page.get_by_role("link", name="English").press("Enter")
            page.wait_for_url(f"{site}{here}")
        for path in ("es/resources/zebra/", "es/team/"):
            visit(page, f"{site}{path}")
            load_axe(page)
            for width in (NARROW, WIDE):
                page.set_viewport_size({"width": width, "height": 800})
                assert violations(page) == [], path
