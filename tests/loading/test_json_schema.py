"""Schemas: editors complete, explain and refuse what the check does, while one types."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from building import ROOT, copy_of_catalog, run_script
from golden import copy_of_good_catalog
from resource_catalog.loading.problem_examples import all_examples
from schema_files import judged

SEEN_BY_EDITORS = """
    bad-date bad-duration bad-language empty-value too-long unknown-key unknown-term unknown-value
    wrong-kind
""".split()
"""Problems that an editor can see as well: they concern one value in one file."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of schemas of the known catalog."""
    folder = copy_of_catalog(tmp_path_factory.mktemp("schemas"))
    assert run_script("write_schemas.py", folder).returncode == 0
    return folder / "schema"


def fields(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema knows."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for part in schema.values():
            yield from fields(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from fields(part)


def test_an_editor_sees_what_the_check_sees(tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    assert run_script("write_schemas.py", folder).returncode == 0
    schema = folder / "schema/entry.schema.json"
    for kind, expected in (("files", True), ("mended", False)):
        files = []
        for code in SEEN_BY_EDITORS:
            ((name, text),) = getattr(all_examples()[code], kind).items()
            assert name.startswith("entries/")
            files.append(folder / "entries" / f"{code}.yml")
            files[-1].write_text(text, encoding="utf-8")
        assert {name: bool(said) for name, said in judged(schema, *files).items()} == {
            f"{code}.yml": expected for code in SEEN_BY_EDITORS
        }


def test_every_key_is_explained_with_an_example(written: Path) -> None:
    files = sorted(written.glob("*.json"))
    assert len(files) > 5
    for path in files:
        for key, field in fields(json.loads(path.read_text(encoding="utf-8"))):
            place = f"{path.name}: {key}"
            assert re.fullmatch(r"\S.*[.:]?", field["description"]), place
            assert field["examples"] not in ([None], [""]), f"{place} needs an example"


def test_the_examples_of_an_entry_are_good_entries(written: Path, tmp_path: Path) -> None:
    schema = written / "entry.schema.json"
    known = dict(fields({"properties": json.loads(schema.read_text())["properties"]}))
    entry = tmp_path / "whole.json"
    entry.write_text(json.dumps({key: field["examples"][0] for key, field in known.items()}))
    assert judged(schema, entry) == {"whole.json": []}


def test_terms_and_entries_are_offered_with_their_names(written: Path) -> None:
    entry = json.loads((written / "entry.schema.json").read_text(encoding="utf-8"))
    (report,) = [t for t in entry["properties"]["type"]["oneOf"] if t["const"] == "report"]
    assert report["description"].startswith("Report: ")
    assert entry["properties"]["related"]["items"]["$ref"] == "entry-ids.schema.json"
    assert entry["properties"]["part_of"]["$ref"] == "entry-ids.schema.json"
    ids = json.loads((written / "entry-ids.schema.json").read_text(encoding="utf-8"))
    offered = {known.get("const"): known.get("description") for known in ids["anyOf"]}
    assert "Four signs it’s time for micro-credentials" in offered.values()
    collection = json.loads((written / "collection.schema.json").read_text())
    assert collection["$defs"]["Chosen"]["properties"]["id"]["$ref"] == "entry-ids.schema.json"


def test_schemas_are_up_to_date_and_a_new_entry_does_not_make_them_stale(tmp_path: Path) -> None:
    folder = copy_of_catalog(tmp_path)
    assert run_script("write_schemas.py", folder).returncode == 0
    assert run_script("write_schemas.py", folder, "--check").returncode == 0
    (folder / "entries/new-one.yml").write_text(
        "title: New\ntype: report\nsummary: x\naccess: unlocated\n"
    )
    assert run_script("write_schemas.py", folder, "--check").returncode == 0
    types = folder / "vocabularies/types.yml"
    types.write_text(types.read_text(encoding="utf-8").replace("label: Report", "label: Paper"))
    run = run_script("write_schemas.py", folder, "--check")
    assert run.returncode == 1
    assert "entry.schema.json is out of date" in run.stdout
    assert run_script("write_schemas.py", folder).returncode == 0
    assert "new-one" in (folder / "schema/entry-ids.schema.json").read_text(encoding="utf-8")


def test_the_editor_is_told_where_the_schemas_are() -> None:
    for name in ("settings.json", "extensions.json", "../.devcontainer/devcontainer.json"):
        path = ROOT / ".vscode" / name
        text = re.sub(r"(?m)^\s*//.*", "", path.read_text(encoding="utf-8"))
        settings = json.loads(text)
        for schema, files in settings.get("yaml.schemas", {}).items():
            assert (ROOT / schema).is_file()
            known = files.replace("catalog/", "tests/known_catalog/")
            if "tools" not in files:  # of which the known catalog has none
                assert list(ROOT.glob(known)), "any catalog may lack some of them"
    assert "redhat.vscode-yaml" in text
