"""Links: every link and anchor inside the built site leads somewhere."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from browsing import BELOW, serve
from building import HOST

SETTINGS = """\
[checking]
maxrequestspersecond=1000
timeout=10
[AnchorCheck]
"""


@dataclass
class _Document(HTMLParser):
    """The links and anchors of one file."""

    links: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action", "poster") and value is not None:
                self.links.append(value.strip())
            elif name == "content" and tag == "meta" and value and "url=" in value:
                self.links.append(value.partition("url=")[2])
            elif name == "id" and value:
                self.anchors.append(value)


def broken(site: Path, host: str) -> list[str]:
    """The links and anchors of a built site that lead nowhere, each with its page.

    ``host`` is the address that the site was built for.
    """
    documents = {path: _Document() for path in sorted(site.rglob("*.html"))}
    for path, document in documents.items():
        document.feed(path.read_text(encoding="utf-8"))
    found = []
    for page, document in documents.items():
        place = page.relative_to(site).as_posix()
        base = urljoin(host, "" if place == "404.html" else place.removesuffix("index.html"))
        for link in document.links:
            url, anchor = urldefrag(urljoin(base, link))
            if not url.startswith(host):
                if urlsplit(url).netloc == urlsplit(host).netloc:
                    found.append(f"{place}: {link} leads out of the site")
                continue
            path = urlsplit(url).path
            target = site / unquote(path.removeprefix(urlsplit(host).path))
            target = target / "index.html" if path.endswith("/") else target
            if not target.is_file():
                found.append(f"{place}: {link}")
            elif anchor and unquote(anchor) not in documents[target].anchors:
                found.append(f"{place}: {link} (anchor)")
    return found


def test_every_link_and_anchor_leads_somewhere(built_site: Path) -> None:
    assert broken(built_site, HOST) == []


def test_every_link_leads_somewhere_below_a_sub_path(site_below: Path) -> None:
    assert broken(site_below, BELOW) == []


def test_every_link_of_the_sample_leads_somewhere(sample_folder: Path) -> None:
    """Retired and replaced entries, parts, aliases and gaps included."""
    assert broken(sample_folder, HOST) == []


def test_no_id_stands_twice_on_a_page(built_site: Path, sample_folder: Path) -> None:
    for path in [*built_site.rglob("*.html"), *sample_folder.rglob("*.html")]:
        document = _Document()
        document.feed(path.read_text(encoding="utf-8"))
        assert len(document.anchors) == len(set(document.anchors)), path


@pytest.fixture
def planted(sample_folder: Path, tmp_path: Path) -> Path:
    """A site with one broken link and one broken anchor."""
    site = shutil.copytree(sample_folder, tmp_path / "site")
    page = site / "browse" / "index.html"
    links = '<a href="../no/such/">a</a><a href="../about/#no-such-anchor">b</a></main>'
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", links), encoding="utf-8")
    return site


def test_a_planted_fault_is_seen(planted: Path) -> None:
    assert broken(planted, HOST) == [
        "browse/index.html: ../no/such/",
        "browse/index.html: ../about/#no-such-anchor (anchor)",
    ]


def test_linkchecker_sees_a_planted_fault(planted: Path, tmp_path: Path) -> None:
    """Without this, a LinkChecker that looks at nothing would look like a site without fault."""
    with serve(planted) as url:
        checked, faults = linkchecker(url, tmp_path)
        assert sorted(faults) == [f"{url}about/#no-such-anchor", f"{url}no/such/"]
    assert len(checked) > 20


@pytest.mark.parametrize("prefix", ["/", "/sub/path/"])
def test_linkchecker_finds_nothing(
    built_site: Path, site_below: Path, prefix: str, tmp_path: Path
) -> None:
    """A second opinion, from a program that knows the web and not this project."""
    folder = built_site if prefix == "/" else site_below
    with serve(folder, prefix) as url:
        checked, faults = linkchecker(url, tmp_path)
        assert faults == {}
        pages = {
            url + path.parent.relative_to(folder).as_posix().removeprefix(".")
            for path in folder.rglob("index.html")
            if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
        }
        assert {page.rstrip("/") for page in pages} <= {page.rstrip("/") for page in checked}


def linkchecker(url: str, folder: Path) -> tuple[set[str], dict[str, str]]:
    """Every address that LinkChecker looked at below ``url``, and the bad ones with the reason.

    Its exit status says little (it is 1 on a mere warning), so its own table is read.
    """
    settings, table = folder / "linkcheckerrc", folder / "linkchecker.csv"
    settings.write_text(SETTINGS, encoding="utf-8")
    run = subprocess.run(
        [
            *(sys.executable, Path(__file__).with_name("run_linkchecker.py")),
            *("--config", settings, "--file-output", f"csv/utf-8/{table}"),
            *("--verbose", "--no-status", "--output", "none", url),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert run.returncode in (0, 1), run.stderr
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader((r for r in lines if not r.startswith("#")), delimiter=";"))
    faults = {
        row["url"]: row["result"] + row["warningstring"]
        for row in rows
        if row["valid"] != "True" or row["warningstring"]
    }
    return {row["url"] for row in rows}, faults
