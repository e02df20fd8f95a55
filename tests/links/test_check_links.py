"""``scripts/check_links.py`` as people and workflows run it, against a small web on loopback."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import pytest
from weblet import DOWN, GONE, HTML, WALL, Weblet, moved, page, weblet

import check_links
from building import ROOT, run_in
from resource_catalog.links.record import link_selection
from resource_catalog.links.record.run_journal import SUFFIX
from resource_catalog.model.ledger.ledger_text import parse
from sample_catalog import write_catalog

KEYS = (
    "url entry file line verdict state status final_url archived_url title reason checked"
).split()
CANARY = ("http://canary.example.org/", "http://canary.example.org/never")


class Done(NamedTuple):
    """What came of a run."""

    returncode: int
    stdout: str
    stderr: str


@dataclass
class Bench:
    """A catalog of a few entries, a web for them, and the command."""

    folder: Path
    web: Weblet

    @property
    def catalog(self) -> Path:
        return self.folder / "catalog"

    @property
    def ledger(self) -> Path:
        return self.catalog / "link-ledger.jsonl"

    def command(self, *arguments: str | Path) -> list[str]:
        """The command; the catalog is the one of the working folder."""
        script = ROOT / "scripts" / "check_links.py"
        good, bad = CANARY
        canary = ("--canary-good", good, "--canary-bad", bad)
        usual = ("--proxy", self.web.proxy, "--timeout", "30", *canary)
        return [sys.executable, str(script), *usual, *map(str, arguments)]

    def run(self, *arguments: str | Path, stdin: str = "") -> Done:
        """Run it here, which saves the second that Python needs to load everything."""
        out, err = io.StringIO(), io.StringIO()
        before = signal.getsignal(signal.SIGTERM)
        with (
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            mock.patch.object(sys, "argv", self.command(*arguments)[1:]),
            mock.patch.object(sys, "stdin", io.StringIO(stdin)),
        ):
            try:
                status = check_links.main()
            except SystemExit as exit_:
                status = int(exit_.code or 0)
            finally:
                signal.signal(signal.SIGTERM, before)
        return Done(status, out.getvalue(), err.getvalue())

    def run_apart(self, *arguments: str | Path) -> Done:
        """Run it as a program of its own."""
        done = run_in(self.folder, *self.command(*arguments)[1:])
        return Done(done.returncode, done.stdout, done.stderr)

    def rows(self, *arguments: str | Path) -> dict[str, dict[str, Any]]:
        """What the JSON report says, by the last part of each address."""
        done = self.run("--format", "json", *arguments)
        assert done.returncode in (0, 1), done.stderr
        return {row["url"].rpartition("/")[2]: row for row in json.loads(done.stdout)}

    def git(self, *arguments: str) -> None:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *who, *arguments], cwd=self.folder, check=True, capture_output=True)


def entry(number: int, title: str, **fields: Any) -> dict[str, Any]:
    links = [{"url": f"http://host{number % 3}.example.org/{title.lower()}"}]
    return {"title": title, "access": "open", "links": links, **fields}


NAMES = ["Acorn", "Birch", "Cedar", "Elder"]
TREES = 40


def url(name: str) -> str:
    return f"http://host{NAMES.index(name) % 3}.example.org/{name.lower()}"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    write_catalog(tmp_path / "catalog", {n.lower(): entry(i, n) for i, n in enumerate(NAMES)})
    with weblet() as web:
        web.hosts = {f"host{number}.example.org" for number in range(3)} | {"canary.example.org"}
        web.pages = {url(name): page(name) for name in NAMES}
        web.pages[CANARY[0]] = page("Canary")
        yield Bench(tmp_path, web)


def test_a_run_without_broken_links(bench: Bench) -> None:
    done = bench.run_apart()
    assert (done.returncode, done.stdout) == (0, "4 links: 4 ok; none broken\n")
    assert "Checking links: 4 of 4" in done.stderr
    ledger = parse(bench.ledger.read_bytes())
    assert list(ledger.links) == sorted(url(name) for name in NAMES)
    assert ledger.links[url("Acorn")].title == "Acorn"
    assert not list(bench.catalog.glob("*.progress"))


def test_the_json_report(bench: Bench, tmp_path: Path) -> None:
    bench.web.pages[url("Birch")] = GONE
    bench.web.pages[url("Cedar")] = moved("http://new.example.org/cedar")
    bench.web.pages["http://new.example.org/cedar"] = page("Cedar")
    done = bench.run("--json", tmp_path / "out.json", "--today", "2026-11-21")
    assert done.returncode == 1
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [list(row) for row in rows] == [KEYS] * 4
    acorn, birch, cedar, _ = rows
    assert (acorn["verdict"], acorn["state"], acorn["checked"]) == ("ok", "ok", "2026-11-21")
    assert (acorn["entry"], acorn["file"]) == ("acorn", "catalog/entries/acorn.yml")
    line = (bench.folder / acorn["file"]).read_text().splitlines()[acorn["line"] - 1]
    assert acorn["url"] in line
    assert (birch["verdict"], birch["state"], birch["status"]) == ("dead", "watch", 404)
    assert (cedar["verdict"], cedar["final_url"]) == ("moved", "http://new.example.org/cedar")


def test_only_persistent_failures_are_reported_over_five_weeks(bench: Bench) -> None:
    """One link breaks, one fails twice, one is behind a bot wall: only the first is dead."""
    bench.run("--today", "2026-11-02")
    bench.web.pages |= {url("Birch"): GONE, url("Cedar"): DOWN, url("Elder"): WALL}
    told, codes = [], []
    for day in ("2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"):
        if day == "2026-11-23":
            bench.web.pages[url("Cedar")] = page("Cedar")
        done = bench.run("--format", "json", "--today", day)
        codes.append(done.returncode)
        states = {row["entry"]: row["state"] for row in json.loads(done.stdout)}
        told.append([states[name.lower()] for name in NAMES])
    assert told == [
        ["ok", "watch", "watch", "blocked"],
        ["ok", "watch", "watch", "blocked"],
        ["ok", "dead", "ok", "blocked"],
        ["ok", "dead", "ok", "blocked"],
    ]
    assert codes == [0, 0, 1, 1]
    weeks = parse(bench.ledger.read_bytes()).weeks
    assert [sum(totals.values()) for totals in weeks.values()] == [4] * 5


def test_changed_content_is_reported_over_five_weeks(bench: Bench) -> None:
    """A document becomes a web page, a page a form: reported at once, until it is fixed."""
    form = "<form><label>Password <input type=password></label><button>Sign in</button></form>"
    sign_in = (200, HTML, f"<!doctype html><title>Sign in</title><h1>Sign in</h1>{form}".encode())
    document = (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7\n" + b"x" * 3000)
    elsewhere = "http://new.example.org/elder"
    bench.web.pages[url("Birch")] = document
    told = []
    for week, change in enumerate(
        [
            {},
            {url("Birch"): page("Our services"), url("Cedar"): sign_in},
            {url("Elder"): moved(elsewhere), elsewhere: page("Elder")},
            {url("Birch"): document, url("Cedar"): page("Cedar")},
            {url("Elder"): page("Elder")},
        ]
    ):
        bench.web.pages |= change
        rows = bench.rows("--today", f"2026-11-{2 + 7 * week:02}")
        told.append([rows[name.lower()]["state"] for name in NAMES])
    assert told == [
        ["ok", "ok", "ok", "ok"],
        ["ok", "drift", "login", "ok"],
        ["ok", "drift", "login", "moved"],
        ["ok", "ok", "ok", "moved"],
        ["ok", "ok", "ok", "ok"],
    ]
    record = parse(bench.ledger.read_bytes()).links[url("Birch")]
    assert (str(record.since), record.content_type) == ("2026-11-23", "application/pdf")


def test_a_second_run_on_the_same_day_changes_nothing(bench: Bench) -> None:
    """A run on a later day changes the day, by which it is known which check was later."""
    bench.run("--today", "2026-11-16")
    before = bench.ledger.read_bytes()
    bench.run("--today", "2026-11-16")
    assert bench.ledger.read_bytes() == before
    bench.run("--today", "2026-11-18")
    assert bench.ledger.read_bytes() == before.replace(b'"2026-11-16"}', b'"2026-11-18"}').replace(
        b'"looked": "2026-11-16"', b'"looked": "2026-11-18"'
    )


def test_a_ledger_in_the_older_form_is_taken_over(bench: Bench) -> None:
    """It is read like the other as long as it is the only one, and then replaced by it."""
    older = bench.ledger.with_name("link-ledger.json")
    known = {"state": "ok", "since": "2025-01-06", "first_seen": "2025-01-06", "title": "Oak"}
    written = {"version": 1, "weeks": {"2025-W02": {"ok": 1}}, "links": {url("Birch"): known}}
    older.write_text(json.dumps(written, indent=1), encoding="utf-8")
    bench.run("--entry", "acorn")
    ledger = parse(bench.ledger.read_bytes())
    assert not older.exists()
    assert (ledger.links[url("Birch")].title, min(ledger.weeks)) == ("Oak", "2025-W02")
    bench.run("--entry", "birch")
    older.write_text(json.dumps(written, indent=1).replace("Birch", "Willow"), encoding="utf-8")
    part = bench.folder / "part.jsonl"
    part.write_text("", encoding="utf-8")
    assert "This file is empty." in bench.run("--merge", part).stderr
    part.write_bytes(bench.ledger.read_bytes())
    bench.run("--merge", part)
    assert parse(bench.ledger.read_bytes()).links[url("Birch")].last_ok
    assert not older.exists()


def test_both_sides_of_a_conflict_in_the_ledger_are_joined(bench: Bench) -> None:
    bench.run("--today", "2026-11-16")
    whole = bench.ledger.read_text(encoding="utf-8")
    head, *rest = whole.splitlines(keepends=True)
    torn = [head, "<<<<<<< HEAD\n", *rest[:3], "=======\n", *rest[2:], ">>>>>>> theirs\n"]
    bench.ledger.write_text("".join(torn), encoding="utf-8")
    done = bench.run("--today", "2026-11-16")
    assert done.returncode == 2
    assert "link-ledger.jsonl:2:1: the ledger is damaged. Git left two versions" in done.stderr
    done = bench.run("--merge", bench.ledger, "--today", "2026-11-16")
    assert done.returncode == 0, done.stderr
    assert bench.ledger.read_text(encoding="utf-8") == whole


def test_a_manual_verification(bench: Bench) -> None:
    bench.web.pages[url("Birch")] = GONE
    verified = {"on": "2026-11-01", "by": "the team"}
    write_catalog(bench.folder / "other", {"birch": entry(1, "Birch", verified=verified)})
    rows = bench.rows("--catalog", "other", "--today", "2026-11-21")
    assert (rows["birch"]["verdict"], rows["birch"]["state"]) == ("dead", "ok")
    assert bench.run("--catalog", "other", "--today", "2026-11-21").returncode == 0


def test_a_broken_link_of_a_retired_entry_does_not_fail_a_run(bench: Bench) -> None:
    """It was retired because its link is gone, so there is nothing left to do."""
    bench.web.pages[url("Birch")] = GONE
    retired = {"on": "2026-11-01", "why": "It is gone."}
    for name, fields in {"one": {}, "two": {"retired": retired}}.items():
        write_catalog(bench.folder / name, {"birch": entry(1, "Birch", **fields)})
        status = bench.run("--catalog", name, "--today", "2026-11-21").returncode
        assert status == (1 if name == "one" else 0)


def test_fix(bench: Bench) -> None:
    path = bench.catalog / "entries" / "cedar.yml"
    text = (
        "# Kept by hand.\r\ntitle: 'Cedar'\r\ntype: report\r\nsummary: What it is.\r\nlinks:\r\n"
        f'  - url: "{url("Cedar")}"  # the old one\r\naccess: open\r\n'
    )
    path.write_bytes(text.encode())
    new = "http://new.example.org/cedar"
    bench.run("--today", "2026-11-02")
    bench.web.pages |= {url("Cedar"): moved(new), new: page("Cedar")}
    assert "fixed" not in bench.run("--fix", "--today", "2026-11-09").stderr
    assert path.read_bytes() == text.encode()
    bench.web.pages[new] = page("Buy our trees")
    assert "fixed" not in bench.run("--fix", "--today", "2026-11-16").stderr
    bench.web.pages[new] = page("Cedar")
    bench.run("--today", "2026-11-23")
    done = bench.run("--fix", "--today", "2026-11-30")
    assert f"catalog/entries/cedar.yml:6: fixed {url('Cedar')} → {new}" in done.stderr
    note = f"    formerly: [{url('Cedar')}]\r\n"
    wanted = text.replace(url("Cedar"), new).replace("one\r\n", f"one\r\n{note}")
    assert path.read_bytes().decode() == wanted
    ledger = parse(bench.ledger.read_bytes())
    assert url("Cedar") not in ledger.links
    assert str(ledger.links[new].first_seen) == "2026-11-02"
    assert bench.run("--today", "2026-12-07").returncode == 0


def test_archive(bench: Bench) -> None:
    """The newest capture with status 200 of this very address and kind; none is better."""
    asked = "http://archive.example.org/cdx"
    header = ["timestamp", "original", "mimetype", "statuscode"]
    captures = {
        url("Birch"): [
            ["20190101000000", url("Birch"), "text/html", "200"],
            ["20210101000000", url("Birch") + "/", "text/html", "200"],
            ["20220101000000", url("Birch"), "text/html", "404"],
            ["20230101000000", url("Birch"), "application/pdf", "200"],
            ["20240101000000", "http://elsewhere.example.org/", "text/html", "200"],
        ],
        url("Cedar"): [["20220101000000", url("Cedar"), "text/html", "302"]],
    }

    def cdx(query: str) -> tuple[int, dict[str, str], bytes]:
        assert "filter=statuscode:200" in query.replace("%3A", ":")
        rows = next((rows for u, rows in captures.items() if u.rpartition("/")[2] in query), [])
        return 200, {"Content-Type": "application/json"}, json.dumps([header, *rows]).encode()

    bench.web.pages |= {url("Birch"): GONE, url("Cedar"): GONE, asked: cdx}
    rows = bench.rows("--archive", "--archive-api", asked)
    copy = f"https://web.archive.org/web/20210101000000/{url('Birch')}/"
    assert rows["birch"]["archived_url"] == copy
    assert rows["cedar"]["archived_url"] is None
    assert rows["acorn"]["archived_url"] is None
    bench.web.pages[asked] = DOWN
    assert bench.rows("--archive", "--archive-api", asked)["birch"]["archived_url"] == copy


def test_addresses_that_are_in_no_entry(bench: Bench) -> None:
    tries = bench.folder / "tries.txt"
    tries.write_text(f"# to try\n{url('Acorn')}\n\nhttp://10.0.0.1/\nhttp://host0.example.org/no\n")
    bench.web.pages.pop(CANARY[0])
    rows = bench.rows("--urls", tries)
    assert [row["verdict"] for row in rows.values()] == ["ok", "unsafe", "dead"]
    assert rows["acorn"]["entry"] is None
    assert (rows["acorn"]["file"], rows["acorn"]["line"]) == (str(tries), 2)
    assert not bench.ledger.exists()
    tries.write_text(json.dumps([{"url": url("Acorn"), "title": "Acorn"}]))
    done = bench.run("--urls", tries, "--ledger", "mine.json")
    assert done.returncode == 0
    assert list(parse((bench.folder / "mine.json").read_bytes()).links) == [url("Acorn")]
    assert bench.run("--urls", "-", stdin=url("Acorn")).returncode == 0


def test_the_canary(bench: Bench) -> None:
    bench.run()
    before = bench.ledger.read_bytes()
    bench.web.pages = {}
    done = bench.run("--today", "2030-01-01")
    assert done.returncode == 2
    assert "network is at fault" in done.stderr
    assert bench.ledger.read_bytes() == before
    bench.web.pages = {CANARY[0]: page("Canary"), CANARY[1]: page("Welcome to this hotel")}
    assert bench.run().returncode == 2
    assert bench.ledger.read_bytes() == before
    assert bench.run("--no-canary").returncode in (0, 1)
    assert bench.ledger.read_bytes() != before


def test_changed_since_fails_only_for_new_broken_links(bench: Bench) -> None:
    """Links that were there before are not checked."""
    bench.web.pages |= {url("Birch"): GONE, url("Elder"): GONE}
    (bench.catalog / "entries" / "elder.yml").unlink()
    bench.git("init", "-b", "main")
    bench.git("add", ".")
    bench.git("commit", "-m", "one")
    assert "0 links" in bench.run("--changed-since", "main").stdout
    write_catalog(bench.folder / "new", {"elder": entry(3, "Elder"), "acorn": entry(0, "Acorn")})
    for name in ("elder", "acorn"):
        new = bench.folder / "new" / "entries" / f"{name}.yml"
        new.replace(bench.catalog / "entries" / f"{name}.yml")
    bench.web.asked.clear()
    done = bench.run("--changed-since", "main", "--format", "github")
    assert done.returncode == 1
    assert "::error file=catalog/entries/elder.yml,line=" in done.stdout
    assert not [asked for asked in bench.web.asked if "birch" in asked or "acorn" in asked]
    assert not bench.ledger.exists()
    for unsure in (DOWN, WALL):
        bench.web.pages[url("Elder")] = unsure
        assert bench.run("--changed-since", "main").returncode == 0


def test_links_on_hand_written_pages_are_watched(bench: Bench) -> None:
    pages = bench.catalog / "pages"
    pages.mkdir()
    (pages / "about.md").write_text(f"# About\n\n`{url('Cedar')}`\n\n[Acorn]({url('Acorn')})\n")
    bench.git("init", "-b", "main")
    bench.git("add", ".")
    bench.git("commit", "-m", "one")
    for name in ("Page", "Part"):
        bench.web.pages[f"http://host0.example.org/{name.lower()}"] = GONE
    (pages / "more.md").write_text("# More\n\n<http://host0.example.org/page>\n")
    with open(pages / "about.md", "a") as file:
        file.write("\n[Part](http://host0.example.org/part), [mail](mailto:a@example.org)\n")
    done = bench.run("--changed-since", "main")
    assert done.returncode == 1
    assert "catalog/pages/about.md:7: dead" in done.stdout
    assert "catalog/pages/more.md:3: dead" in done.stdout
    assert "2 links" in done.stdout
    rows = bench.rows()
    assert (rows["part"]["file"], rows["part"]["entry"]) == ("catalog/pages/about.md", None)
    assert "http://host0.example.org/page" in parse(bench.ledger.read_bytes()).links


def test_one_entry(bench: Bench) -> None:
    bench.web.pages[url("Birch")] = GONE
    assert bench.run("--entry", "acorn").returncode == 0
    assert bench.run("--entry", "acorn", "birch").returncode == 1
    done = bench.run("--entry", "oak")
    assert (done.returncode, done.stderr) == (2, "There is no entry “oak” with a link.\n")


def test_shards_and_their_ledgers(bench: Bench) -> None:
    assert bench.run("--today", "2026-11-16").returncode == 0
    whole = bench.ledger.read_bytes()
    bench.ledger.unlink()
    parts = []
    for number in range(1, 4):
        part = bench.folder / f"part{number}.json"
        done = bench.run("--shard", f"{number}/3", "--ledger", part, "--today", "2026-11-16")
        assert done.returncode == 0
        parts.append(part)
    assert sum(len(parse(part.read_bytes()).links) for part in parts) == 4
    done = bench.run("--merge", *parts, "--today", "2026-11-16")
    assert (done.returncode, done.stdout) == (0, "4 links: 4 ok; none broken\n")
    assert bench.ledger.read_bytes() == whole
    assert bench.run("--shard", "4/3").returncode == 2


def test_the_markdown_of_an_issue(bench: Bench) -> None:
    bench.web.pages[url("Birch")] = GONE
    done = bench.run("--format", "markdown")
    assert done.stdout.startswith("**4 links: 3 ok, 1 watch; 1 broken**\n\n### Broken\n\n- `http:")


def test_a_damaged_ledger_is_left_alone(bench: Bench) -> None:
    bench.ledger.write_text('{"links": {}')
    done = bench.run()
    assert done.returncode == 2
    assert "ledger is damaged" in done.stderr
    assert bench.ledger.read_text() == '{"links": {}'


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--catalog", "nowhere"], "The catalog nowhere is not there."),
        (["--catalog", "catalog/entries"], "is not a catalog"),
        (["--urls", "nowhere.txt"], "nowhere.txt: No such file"),
        (["--urls", "half.json"], "half.json is not a JSON list of addresses"),
        (["--urls", "one.json"], "it is not a list"),
        (["--urls", "no-url.json"], "item 1 has no “url”"),
        (["--urls", "latin.txt"], "latin.txt is not UTF-8 text"),
        (["--merge", "nowhere.json"], "nowhere.json: No such file"),
        (["--merge", "half.json"], "half.json:1:10: the ledger is damaged"),
        (["--today", "tomorrow"], "“tomorrow” is not a day such as 2026-11-21"),
        (["--timeout", "0"], "“0” is not a number of seconds"),
        (["--shard", "4/3"], "“4/3” is not a shard: write it as 1/4"),
        (["--shard", "half"], "“half” is not a shard"),
        (["--entry", "oak"], "There is no entry “oak” with a link."),
        (["--changed-since", "no-such-commit"], "git knows no commit “no-such-commit” here."),
        (["--proxy", "3128"], "“3128” is not a proxy such as http://"),
        (["--json", "no/such/folder/x.json"], "There is no folder for no/such/folder/x.json"),
        (["--urls", "a", "--entry", "b"], "Choose one of"),
        (["--fix", "--urls", "a"], "--fix goes with a run over the catalog"),
        (["--frobnicate"], "Unrecognized arguments"),
    ],
)
def test_what_cannot_be_run_says_so_in_a_line(
    bench: Bench, arguments: list[str], said: str
) -> None:
    for name, text in {
        "half.json": b'[{"url": ',
        "one.json": b'{"url": "https://example.org/"}',
        "no-url.json": b'[{"title": "A"}]',
        "latin.txt": "https://example.org/\u00fc".encode("latin-1"),
    }.items():
        (bench.folder / name).write_bytes(text)
    done = bench.run("--no-canary", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not bench.ledger.exists()
    assert not bench.web.asked


def test_a_proxy_that_is_down_is_no_dead_link(bench: Bench) -> None:
    rows = bench.rows("--no-canary", "--proxy", "http://127.0.0.1:9/", "--timeout", "2")
    assert {row["verdict"] for row in rows.values()} == {"transient"}


@pytest.fixture
def forest(bench: Bench) -> Path:
    """The ledger of a catalog of many entries, which is not there yet."""
    names = [f"Tree{number}" for number in range(TREES)]
    write_catalog(bench.folder / "forest", {n.lower(): entry(i, n) for i, n in enumerate(names)})
    bench.web.pages |= {
        f"http://host{i % 3}.example.org/{n.lower()}": page(n) for i, n in enumerate(names)
    }
    return bench.folder / "forest" / "link-ledger.jsonl"


def noted(ledger: Path) -> set[str]:
    """The URLs with findings on disk, whole lines only."""
    with contextlib.suppress(OSError):
        journal = ledger.with_name(ledger.name + SUFFIX).read_text(encoding="utf-8")
        lines = [json.loads(line) for line in journal.split("\n")[:-1]]
        return {line["found"]["url"] for line in lines if "found" in line}
    return set()


def begun(bench: Bench, ledger: Path, more: int, spare: int = 0) -> subprocess.Popen[str]:
    """A run that has noted so many findings more, and cannot end: the web keeps back the rest.

    ``spare`` answers more are for requests of a run before that arrive only now.
    """
    wanted = len(noted(ledger)) + more
    bench.web.asked.clear()
    bench.web.answers = more + spare
    run = subprocess.Popen(
        bench.command("--catalog", "forest", "--no-canary", "--timeout", "60"),
        cwd=bench.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    deadline = time.monotonic() + 50
    while len(noted(ledger)) < wanted and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert run.poll() is None, run.communicate()[1]
    return run


def test_a_killed_run_keeps_its_results(bench: Bench, forest: Path) -> None:
    """No URL with a result is requested again, and the ledger is never half written."""
    for more in (1, 4, 7):
        run = begun(bench, forest, more, spare=6)
        run.kill()
        run.communicate()
        assert not forest.exists()
    done = noted(forest)
    assert len(done) >= 12
    bench.web.asked.clear()
    bench.web.answers = None
    bench.web.go.set()
    assert bench.run("--catalog", "forest", "--no-canary").returncode == 0
    assert len(parse(forest.read_bytes()).links) == TREES
    trees = {url for url in bench.web.pages if url.partition("/tree")[2]}
    assert trees.intersection(bench.web.asked) == trees - done
    assert not list(forest.parent.glob("*.progress"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_the_run_after_a_killed_one_completes_the_files(bench: Bench) -> None:
    """Killed before each write in turn, ledger and entries end as without interruption."""
    new = "http://new.example.org/cedar"
    bench.web.pages |= {url("Cedar"): moved(new), new: page("Cedar")}
    bench.run("--today", "2026-11-09")
    arguments = bench.command("--no-canary", "--fix", "--today", "2026-11-16")[1:]
    helper = Path(__file__).with_name("killed_everywhere.py")
    done = subprocess.run(
        [sys.executable, helper, *arguments],
        cwd=bench.folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[0]) >= 8  # journal, entry and ledger: opened, renamed, removed


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_stops_and_goes_on_later(
    bench: Bench, forest: Path, sign: signal.Signals
) -> None:
    run = begun(bench, forest, 3)
    run.send_signal(sign)
    _, said = run.communicate(timeout=50)
    assert run.returncode == 2
    assert said.endswith("Stopped. What was found is kept: start again to go on.\n")
    assert "Traceback" not in said
    bench.web.go.set()
    done = bench.run("--catalog", "forest", "--no-canary")
    assert "Continuing a run that was stopped: 3 done" in done.stderr
    assert done.returncode == 0


def test_linkchecker_gives_a_second_opinion(bench: Bench) -> None:
    """Where the two disagree both results are recorded; ours decides."""
    answers = {"browser": 0}

    def moody(_: str) -> tuple[int, dict[str, str], bytes]:
        answers["browser"] += 1
        return page("Birch") if answers["browser"] == 1 else GONE

    bench.web.pages |= {url("Birch"): moody, url("Cedar"): GONE}
    done = bench.run("--witness", "--no-canary", "--format", "json")
    assert "LinkChecker reported 4 of them" in done.stderr, done.stderr
    rows = {row["entry"]: row["verdict"] for row in json.loads(done.stdout)}
    assert rows == {"acorn": "ok", "birch": "ok", "cedar": "dead", "elder": "ok"}
    links = parse(bench.ledger.read_bytes()).links
    assert [u for u, record in links.items() if record.witness] == [url("Birch")]
    assert links[url("Birch")].witness == "LinkChecker finds it broken: 404 Not Found"
    (bench.folder / "part.json").write_bytes(bench.ledger.read_bytes())
    said = bench.run("--merge", "part.json").stdout
    assert f"ok {url('Birch')} (LinkChecker finds it broken: 404 Not Found)" in said


def test_invalid_items_of_a_url_list_keep_their_positions() -> None:
    half_a_letter = '{"url": "http://\\ud800.test/", "title": null}'
    items = f'[{{"url": " http://a.test/ ", "title": 5}}, "", {half_a_letter}]'
    found = link_selection.parse_url_list(items, "list.json")
    assert [(t.url, t.title) for t in found] == [
        (" http://a.test/ ", "5"),
        ("", ""),
        ("http://?.test/", ""),
    ]
