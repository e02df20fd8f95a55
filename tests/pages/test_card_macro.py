"""Cards: whatever an entry says, its card is whole in every list."""

from __future__ import annotations

import datetime
from pathlib import Path

from opened_site import renderer_of
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.site.site import Site
from sample_catalog import write_sample


def test_no_text_of_an_entry_cuts_its_card(tmp_path: Path) -> None:
    """The sign between the pieces of a card is markup, which no text can be."""
    folder = write_sample(tmp_path / "catalog")
    entry = folder / "entries" / "ape.yml"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace('"Ape"', '"A <cut> & a %s {{ x }}"'), encoding="utf-8")
    catalog, problems = open_catalog(folder)
    assert catalog is not None, problems
    moment = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
    site = Site(catalog, LinkStatuses(catalog, moment.date()), lambda path: f"/{path}", moment)
    renderer = renderer_of(site)
    lists = [html for page in all_pages(site) if "rc-card__link" in (html := renderer.html(page))]
    with_it = [
        html for html in lists if 'resources/ape/">A &lt;cut&gt; &amp; a %s {{ x }}<' in html
    ]
    assert len(with_it) >= 4
    for html in lists:
        assert "<cut>" not in html
        cards = html.split('<article class="rc-card')[1:]
        assert all(card.count("</article>") == 1 for card in cards)
        assert all("rc-facts-row" in card for card in cards)
