"""The benchmark of the search: a small run whose figures make sense whatever the machine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.figures_page import replace_figures
from bench.searches.figures import summarize_typing
from bench.searches.goals import evaluate_goals
from bench.searches.queries import Queries
from bench.searches.server import serve
from bench.searches.visits import TypingVisit
from building import ROOT


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("bench")
    command = [sys.executable, "scripts/bench_search.py", "--quick", "--entries", "50"]
    command += ["--runs", "1", "--work", str(folder / "work"), "--json", str(folder / "it.json")]
    done = subprocess.run(
        [*command, "--date", "2026-11-21"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "50 entries: making ours …" in done.stderr
    assert "## The goals" in done.stdout
    result: dict[str, Any] = json.loads((folder / "it.json").read_text(encoding="utf-8"))
    return result


@pytest.fixture(scope="module")
def ours(measured: dict[str, Any]) -> dict[str, Any]:
    return measured["sizes"]["50"]["ours"]


def test_the_circumstances_are_noted(measured: dict[str, Any]) -> None:
    assert measured["date"] == "2026-11-21"
    assert measured["chromium"].startswith("Chromium 1")
    assert measured["cores"] >= 1
    assert any(peer.startswith("Material ") for peer in measured["peers"])


def test_nothing_of_the_index_comes_with_a_page(ours: dict[str, Any]) -> None:
    assert ours["view"]["index_bytes"] == 0
    assert 5_000 < ours["view"]["bytes"] <= 70_000
    assert ours["view"]["requests"] >= 3


def test_every_kind_of_query_is_answered(ours: dict[str, Any]) -> None:
    search = ours["search"]
    assert search["found"] == search["asked"] == {"title": 1, "body": 1, "misspelt": 1}
    assert 1_000 < search["bytes"] <= 50_000
    assert search["requests"] >= 3, "code, names and a shard"
    assert search["ms"] > 0
    assert search["slow_ms"] >= 300, "two answers at 150 ms, one after the other"


def test_keys_and_filters_are_measured(ours: dict[str, Any]) -> None:
    for typing in (ours["typing"], ours["browse"]["typing"]):
        assert typing["keys"] >= 10
        assert 0 < typing["median_ms"] <= typing["worst_ms"]
    browse = ours["browse"]
    assert browse["presses"] >= 10
    assert browse["press_requests"] == 0
    assert 0 < browse["most_cards"] <= 24
    assert browse["nodes"] > 100
    assert browse["bytes"] > ours["view"]["bytes"]
    assert browse["slow_ms"] > 300


def test_the_index_is_the_same_each_time(ours: dict[str, Any]) -> None:
    assert ours["index"]["same_bytes"] is True
    assert ours["index"]["seconds"] > 0


def test_peers_are_measured_or_said_not_to_be(measured: dict[str, Any]) -> None:
    figures = measured["sizes"]["50"]
    assert figures["material"]["search"]["found"]["title"] == 1
    assert figures["material"]["view"]["index_bytes"] > 0
    if figures["pagefind"] != "not installed":
        assert figures["pagefind"]["search"]["found"]["title"] == 1
        assert figures["pagefind"]["search"]["bytes"] > 50_000


def test_goals_of_other_sizes_are_neither_met_nor_missed(measured: dict[str, Any]) -> None:
    judged = {goal["text"]: goal["met"] for goal in measured["goals"]}
    assert judged["index before a reader wants to search"] is True
    assert {met for text, met in judged.items() if "entries:" in text} == {None}


def test_a_goal_that_is_missed_is_called_so(measured: dict[str, Any]) -> None:
    large = json.loads(json.dumps(measured["sizes"]["50"]))
    large["ours"]["search"]["bytes"] = 50_001
    large["ours"]["index"]["same_bytes"] = False
    judged = {goal.text: goal.met for goal in evaluate_goals({2_000: large})}
    assert judged["2,000 entries: to the first result"] is False
    assert judged["the same catalog gives the same index, byte for byte"] is False
    assert judged["10,000 entries: to the first result"] is None


def test_a_key_that_was_slow_once_is_not_a_slow_key() -> None:
    visits = [
        TypingVisit(["a", "ab"], [1, 2], []),
        TypingVisit(["a", "ab"], [90, 3], [90]),
        TypingVisit(["a", "ab"], [2, 4], []),
    ]
    found = summarize_typing(visits)
    assert (found["worst_ms"], found["slowest"], found["long_tasks"]) == (3, "ab", 0)


def test_misspelt_words_are_no_words_of_the_catalog() -> None:
    entry = {"title": "Microcredentials explained", "summary": "A summary.", "also_known_as": []}
    queries = Queries([{**entry, "id": "one", "recommended_use": None}])
    misspelt = [query for query in queries.word_queries(3) if query.kind == "misspelt"]
    assert len({query.text for query in misspelt}) == 3
    for query in misspelt:
        assert query.text != query.word in ("microcredentials", "explained")
        assert queries.is_hit(query, ["http://127.0.0.1/resources/one/"])
        assert not queries.is_hit(query, ["http://127.0.0.1/resources/two/", "http://127.0.0.1/"])


@pytest.mark.parametrize("name", ["figures", "goals"])
def test_figures_are_put_between_the_marks_and_nowhere_else(tmp_path: Path, name: str) -> None:
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    page = tmp_path / "page.md"
    page.write_text(f"before\n{begin}\nold\n{end}\nafter\n", encoding="utf-8")
    for _ in range(2):
        replace_figures(page, "new\n", name)
        assert page.read_text(encoding="utf-8") == f"before\n{begin}\n\nnew\n\n{end}\nafter\n"
    page.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="has no lines"):
        replace_figures(page, "new\n", name)


@pytest.mark.parametrize(
    ("page", "name"),
    [("benchmarks.md", "figures"), ("build-speed.md", "figures"), ("build-speed.md", "goals")],
)
def test_the_page_for_the_figures_has_the_marks(page: str, name: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for mark in ("begin", "end"):
        assert text.count(f"<!-- {name}: {mark} -->") == 1


def test_the_host_sends_what_a_host_sends(tmp_path: Path) -> None:
    """Compressed, with a length, over one connection, and counted."""
    import gzip
    from http.client import HTTPConnection

    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "index.html").write_text("<p>hello</p>" * 100, encoding="utf-8")
    with serve(tmp_path) as server:
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=60)
        for _ in range(2):
            connection.request("GET", "/folder/?q=1", headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            body = answer.read()
            assert (answer.status, answer.version) == (200, 11)
            assert answer.headers["Content-Encoding"] == "gzip"
            assert int(answer.headers["Content-Length"]) == len(body)
            assert gzip.decompress(body) == b"<p>hello</p>" * 100
        connection.request("GET", "/missing")
        assert connection.getresponse().status == 404
        connection.close()
        assert [path for path, _ in server.sent] == ["/folder/", "/folder/", "/missing"]
        assert server.sent[0][1] > len(body)
