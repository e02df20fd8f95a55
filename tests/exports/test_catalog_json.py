"""``data/catalog.json``: other programs read it, so its shape is a promise."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from building import CATALOG, HOST, build
from resource_catalog.loading.checks import open_catalog

TEXT, LIST, OBJECT = str, list, dict


@pytest.fixture(scope="module")
def data(built_site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (built_site / "data/catalog.json").read_text(encoding="utf-8")
    )
    return found


def assert_shape(record: dict[str, Any], shape: dict[str, Any], optional: str = "") -> None:
    """The keys are there, and hold values of these types; None where ``optional`` says so."""
    assert shape.keys() <= record.keys()
    for key, kind in shape.items():
        if not (record[key] is None and key in optional.split()):
            assert type(record[key]) is kind, (key, record[key])


def test_top(data: dict[str, Any]) -> None:
    shape = {"generated": TEXT, "vocabularies": OBJECT, "collections": LIST}
    assert_shape(data, {**shape, **dict.fromkeys(["phases", "stages", "entries"], LIST)})
    assert datetime.datetime.fromisoformat(data["generated"]).tzinfo is not None


def test_vocabularies(data: dict[str, Any]) -> None:
    assert {"phases", "stages", "types", "audiences", "topics"} <= data["vocabularies"].keys()
    for vocabulary in data["vocabularies"].values():
        assert_shape(vocabulary, {"label": TEXT, "terms": LIST})
        assert vocabulary["terms"]
        for term in vocabulary["terms"]:
            assert_shape(term, {"id": TEXT, "label": TEXT})


def test_phases(data: dict[str, Any]) -> None:
    assert len(data["phases"]) == 6
    for phase in data["phases"]:
        assert_shape(phase, {"id": TEXT, "label": TEXT, "question": TEXT, "entries": LIST})
        tagged = {e["id"] for e in data["entries"] if phase["id"] in e["phases"]}
        assert set(phase["entries"]) <= tagged
        assert len(set(phase["entries"])) == len(phase["entries"])


def test_stages(data: dict[str, Any]) -> None:
    known = {entry["id"] for entry in data["entries"]}
    assert len(data["stages"]) == 3
    for stage in data["stages"]:
        lists = dict.fromkeys(["questions", "tasks", "entries"], LIST)
        assert_shape(stage, {"id": TEXT, "label": TEXT, "goal": TEXT, **lists})
        assert set(stage["entries"]) <= known
        for prompt in stage["questions"] + stage["tasks"]:
            assert_shape(prompt, {"text": TEXT, "entries": LIST, "id": TEXT, "aliases": LIST})
            assert set(prompt["entries"]) <= known


def test_entries(data: dict[str, Any]) -> None:
    texts = ["id", "title", "type", "summary", "recommended_use", "access", "published", "url"]
    lists = ["also_known_as", "phases", "stages", "links", "authors", "publishers"]
    shape: dict[str, Any] = {**dict.fromkeys(texts, TEXT), **dict.fromkeys(lists, LIST)}
    for entry in data["entries"]:
        assert_shape(entry, shape, optional="recommended_use published")
        assert entry["url"] == f"{HOST}resources/{entry['id']}/"
        for link in entry["links"]:
            assert_shape(link, dict.fromkeys(["url", "format", "role", "state"], TEXT))


def test_collections(data: dict[str, Any]) -> None:
    known = {entry["id"] for entry in data["entries"]}
    assert len(data["collections"]) >= 4
    for collection in data["collections"]:
        texts = dict.fromkeys(["id", "title", "audience", "purpose", "url"], TEXT)
        assert_shape(collection, {**texts, "entries": LIST, "aliases": LIST}, optional="audience")
        for chosen in collection["entries"]:
            assert_shape(chosen, {"id": TEXT, "note": TEXT}, optional="note")
            assert chosen["id"] in known


def test_it_says_what_the_catalog_says(data: dict[str, Any]) -> None:
    catalog, _ = open_catalog(CATALOG)
    assert catalog is not None
    assert {e["id"] for e in data["entries"]} == catalog.entries.keys()
    for phase in data["phases"]:
        assert phase["entries"] == [e.id for e in catalog.by_term.tagged("phases", phase["id"])]
    for given in data["collections"]:
        collection = catalog.collections[given["id"]]
        assert [given["title"], given["purpose"]] == [collection.title, collection.purpose]
        assert [chosen["id"] for chosen in given["entries"]] == [
            entry.id for entry in catalog.entries_in(collection)
        ]
    for given in data["entries"]:
        entry = catalog.entries[given["id"]]
        assert given["title"] == entry.title
        assert given["type"] == entry.type
        assert [link["url"] for link in given["links"]] == [link.url for link in entry.links]


def test_maintainer_notes_are_not_exported(data: dict[str, Any]) -> None:
    assert all("notes" not in entry for entry in data["entries"])


def test_every_address_leads_to_a_page(data: dict[str, Any], built_site: Path) -> None:
    records = [*data["entries"], *data["phases"], *data["stages"], *data["collections"]]
    records += [term for v in data["vocabularies"].values() for term in v["terms"]]
    for record in records:
        path = record["url"].removeprefix(HOST)
        assert (built_site / path / "index.html").is_file(), record["url"]


def test_another_host_and_a_fixed_moment(tmp_path: Path) -> None:
    site = tmp_path / "site"
    host = "https://catalog.example.org/badges/"
    built = build(None, site, SITE_URL=host, SOURCE_DATE_EPOCH="0")
    assert built.returncode == 0, built.stderr
    data = json.loads((site / "data/catalog.json").read_text(encoding="utf-8"))
    assert data["generated"] == "1970-01-01T00:00:00+00:00"
    assert data["entries"][0]["url"].startswith(f"{host}resources/")
