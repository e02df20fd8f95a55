"""A dirty table of hundreds of rows: what can be read is, and the rest is said in one run."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import yaml

from bench.synthetic.dirty_table import MAPPING, dirty
from building import ROOT, run_script
from resource_catalog.contribute.import_table.import_plan import ImportPlan
from resource_catalog.contribute.import_table.mapping_file import ColumnMapping, read_mapping
from resource_catalog.contribute.import_table.planning.import_planner import ImportPlanner
from resource_catalog.contribute.import_table.read_table import read_table
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.saving.file_changes import changes_of, save_changes

ROWS = 400
SAMPLES = ROOT.parent / "shared" / "catalogs"
"""Tables of others, which are no part of the project and need not be there."""


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A catalog without entries, and a table with those that it had."""
    folder = tmp_path_factory.mktemp("dirty") / "catalog"
    table = folder.with_name("clean.csv")
    assert run_script("synthesize.py", "--entries", str(ROWS), "--out", folder).returncode == 0
    assert run_script("export_csv.py", table, folder).returncode == 0
    for path in (folder / "entries").iterdir():
        path.unlink()
    return folder, table.read_text(encoding="utf-8-sig")


def planned(folder: Path, raw: bytes, mapping: ColumnMapping) -> ImportPlan:
    planner = ImportPlanner(load(folder), mapping, "t.csv", update=False, take_good=True)
    return planner.plan(read_table(raw, planner.is_known))


def test_what_can_be_read_is_and_the_rest_is_said(clean: tuple[Path, str]) -> None:
    folder, text = clean
    mapping = ColumnMapping.model_validate(yaml.safe_load(MAPPING))
    table = dirty(text)
    assert table == dirty(text) != text
    plan = planned(folder, table.encode(), mapping)
    assert plan.unknown_headings == ()
    before = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    spoiled = {
        row["id"]
        for row in csv.DictReader(io.StringIO(table, newline=""))
        if row["Description"] != before[row["id"]]["summary"]
        or row["Kind"] != before[row["id"]]["type"]
        or row["Web address"] != before[row["id"]]["link_1_url"]
        or row["Resource name"] != before[row["id"]]["title"]
        or "new topic" in row["topics"].lower()
    }
    refused = {change.id for change in plan.changes if change.outcome == "refused"}
    assert len(spoiled) > ROWS / 10
    # Others are refused as well: those that name one of these, or have what one now repeats.
    assert spoiled - {c.id for c in plan.changes if c.outcome == "new"} <= refused
    assert {problem.code for problem in plan.problems} <= {
        *("missing-key", "unknown-term", "duplicate-title", "duplicate-url", "unknown-entry"),
        *("missing-link", "primary-link", "unexpected-link"),
    }
    assert ROWS - len(refused) > ROWS / 2
    # Stages of this catalog name some of the refused, so that the others cannot come alone.
    named = [problem for problem in plan.problems if problem.file.endswith(".yml")]
    assert {problem.code for problem in named} == {"unknown-entry"}
    assert plan.new_texts == {}


def test_tables_of_others_go_in_with_their_maps(tmp_path: Path) -> None:
    for sample in SAMPLES.glob("*/map.yml"):
        folder = tmp_path / sample.parent.name
        (folder / "entries").mkdir(parents=True)
        for path in (sample.parent / "catalog").rglob("*.yml"):
            copy = folder / path.relative_to(sample.parent / "catalog")
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes())
        mapping, problems = read_mapping(sample)
        assert mapping is not None, problems
        raw = sample.with_name("table.csv").read_bytes()
        plan = planned(folder, raw, mapping)
        taken = [change for change in plan.changes if change.outcome == "new"]
        assert len(taken) > 0.85 * len(plan.changes)
        faults_of_theirs = {"bad-url", "duplicate-id", "duplicate-title", "duplicate-url", "markup"}
        in_rows = {problem.code for problem in plan.problems if problem.file == "t.csv"}
        assert in_rows <= faults_of_theirs
        if len(plan.new_texts) < len(taken):  # a phase names one of the refused
            in_files = {problem.code for problem in plan.problems if problem.file != "t.csv"}
            assert (in_files, plan.new_texts) == ({"unknown-entry"}, {})
            continue
        save_changes(folder, changes_of(folder, plan.new_texts, plan.old_texts))
        _, found = open_catalog(folder)
        assert found == []
