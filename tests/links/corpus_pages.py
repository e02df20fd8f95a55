"""Count how often a page is told apart from one that is not what the catalog promised.

The pages are in tests/links/corpus/: no server is needed. To print the figures:
``PYTHONPATH=hooks:tests python -m links.corpus_pages``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import yaml
from multidict import CIMultiDict

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.finding import Finding
from resource_catalog.links.judge.evidence import Evidence
from resource_catalog.links.judge.judge import make_finding
from resource_catalog.links.judge.page.html_facts import extract_facts
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import parse_url

CORPUS = Path(__file__).parent / "corpus"

OWN_WORDS = CORPUS.with_name("own_words.yml")
"""Whole pages that are told apart by the words that they have of their own."""

WITHDRAWN = CORPUS.with_name("withdrawn_things.yml")
"""Whole pages on which a notice about the thing stands in its place, or seems to."""

PROMISED = {"ok", "moved", "fragment", "unverified", "blocked"}
"""Verdicts that keep a page in the catalog as what it promises."""


def pages() -> Iterator[dict[str, Any]]:
    """All pages, in the order of their files."""
    for path in sorted(CORPUS.glob("*.yml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


def judged(row: dict[str, Any], html: str = "", *, known_title: str = "") -> Finding:
    """The verdict on one page, served at a deep address that answers 200."""
    path = "" if row["kind"] == "site" else "materials/item-17"
    url = parse_url(f"https://{row['host']}/{path}")
    entry = row["catalog"]
    html = html or _html_of(row)
    headers = CIMultiDict({"Content-Type": "text/html; charset=utf-8"})
    visit = Visit(url, url, status=200, headers=headers, body=html.encode())
    target = Target(
        url.request_url,
        entry["title"],
        summary=entry.get("summary") or "",
        authors=tuple(entry.get("authors") or ()),
        known_title=known_title,
    )
    return make_finding(target, url, Evidence(visit, extract_facts(visit)))


def _html_of(row: dict[str, Any]) -> str:
    """The HTML of a page, which is written down whole or put together of its parts."""
    head = f'<html lang="{row["lang"]}"><head><meta charset="utf-8">'
    if "html" in row:
        return f"{head}{row['html']}"
    title, h1, text = (escape(row["page"].get(part) or "") for part in ("title", "h1", "text"))
    return f"{head}<title>{title}</title></head><body><h1>{h1}</h1><p>{text}</p></body></html>"


def main() -> None:
    """Print the figures, and with --show the pages of the first half that were judged wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["first", "second"])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    figures: dict[str, Counter[str]] = {"first": Counter(), "second": Counter()}
    kinds: Counter[tuple[str, str, str]] = Counter()
    for row in pages():
        if options.half not in (None, row["half"]):
            continue
        finding = judged(row)
        kept = finding.verdict in PROMISED
        result = "right" if kept is row["about"] else "missed" if kept else "false alarm"
        figures[row["half"]][result] += 1
        kinds[row["half"], row["kind"], result] += 1
        if options.show and result != "right" and row["half"] == "first":
            print(
                f"{result}: {row['lang']} {row['kind']} {row['name']} ({finding.verdict}: "
                f"{finding.reason})\n   {row['catalog']}\n   {row['page']}"
            )
    for half, found in figures.items():
        print(half, sum(found.values()), dict(found))
    if options.show:
        print(sorted(kinds.items()))


if __name__ == "__main__":
    main()
