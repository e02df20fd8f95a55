"""Published URLs: none vanishes, and each that is missing comes with a hint on how to fix it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from building import CATALOG, build, run_script
from sample_catalog import ENTRIES, Fields, write_catalog

STUB = '<meta http-equiv="refresh" content="0; url={}">'


def check(site: Path, catalog: Path, *more: str) -> tuple[int, list[str], str]:
    """The exit status of the command, its findings, and its last line."""
    run = run_script("check_addresses.py", site, "--catalog", catalog, *more)
    assert run.stderr == ""
    *found, summary = run.stdout.splitlines()
    return run.returncode, [line.split(": ", 1)[1] for line in found], summary


def test_no_address_of_the_real_site_has_vanished(built_site: Path) -> None:
    status, found, _ = check(built_site, CATALOG)
    assert (status, found) == (0, [])
    assert "resources/best-practices-guide/" in (CATALOG / "addresses.txt").read_text()


def changed(**entries: Fields | None) -> dict[str, Fields]:
    """The sample's entries with some of them changed, or removed where None."""
    return {name: fields for name, fields in {**ENTRIES, **entries}.items() if fields is not None}


def test_a_missing_url_is_reported_and_the_hint_fixes_it(tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    catalog = write_catalog(one / "catalog", ENTRIES)
    assert build(catalog, one / "site").returncode == 0
    assert check(one / "site", catalog, "--add")[0] == 0
    known = (catalog / "addresses.txt").read_text(encoding="utf-8")
    assert {"/", "resources/quagga/", "audiences/staff/", "data/catalog.json"} < {
        *known.splitlines()
    }
    assert "assets/" not in known
    assert "search/" not in known

    team = {"audiences": {"label": "Audiences", "terms": [{"id": "team", "label": "Team"}]}}
    everything = {**ENTRIES["everything"], "audiences": ["team"]}
    entries = changed(ape=None, apes=ENTRIES["ape"], everything=everything)
    catalog = write_catalog(two / "catalog", entries, team)
    (catalog / "addresses.txt").write_text(known, encoding="utf-8")
    assert build(catalog, two / "site").returncode == 0
    status, found, summary = check(two / "site", catalog, "--add")
    assert status == 1
    assert found == [
        "/audiences/staff/ was published and is no longer there. Bring the page back, or add "
        "to redirects.yml, under “moved:”, a line “- old: audiences/staff/” and below it “new: ” "
        "with the address of the page that replaces it.",
        "/resources/ape/ was published and is no longer there. Was it renamed? Then write "
        "“aliases: [ape]” in entries/apes.yml. Is it no longer recommended? Then bring "
        "entries/ape.yml back and write “retired: {on: a day, why: a reason}” there.",
    ]
    assert "2 gone" in summary
    now = (catalog / "addresses.txt").read_text(encoding="utf-8").splitlines()
    assert {*known.splitlines()} < {*now}, "what is gone stays in the list"
    assert "resources/apes/" in now

    entries["apes"] = {**ENTRIES["ape"], "aliases": ["ape"]}
    catalog = write_catalog(three / "catalog", entries, team)
    (catalog / "addresses.txt").write_text("\n".join(now), encoding="utf-8")
    (catalog / "redirects.yml").write_text(
        "moved:\n  - old: audiences/staff/\n    new: audiences/team/\n", encoding="utf-8"
    )
    built = build(catalog, three / "site")
    assert built.returncode == 0, built.stderr
    assert check(three / "site", catalog)[:2] == (0, [])
    stub = (three / "site/audiences/staff/index.html").read_text(encoding="utf-8")
    assert 'href="../../audiences/team/"' in stub
    beside = (three / "site/embed/audiences/staff/index.html").read_text(encoding="utf-8")
    assert 'href="../../../embed/audiences/team/"' in beside
    for code in ("qr.png", "qr.svg"):
        codes = [(three / f"site/audiences/{n}/{code}").read_bytes() for n in ("staff", "team")]
        assert codes[0] == codes[1], "a printed code leads to the page that is there"


def test_a_page_that_is_there_cannot_have_moved(tmp_path: Path) -> None:
    catalog = write_catalog(tmp_path / "catalog", {})
    moves = {"moved": [{"old": "browse/", "new": "phases/"}]}
    (catalog / "redirects.yml").write_text(json.dumps(moves))
    built = build(catalog, tmp_path / "site")
    assert built.returncode != 0
    assert "address-taken moved › old: “browse/”" in built.stderr
    assert "Traceback" not in built.stderr


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of a few files, as small as one can be."""
    pages = {
        "index.html": "",
        "a/index.html": STUB.format("../b/"),
        "b/index.html": STUB.format("../a/"),
        "c/index.html": STUB.format("../d/"),
        "e/index.html": STUB.format("../f%20g/"),
        "f g/index.html": "here",
        "list/page-2/index.html": "",
        "feed.xml": "",
        "pack.0123456789.zip": "",
    }
    for name, text in pages.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "site"


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    (tmp_path / "catalog" / "entries").mkdir(parents=True)
    return tmp_path / "catalog"


def test_stubs_must_lead_to_a_page(site: Path, catalog: Path) -> None:
    (catalog / "addresses.txt").write_text("# kept\n\n/\na/\nc/\ne/\nfeed.xml\ngone.csv\n")
    run = run_script("check_addresses.py", site, "--catalog", catalog, "--format", "github")
    assert run.returncode == 1
    *found, _ = run.stdout.splitlines()
    file = (catalog / "addresses.txt").as_posix()
    start = f"::error file={file},line="
    lead = "Let it lead to a page that is there."
    assert found == [
        f"{start}4,title=address gone::/a/ leads to /a/ again and again. {lead}",
        f"{start}5,title=address gone::/c/ leads to /d/, where nothing is. {lead}",
        f"{start}8,title=address gone::/gone.csv was published and is no "
        "longer there. Programs fetch this file, and a file cannot lead on to another: bring it "
        "back. Only when nobody can be using it, take its line out of addresses.txt.",
    ]


def test_names_that_change_by_themselves_are_left_out(site: Path, catalog: Path) -> None:
    assert check(site, catalog, "--add")[0] == 0
    lines = (catalog / "addresses.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        *("/", "a/", "b/", "c/", "e/", "f g/", "feed.xml")
    ]
    assert check(site, catalog, "--add")[2] == "7 known addresses, 3 gone; 0 added"


def test_nothing_to_compare_gives_two(site: Path, catalog: Path, tmp_path: Path) -> None:
    for arguments in ([tmp_path / "none"], [site, "--catalog", tmp_path / "none"]):
        run = run_script("check_addresses.py", *arguments)
        assert (run.returncode, run.stdout) == (2, "")
        assert "is not a" in run.stderr
    (catalog / "addresses.txt").write_bytes(b"\xff\xfe\0")
    run = run_script("check_addresses.py", site, "--catalog", catalog)
    assert run.returncode == 2
    assert "UTF-8" in run.stderr
