"""Tools in a catalog: what an id leads to, and in which lists tools stand."""

from __future__ import annotations

import pytest

from golden import CASES, copy_of_good_catalog, read_case
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.catalog import Catalog


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The good catalog with a tool that is tagged with a phase and stands in the other's list."""
    folder = copy_of_good_catalog(tmp_path_factory.mktemp("tools"))
    read_case(CASES / "good-tool.yml").write(folder)
    phases = folder / "vocabularies/phases.yml"
    phases.write_text(
        phases.read_text(encoding="utf-8").replace(
            "sequence: [pilot-primer]", "sequence: [pilot-dates, pilot-primer]"
        )
    )
    tool = folder / "tools/pilot-dates.yml"
    tool.write_text(
        tool.read_text(encoding="utf-8").replace("[planning]", "[planning, exploration]")
    )
    found, problems = open_catalog(folder)
    assert found is not None, problems
    return found


def test_an_id_leads_to_an_entry_or_a_tool(catalog: Catalog) -> None:
    entry, tool = catalog.item("pilot-primer"), catalog.item("pilot-dates")
    assert entry is catalog.entries["pilot-primer"]
    assert entry.address == "resources/pilot-primer/"
    assert tool is not None
    assert (tool.title, tool.address) == ("Pilot dates", "tools/pilot-dates/")
    assert catalog.item("nothing") is None
    assert {"pilot-dates", "dates", "pilot-primer"} <= catalog.taken_ids


def test_a_tool_stands_for_entries(catalog: Catalog) -> None:
    assert {
        key: [tool.id for tool in tools] for key, tools in catalog.backlinks.tools_for.items()
    } == {"pilot-primer": ["pilot-dates"]}


def test_a_tool_stands_in_the_order_of_a_phase_or_else_beside_its_entries(
    catalog: Catalog,
) -> None:
    assert catalog.by_term.tagged("phases", "exploration")[0].id == "pilot-dates"
    assert catalog.by_term.tools_at("phases", "exploration") == ()
    assert "pilot-dates" not in [entry.id for entry in catalog.by_term.tagged("phases", "planning")]
    assert [tool.id for tool in catalog.by_term.tools_at("phases", "planning")] == ["pilot-dates"]
    stage = catalog.stages[0].id
    assert catalog.by_term.tools_at("phases", "planning", "stages", stage) == ()
    assert [entry.id for entry in catalog.in_curated_order].count("pilot-dates") == 1


def test_a_tool_in_a_list_has_what_the_list_shows(catalog: Catalog) -> None:
    shown, tool = catalog.tool_entries["pilot-dates"], catalog.tools["pilot-dates"]
    assert shown.tool_kind == tool.kind == "timeline"
    assert (shown.summary, shown.minutes, shown.related) == (tool.summary, 30, tool.related)
    assert shown.tags == tool.tags
