"""Links: every link, anchor and asset inside the built site leads somewhere."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import HOST, run_script
from console.static_server import serve_folder
from resource_catalog.links import linkchecker_process
from resource_catalog.links.built_site import canonical_url, check_site
from sites import BELOW


def test_every_link_leads_somewhere(built_site: Path) -> None:
    found = check_site(built_site, HOST)
    assert found.broken_links == ()
    assert found.pages == len([*built_site.rglob("*.html")])


def test_every_link_leads_somewhere_below_a_sub_path(site_below: Path) -> None:
    assert canonical_url(site_below) == BELOW
    assert check_site(site_below, BELOW).broken_links == ()


def test_every_link_of_the_sample_leads_somewhere(sample_folder: Path) -> None:
    """Retired and replaced entries, parts, aliases and gaps included."""
    assert check_site(sample_folder, HOST).broken_links == ()


def test_no_id_stands_twice_on_a_page(built_site: Path, sample_folder: Path) -> None:
    for path in [*built_site.rglob("*.html"), *sample_folder.rglob("*.html")]:
        tree = LexborHTMLParser(path.read_bytes())
        anchors = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(anchors) == len(set(anchors)), path


PLANTED = """
<a href="../no/such/">a</a> <a href="../about/#no-such-anchor">b</a> <a href="../about">c</a>
<img src="../assets/none.png" alt=""> <img srcset="../one.png 1x, ../two.png 2x" alt="" src="">
<a href="?q=fine">d</a> <a href="#title">e</a> <a href="#top">f</a> <a href="mailto:a@b.c">g</a>
<a href="https://example.org/not-ours">h</a> <a href="{host}about/">i</a> <a href="{host}no/">j</a>
<i style="background: url('../none.svg')"></i> <a href="../../../">k</a>
</main>"""


def plant(site: Path, markup: str) -> None:
    page = site / "browse" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", markup), encoding="utf-8")


def test_every_kind_of_fault_is_seen(site_below: Path, tmp_path: Path) -> None:
    site = shutil.copytree(site_below, tmp_path / "site")
    plant(site, PLANTED.format(host=BELOW))
    (site / "more.css").write_text("a { background: url(none.woff2) }")
    assert [str(fault) for fault in check_site(site, BELOW).broken_links] == [
        "browse/index.html: ../../../ leads out of the site",
        "browse/index.html: ../about lacks a / at its end",
        "browse/index.html: ../about/#no-such-anchor has no such place on its page",
        "browse/index.html: ../assets/none.png is not there",
        "browse/index.html: ../no/such/ is not there",
        "browse/index.html: ../none.svg is not there",
        "browse/index.html: ../one.png is not there",
        "browse/index.html: ../two.png is not there",
        f"browse/index.html: {BELOW}no/ is not there",
        "more.css: none.woff2 is not there",
    ]
    done = run_script("check_site.py", site)
    assert done.returncode == 1
    assert done.stdout.endswith("10 broken\n")


def test_the_command_says_when_there_is_no_site(built_site: Path, tmp_path: Path) -> None:
    done = run_script("check_site.py", built_site)
    assert done.returncode == 0
    assert "lead to this computer" in done.stderr
    done = run_script("check_site.py", tmp_path / "nowhere")
    assert done.returncode == 2
    assert "build it first" in done.stderr


def test_linkchecker_finds_what_was_planted_and_nothing_else(
    sample_folder: Path, tmp_path: Path
) -> None:
    """A second opinion, from a program that knows the web and not this project.

    The two faults are there because a LinkChecker that looks at nothing finds nothing either. It
    is slow, so it has the sample, which has every kind of page.
    """
    site = shutil.copytree(sample_folder, tmp_path / "site")
    plant(site, '<a href="../no/such/">a</a> <a href="../about/#no-such-anchor">b</a></main>')
    with serve_folder(site, "/sub/path/") as url:
        table = linkchecker_process.crawl(url, tmp_path, sys.executable, timeout=240)
    faults = [row.url for row in table.rows if not row.valid or row.warning]
    assert sorted(faults) == [f"{url}about/#no-such-anchor", f"{url}no/such/"]
    pages = {
        url + path.parent.relative_to(site).as_posix().removeprefix(".")
        for path in site.rglob("index.html")
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    }
    assert {page.rstrip("/") for page in pages} <= {row.url.rstrip("/") for row in table.rows}


@pytest.mark.parametrize("link", ["a b", "ü", "50%25"])
def test_names_of_files_may_be_spelled_in_any_way(link: str, tmp_path: Path) -> None:
    """An address may be written plainly or with percent signs; the file is the same."""
    (tmp_path / "index.html").write_text(f'<a href="{link}/">x</a>', encoding="utf-8")
    folder = tmp_path / link.replace("%25", "%")
    folder.mkdir()
    (folder / "index.html").write_text('<a href="../">back</a><a href="#top">up</a>')
    assert check_site(tmp_path).broken_links == ()
