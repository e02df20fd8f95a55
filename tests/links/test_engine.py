"""The engine: what is asked, how often, how fast, and what is never connected to."""

from __future__ import annotations

import asyncio
import datetime
import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from links.lab import PATIENCE, Case, Lab
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.ask.wayback_machine import find_archived_urls
from resource_catalog.links.checker import check
from resource_catalog.links.finding import Finding
from resource_catalog.links.judge.verdicts import MEANINGS, VERDICTS
from resource_catalog.links.record.updated_records import next_record
from resource_catalog.links.target import Target
from resource_catalog.model.ledger.link_ledger import LinkRecord

GUIDE = {"html": "<title>Guide</title><h1>Guide</h1><p>Here it is.</p>"}


def web(**answers: Any) -> Lab:
    """A lab of one host, ``a.test``, by path: ``_x`` stands for ``/x``."""
    urls = {f"http://a.test/{name.lstrip('_')}": answer for name, answer in answers.items()}
    return Lab([Case("web", "http://a.test/", "ok", urls)])


def run(
    lab: Lab,
    targets: list[Target],
    folder: Path,
    *,
    by_proxy: bool = False,
    on_done: Callable[[Finding], None] | None = None,
    **more: Any,
) -> list[Finding]:
    async def go() -> list[Finding]:
        async with lab.open(folder):
            how = {"proxy": lab.proxy} if by_proxy else {"resolve": lab.resolve}
            settings = Settings(
                **{
                    "timeout": PATIENCE,
                    "trust_env": False,
                    "ca_file": str(folder / "ca.pem"),
                    **how,
                    **more,
                }
            )
            return await check(targets, settings, on_done)

    return asyncio.run(go())


def test_the_same_address_is_asked_once_however_it_is_spelled(tmp_path: Path) -> None:
    spellings = [
        "http://a.test/guide",
        "http://a.test/guide",
        "HTTP://A.TEST:80/guide",
        "http://a.test/%67uide",
        "http://a.test./guide?",
        "http://a.test/guide#top",
        "http://a.test/x/../guide?utm_source=mail&utm_medium=x",
        "http://a.test/guide?igsh=1&_ga=2",
    ]
    lab = web(_guide=GUIDE)
    found = run(lab, [Target(url, title="Guide") for url in spellings], tmp_path)
    assert lab.asked["http://a.test/guide"] == 1
    assert sum(lab.asked.values()) == 1
    assert [finding.url for finding in found] == spellings
    assert {finding.verdict for finding in found} == {"ok"}


def test_each_target_of_one_address_gets_its_own_verdict(tmp_path: Path) -> None:
    targets = [
        Target("http://a.test/guide", title="Guide"),
        Target("http://a.test/guide#gone", title="Guide"),
        Target("http://a.test/guide", known_title="Cheap shoes"),
    ]
    found = run(web(_guide=GUIDE), targets, tmp_path)
    assert [finding.verdict for finding in found] == ["ok", "fragment", "drift"]


def test_findings_are_reported_as_they_arrive_and_returned_in_order(tmp_path: Path) -> None:
    told: list[str] = []
    told_of_guide = asyncio.Event()

    def tell(finding: Finding) -> None:
        told.append(finding.url)
        if finding.url.endswith("guide"):
            told_of_guide.set()

    targets = [Target("http://a.test/slow"), Target("ftp://a.test/"), Target("http://a.test/guide")]
    lab = web(_slow={**GUIDE, "after": told_of_guide}, _guide=GUIDE)
    found = run(lab, targets, tmp_path, on_done=tell)
    assert [finding.url for finding in found] == [target.url for target in targets]
    assert told == ["ftp://a.test/", "http://a.test/guide", "http://a.test/slow"]


def test_no_targets_no_findings(tmp_path: Path) -> None:
    assert run(web(), [], tmp_path) == []


@pytest.mark.parametrize("by_proxy", [False, True], ids=["directly", "by proxy"])
def test_requests_to_one_host_are_rate_limited(tmp_path: Path, by_proxy: bool) -> None:
    pages = {f"_{n}": {**GUIDE, "wait": 0.02} for n in range(25)}
    lab = web(**pages)
    targets = [Target(f"http://a.test/{n}", title="Guide") for n in range(25)]
    run(lab, targets, tmp_path, by_proxy=by_proxy)
    times = sorted(when for _, when in lab.arrivals)
    assert len(times) == 25
    assert all(times[n + 10] - times[n] >= 1 for n in range(15))
    assert lab.most_at_once == 2


