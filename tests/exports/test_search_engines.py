"""The guide for search engines: its fields are those of the files that its own program writes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from building import CATALOG, ROOT
from resource_catalog.model.field_declaration import public_fields
from resource_catalog.model.records.entry import Entry

GUIDE = (ROOT / "docs" / "search-engines.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for found, text in BLOCK.findall(GUIDE) if found == language]


@pytest.fixture(scope="module")
def folder(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which everything was done as the guide says, but for the engines."""
    folder = tmp_path_factory.mktemp("engines")
    (folder / "site" / "data").mkdir(parents=True)
    (folder / "catalog").mkdir()
    shutil.copy(built_site / "data" / "catalog.json", folder / "site" / "data")
    shutil.copy(CATALOG / "synonyms.yml", folder / "catalog")
    for name, text in zip(("opensearch", "meilisearch"), blocks("json"), strict=True):
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    (program,) = blocks("python")
    subprocess.run([sys.executable, "-c", program], cwd=folder, check=True)
    return folder


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def keys(folder: Path) -> set[str]:
    """The keys that resources in ``catalog.ndjson`` have."""
    return {key for item in read(folder / "catalog.ndjson") for key in item}


def test_every_resource_and_tool_is_in_both_files(folder: Path) -> None:
    data = json.loads((folder / "site" / "data" / "catalog.json").read_text(encoding="utf-8"))
    known = [e["id"] for e in data["entries"] if not e["retired"]]
    known += [tool["id"] for tool in data.get("tools", [])]
    found, bulk = read(folder / "catalog.ndjson"), read(folder / "bulk.ndjson")
    assert [item["id"] for item in found] == known
    assert [line["index"]["_id"] for line in bulk[::2]] == known
    assert bulk[1::2] == found


def test_the_fields_are_keys_of_the_files(folder: Path, keys: set[str]) -> None:
    (opensearch,), (meilisearch,) = (
        read(folder / f"{name}.json") for name in ("opensearch", "meilisearch")
    )
    fields = opensearch["mappings"]["properties"]
    assert fields.keys() <= keys
    for kind in ("searchable", "filterable", "sortable", "displayed"):
        assert set(meilisearch[f"{kind}Attributes"]) <= keys, kind
    for rule in meilisearch["rankingRules"]:
        assert rule.partition(":")[0] in keys or ":" not in rule
    searched = {name for name, field in fields.items() if field["type"] == "text"}
    assert searched == set(meilisearch["searchableAttributes"])
    declared = public_fields(Entry).items()
    assert searched >= {key for key, field in declared if field.search and key in fields}
    assert {key for key, field in declared if field.search} <= searched
    data = json.loads((folder / "site" / "data" / "catalog.json").read_text(encoding="utf-8"))
    facets = {vocabulary["key"] for vocabulary in data["vocabularies"].values()}
    assert facets <= {name for name, field in fields.items() if field["type"] == "keyword"}
    assert facets <= set(meilisearch["filterableAttributes"])


def test_what_is_asked_for_in_the_examples_is_in_the_settings(folder: Path) -> None:
    (opensearch,), (meilisearch,) = (
        read(folder / f"{name}.json") for name in ("opensearch", "meilisearch")
    )
    asked = [
        json.loads(text) for text in re.findall(r"--data-binary '(\{\n.*?\n\})'", GUIDE, re.DOTALL)
    ]
    fields = opensearch["mappings"]["properties"]
    weights = asked[0]["query"]["bool"]["must"]["multi_match"]["fields"]
    assert {name.partition("^")[0] for name in weights} == set(meilisearch["searchableAttributes"])
    for how in asked[0]["aggs"].values():
        ((_, told),) = how.items()
        name, _, part = told["field"].partition(".")
        assert fields[name]["fields"][part] if part else fields[name]
    assert set(asked[0]["_source"]) <= fields.keys()
    assert set(asked[1]["facets"]) <= set(meilisearch["filterableAttributes"])


def test_synonyms_are_in_the_settings(folder: Path) -> None:
    (opensearch,), (meilisearch,) = (
        read(folder / f"{name}.json") for name in ("opensearch", "meilisearch")
    )
    groups = opensearch["settings"]["analysis"]["filter"]["synonyms"]["synonyms"]
    assert groups
    for group in groups:
        first, *others = (word.lower() for word in group.split(", "))
        assert set(others) <= set(meilisearch["synonyms"][first])
