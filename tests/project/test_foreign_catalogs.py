"""A fork is green: other catalogs in place of ours pass, once one command has renewed the rest."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from building import ROOT, Done, copy_of_code, run_in
from sample_catalog import Fields, write_catalog

COPIED = ("bench", "hooks", "scripts", "overrides", "docs", "tests", ".github")


def terms(**labels: str) -> list[Fields]:
    return [{"id": name.replace("_", "-"), "label": label} for name, label in labels.items()]


METHODS: dict[str, Fields] = {
    "phases": {
        "label": "Steps",
        "singular": "Step",
        "terms": terms(
            look="Look", choose="Choose", build="Build", try_out="Try out", basics="Basics"
        ),
    },
    "stages": {"label": "Teams", "terms": terms(any_team="Any team")},
    "types": {"label": "Types", "key": "type", "single": True, "terms": terms(method="Method")},
    "audiences": {"label": "People", "terms": terms(designers="Designers")},
}
LESSONS: dict[str, Fields] = {
    "phases": {
        "label": "Activités",
        "singular": "Activité",
        "terms": terms(acquerir="Acquérir", analyser="Analyser", presenter="Présenter"),
    },
    "stages": {
        "label": "Difficulté",
        "terms": terms(debutant="Débutant", avance="Avancé", expert="Expert"),
    },
    "types": {"label": "Genres", "key": "type", "single": True, "terms": terms(lecon="Leçon")},
    "audiences": {"label": "Publics", "terms": terms(historiens="Historiens")},
    "themes": {"label": "Thèmes", "terms": terms(web="Web", cartes="Cartes & plans")},
}
TOOLS: dict[str, Fields] = {
    "phases": {"label": "Cycle", "terms": [{"id": f"p{n}", "label": f"P{n}"} for n in range(1, 8)]},
    "stages": {"label": "Roles", "terms": terms(steward="Steward", researcher="Researcher")},
    "types": {
        "label": "Types",
        "key": "type",
        "single": True,
        "terms": terms(tool="Tool", site="Site"),
    },
    "audiences": {"label": "Domains", "terms": terms(plants="Plant sciences")},
    "countries": {"label": "Countries", "terms": terms(at="Austria", au="Australia")},
}
CATALOGS: dict[str, tuple[Fields, dict[str, Fields], dict[str, Fields]]] = {
    "methods": (
        {"title": "Ways of working", "description": "What a team can do together."},
        METHODS,
        {
            "walk-through": {"type": "method", "phases": ["look"], "stages": ["any-team"]},
            "cards": {
                "title": "Cards, sorted",
                "type": "method",
                "phases": ["try-out", "look"],
                "duration": "45 min",
                "access": "open",
                "links": [{"url": "https://example.org/cards"}],
            },
        },
    ),
    "lessons": (
        {"title": "Leçons d’histoire", "description": "Pour apprendre.", "language": "fr"},
        LESSONS,
        {
            "debuter": {
                "title": "Débuter « sans peine »",
                "type": "lecon",
                "phases": ["presenter"],
                "stages": ["debutant"],
                "themes": ["web"],
                "language": "fr",
                "published": "2015-11-13",
                "authors": ["Anne-Émilie Lefèvre"],
            }
        },
    ),
    "tools": (
        {"title": "Data tools", "description": "Tools for research data."},
        TOOLS,
        {
            f"tool-{n}": {"type": "tool", "phases": [f"p{n % 7 + 1}"], "countries": ["at"]}
            for n in range(30)
        },
    ),
}


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout, without its catalog."""
    folder = tmp_path_factory.mktemp("fork")
    copy_of_code(folder, *COPIED)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    return folder


def run(fork: Path, *command: str) -> Done:
    """In a new Python: one that was forked has loaded the scripts of this checkout."""
    return run_in(fork, *command, afresh=True)


@pytest.mark.parametrize("name", CATALOGS)
def test_what_depends_on_the_catalog_passes_with_another_one(fork: Path, name: str) -> None:
    identity, vocabularies, entries = CATALOGS[name]
    shutil.rmtree(fork / "catalog", ignore_errors=True)
    write_catalog(fork / "catalog", entries, vocabularies, identity)
    if name == "methods":
        done = run(fork, "scripts/write_issue_forms.py", "--check")
        assert (done.returncode, "run python scripts/renew.py" in done.stdout) == (1, True)
    done = run(fork, "scripts/renew.py")
    assert done.returncode == 0, done.stdout + done.stderr
    folders = ("tests/catalog_in_place", "tests/our_catalog")
    done = run(fork, "-m", "pytest", "-m", "catalog", f"--basetemp={fork / 'tmp'}", *folders)
    assert done.returncode == 0, done.stdout
    assert re.search(r"\b[6-9] passed in", done.stdout), "all of them, and nothing of ours"


def test_a_catalog_elsewhere_leaves_the_issue_forms_alone(fork: Path, tmp_path: Path) -> None:
    identity, vocabularies, entries = CATALOGS["methods"]
    catalog = write_catalog(tmp_path / "methods", entries, vocabularies, identity)
    folder = fork / ".github" / "ISSUE_TEMPLATE"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = run(fork, "scripts/renew.py", str(catalog))
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert "The issue forms were left alone" in done.stdout
    assert f"you may delete {catalog / 'addresses.txt'}." in done.stdout
    assert (catalog / "schema" / "entry.schema.json").is_file()


def test_no_other_test_looks_into_the_catalog_in_place() -> None:
    """So the rest passes as well: it has catalogs of its own."""
    folders = ("catalog_in_place", "our_catalog")
    for path in sorted((ROOT / "tests").rglob("*.py")):
        if path not in (ROOT / "tests" / "building.py", Path(__file__).resolve()):
            text = path.read_text(encoding="utf-8")
            looks = "IN_PLACE" in text or 'ROOT / "catalog"' in text
            assert not looks or path.parent.name in folders, path
