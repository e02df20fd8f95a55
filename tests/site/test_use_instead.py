"""What to use in place of an entry that does not open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from opened_site import open_folder
from resource_catalog.site.availability.use_instead import use_instead
from resource_catalog.site.site import Site
from sample_catalog import write_catalog

TOPICS = {"label": "Topics", "terms": [{"id": name, "label": name} for name in "abc"]}


def opening(name: str, **more: Any) -> dict[str, Any]:
    link = {"url": f"https://example.org/{name}"}
    return {"title": name, "links": [link], "access": "open", **more}


def site_of(tmp_path: Path, lost: dict[str, Any], **others: dict[str, Any]) -> Site:
    entries = {"lost": lost, **{name.replace("_", "-"): more for name, more in others.items()}}
    return open_folder(write_catalog(tmp_path / "catalog", entries, {"topics": TOPICS}))


def offered(site: Site, name: str = "lost") -> tuple[list[str], bool] | None:
    found = use_instead(site.catalog.entries[name], site)
    return ([entry.id for entry in found.entries], found.is_guess) if found else None


def test_a_guess_is_what_shares_most_and_opens(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        {"topics": ["a", "b"], "stages": ["early"], "type": "podcast"},
        all_of_it=opening("1", topics=["a", "b"], stages=["early"], type="podcast"),
        two_topics=opening("2", topics=["a", "b"]),
        one_topic=opening("3", topics=["a"]),
        nothing=opening("4", topics=["c"]),
        closed={"topics": ["a", "b"], "stages": ["early"], "type": "podcast"},
        replaced=opening("5", topics=["a", "b"], stages=["early"], replaced_by="nothing"),
        retired=opening("6", topics=["a", "b"], retired={"on": "2026-01-01", "why": "Old."}),
    )
    assert offered(site) == (["all-of-it", "two-topics", "one-topic"], True)
    assert offered(site, "one-topic") is None


def test_a_rare_term_and_being_related_count_more_than_a_common_one(tmp_path: Path) -> None:
    common = {f"common_{n}": opening(f"c{n}", topics=["a"]) for n in range(4)}
    site = site_of(
        tmp_path,
        {"topics": ["a", "b"], "related": ["named"]},
        rare=opening("r", topics=["b"]),
        named=opening("n", topics=["c"]),
        **common,
    )
    assert offered(site) == (["named", "rare", "common-0"], True)


def test_what_a_curator_chose_comes_first_as_far_as_it_opens(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        {"topics": ["a"], "instead": ["closed", "far"]},
        near=opening("1", topics=["a"]),
        far=opening("2", topics=["c"]),
        closed={"topics": ["a"], "instead": ["lost"]},
    )
    assert offered(site) == (["far"], False)
    assert offered(site, "closed") == (["near", "far"], True)


def test_nothing_is_guessed_where_there_is_somebody_to_ask_or_a_newer_one(tmp_path: Path) -> None:
    asked = {"topics": ["a"], "access": "on-request"}
    site = site_of(
        tmp_path,
        {**asked, "request_from": "The office"},
        near=opening("1", topics=["a"]),
        unknown={**asked, "request_from": "unknown"},
        old={"topics": ["a"], "replaced_by": "near"},
    )
    assert offered(site) is None
    assert offered(site, "unknown") == (["near"], True)
    assert offered(site, "old") is None


def test_a_gone_link_opens_while_there_is_an_archived_copy(tmp_path: Path) -> None:
    kept = {"url": "https://example.com/kept", "role": "archive"}
    gone = opening("1", topics=["a"])
    copied = {**opening("2", topics=["a"]), "links": [*opening("2")["links"], kept]}
    other = {**kept, "url": "https://example.com/other"}
    site = site_of(tmp_path, gone, copied=copied, only_a_copy={"topics": ["a"], "links": [other]})
    folder = tmp_path / "catalog"
    record = {"state": "dead", "since": "2026-11-03", "first_seen": "2026-11-03"}
    links = {f"https://example.org/{n}": {**record, "verdict": "dead"} for n in (1, 2)}
    ledger = '{"version": 1, "weeks": {}, "links": ' + str(links).replace("'", '"') + "}"
    (folder / "link-ledger.json").write_text(ledger, encoding="utf-8")
    site = open_folder(folder)
    assert site.opening == {"copied", "only-a-copy"}
    assert site.count_opening(site.catalog.listed) == 2
    assert offered(site) == (["copied", "only-a-copy"], True)