def test_hosts_are_checked_concurrently(tmp_path: Path) -> None:
    urls = [f"http://h{n}.test/guide" for n in range(40)]
    lab = Lab([Case("x", urls[0], "ok", {url: {**GUIDE, "wait": 0.5} for url in urls})])
    run(lab, [Target(url, title="Guide") for url in urls], tmp_path)
    loop_time = sorted(when for _, when in lab.arrivals)
    assert loop_time[-1] - loop_time[0] < 10  # one after another would take twenty seconds


# --- never connected to


@pytest.fixture
def trap(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every address that something connects to."""
    seen: list[Any] = []
    real = asyncio.BaseEventLoop.sock_connect  # type: ignore[attr-defined]

    async def watched(self: Any, sock: Any, address: Any) -> Any:
        seen.append(address[0])
        return await real(self, sock, address)

    from asyncio import selector_events

    real = selector_events.BaseSelectorEventLoop.sock_connect
    monkeypatch.setattr(selector_events.BaseSelectorEventLoop, "sock_connect", watched)
    return seen


def names(table: dict[str, list[list[str]]]) -> Callable[..., Any]:
    """A name server that gives another answer each time it is asked."""

    def look_up(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        answers = table[host]
        numbers = answers.pop(0) if len(answers) > 1 else answers[0]
        kinds = [socket.AF_INET6 if ":" in number else socket.AF_INET for number in numbers]
        return [
            (kind, socket.SOCK_STREAM, 6, "", (number, port))
            for kind, number in zip(kinds, numbers, strict=True)
        ]

    return look_up


@pytest.mark.parametrize(
    "numbers",
    [
        ["127.0.0.1"],
        ["10.1.2.3"],
        ["169.254.169.254"],
        ["100.64.1.1"],
        ["0.0.0.0"],  # noqa: S104 - an answer, nothing listens
        ["::1"],
        ["::ffff:10.0.0.1"],
        ["fd00:ec2::254"],
        ["fe80::1"],
        ["8.8.8.8", "127.0.0.1"],
    ],
)
def test_a_name_for_a_private_address_is_not_connected_to(
    numbers: list[str], trap: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", names({"inside.test": [numbers]}))
    found = asyncio.run(
        check([Target("http://inside.test/")], Settings(timeout=PATIENCE, trust_env=False))
    )
    assert found[0].verdict == "unsafe"
    assert trap == []


def test_dns_rebinding_to_a_private_address_is_blocked(
    trap: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first answer is public, every later one private: only the first is connected to."""
    table = {"rebind.test": [["203.0.113.7"], ["127.0.0.1"]]}
    monkeypatch.setattr(socket, "getaddrinfo", names(table))

    async def unreachable(self: Any, sock: Any, address: Any) -> None:
        trap.append(address[0])
        raise OSError("no route")

    monkeypatch.setattr(
        asyncio.selector_events.BaseSelectorEventLoop,  # type: ignore[attr-defined]
        "sock_connect",
        unreachable,
    )
    found = asyncio.run(
        check([Target("http://rebind.test/")], Settings(timeout=PATIENCE, trust_env=False))
    )
    assert set(trap) == {"203.0.113.7"}
    assert found[0].verdict in {"transient", "unsafe"}


def test_a_redirect_inside_is_not_followed_by_a_proxy_either(tmp_path: Path) -> None:
    lab = web(
        _a={"to": "http://127.0.0.1:9/secret"},
        _b={"to": "http://localhost:9/secret"},
        _c={"to": "http://[::ffff:169.254.169.254]/latest"},
    )
    targets = [Target(f"http://a.test/{name}") for name in "abc"]
    found = run(lab, targets, tmp_path, by_proxy=True)
    assert [finding.verdict for finding in found] == ["unsafe"] * 3
    assert {url.split("/")[2] for url in lab.asked} == {"a.test"}


def test_tests_may_name_private_servers_that_are_allowed(tmp_path: Path) -> None:
    async def go() -> Finding:
        lab = web(_guide=GUIDE)
        async with lab.open(tmp_path):
            place = lab.proxy.removeprefix("http://")
            settings = Settings(timeout=PATIENCE, trust_env=False, allow_private=frozenset({place}))
            return (await check([Target(f"http://{place}/x")], settings))[0]

    assert asyncio.run(go()).verdict != "unsafe"


# --- proxies


@pytest.mark.parametrize(
    "answer",
    [
        (502, "Bad Gateway", b"getaddrinfo failed: Name or service not known"),
        (503, "Service Unavailable", b"<p>Unable to determine IP address from host name</p>"),
        (504, "DNS Lookup Failed", b""),
        (502, "Bad Gateway", b""),
        (404, "Not Found", b"<h1>No such domain</h1>"),
    ],
    ids=["words", "squid", "phrase", "bare", "404"],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_proxy_errors_for_an_unknown_host_mean_a_dead_link(
    tmp_path: Path, answer: tuple[int, str, bytes], scheme: str
) -> None:
    lab = web(_guide=GUIDE)
    lab.proxy_error = answer
    found = run(lab, [Target(f"{scheme}://nobody.test/a")], tmp_path, by_proxy=True)
    assert found[0].verdict == "dead"


def test_a_502_of_the_server_is_not_mistaken_for_one_of_the_proxy(tmp_path: Path) -> None:
    lab = web(_={"html": "<h1>Home</h1>"}, _down={"status": 502, "phrase": "Bad Gateway"})
    lab.proxy_error = (502, "Bad Gateway", b"")
    found = run(lab, [Target("http://a.test/down")], tmp_path, by_proxy=True)
    assert found[0].verdict == "transient"


def test_the_environment_names_the_proxy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def go() -> list[Finding]:
        lab = web(_guide=GUIDE)
        async with lab.open(tmp_path):
            for name in ("http_proxy", "HTTP_PROXY"):
                monkeypatch.setenv(name, lab.proxy)
            monkeypatch.setenv("no_proxy", "direct.test")
            monkeypatch.setattr(socket, "getaddrinfo", names({"direct.test": [["10.0.0.1"]]}))
            targets = [Target("http://a.test/guide"), Target("http://direct.test/guide")]
            return await check(targets, Settings(timeout=PATIENCE))

    assert [finding.verdict for finding in asyncio.run(go())] == ["ok", "unsafe"]


def test_a_proxy_that_is_not_there_is_no_fault_of_the_link() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{taken.getsockname()[1]}"
        settings = Settings(timeout=PATIENCE, proxy=proxy, trust_env=False)
        found = asyncio.run(check([Target("https://a.test/")], settings))
    assert found[0].verdict == "transient"
    assert "proxy" in found[0].reason


def test_a_long_retry_after_is_not_awaited(tmp_path: Path) -> None:
    lab = web(_a={"status": 503, "headers": {"Retry-After": "120"}})
    run(lab, [Target("http://a.test/a")], tmp_path)
    assert lab.asked["http://a.test/a"] == 1


def test_a_host_is_asked_so_often_in_a_week_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left waits for the next run, and what is known of it stays as it is."""
    monkeypatch.setattr("resource_catalog.links.ask.fetch.REQUESTS_A_WEEK", 2)
    lab = web(**{f"_{n}": GUIDE for n in range(4)})
    found = run(lab, [Target(f"http://a.test/{n}") for n in range(4)], tmp_path)
    assert sum(lab.asked.values()) == 2
    waiting = [finding for finding in found if finding.postponed]
    assert [finding.verdict for finding in waiting] == ["unverified"] * 2
    day = datetime.date(2026, 11, 2)
    known = LinkRecord(state="ok", since=day, first_seen=day)
    assert next_record(known, waiting[0], day + datetime.timedelta(weeks=1)) is known


def test_the_archive_is_asked_once_a_second_and_obeyed(tmp_path: Path) -> None:
    row = ["20240101000000", "http://gone.test/1", "text/html", "200"]
    rows = json.dumps([["timestamp", "original", "mimetype", "statuscode"], row])
    answers = [{"status": 429, "headers": {"Retry-After": "2"}}, {"text": rows}, {"status": 503}]
    case = Case("archive", "http://cdx.test/", "ok", {"http://cdx.test/cdx*": answers})
    day = datetime.date(2026, 11, 2)
    record = LinkRecord(state="dead", since=day, first_seen=day)
    links = [(Target(f"http://gone.test/{n}"), record) for n in (1, 2, 3)]

    async def go() -> tuple[dict[str, str], list[float]]:
        async with Lab([case]).open(tmp_path) as lab:
            settings = Settings(timeout=PATIENCE, proxy=lab.proxy, trust_env=False)
            found = await find_archived_urls(links, settings, check, day, "http://cdx.test/cdx")
            return found, [when for _, when in lab.arrivals]

    found, times = asyncio.run(go())
    assert list(found) == ["http://gone.test/1"]
    # The first is asked again after two seconds; a pause of unknown length ends the search.
    assert len(times) == 3
    assert times[1] - times[0] >= 2
    assert times[2] - times[0] >= 3, "however long the second was on its way"


def test_an_endless_response_is_read_only_in_part(tmp_path: Path) -> None:
    lab = web(_a={"does": "endless", "headers": {"Content-Type": "video/mp4"}})
    found = run(lab, [Target("http://a.test/a")], tmp_path)
    assert found[0].verdict == "ok"
    assert lab.sent < 5_000_000


def test_every_verdict_is_explained() -> None:
    assert tuple(MEANINGS) == VERDICTS
    for meaning in MEANINGS.values():
        assert meaning.summary.endswith(".")
        assert meaning.reader.endswith(".")
        assert meaning.maintainer.endswith(".")
