"""Pages that a catalog leaves out: nothing leads to them, and its own may stand in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import HOST, ROOT, build
from resource_catalog.links.built_site import check_site
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.own_pages.page_files import own_page_paths
from resource_catalog.model.optional_pages import ABOUT_SPEED, GUIDES, NAMES, paths_of
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.pages.hand_written.absent_page_links import without_links_left_out
from resource_catalog.pages.hand_written.own_samples import with_own_samples
from sample_catalog import ENTRIES, IDENTITY, write_catalog

EVERYTHING = ["guides", "contribute", "about", "data", "links"]
DOCS = ROOT / "docs"


def test_figures_on_this_program_are_left_out_unless_asked_for() -> None:
    assert CatalogSettings(title="T").leave_out == ABOUT_SPEED
    assert paths_of(["guides"]) == set(GUIDES.values())
    assert {"contribute/", "contribute/gaps/", "contribute/words/"} <= paths_of(["contribute"])
    assert paths_of([]) == frozenset()


def test_every_hand_written_page_can_be_left_out() -> None:
    paths = set(DOCS.rglob("*.md")) - {
        p for tag in ("es", "fr") for p in DOCS.glob(f"{tag}/**/*.md")
    }
    found = (path.relative_to(DOCS).as_posix() for path in paths)
    of_no_site = {"checked-by-hand.md", "search-engines.md"}
    sources = [path for path in found if path not in of_no_site]
    assert {f"{s.removesuffix('.md').removesuffix('/index')}/" for s in sources} <= paths_of(NAMES)


def test_an_unknown_name_is_a_problem_with_the_nearest(tmp_path: Path) -> None:
    write_catalog(tmp_path, {}, identity={**IDENTITY, "leave_out": ["guide", "gaps", "gaps"]})
    _, found = open_catalog(tmp_path)
    assert [problem.code for problem in found] == ["unknown-value", "duplicate-item"]
    assert "“guide” is not a page that can be left out." in str(found[0])
    assert "guides" in found[0].hint


PAGE = """\
# Page

Stays. See [gone](../gone.md#part). Stays
too.

| to | go to |
|---|---|
| one | [gone](../gone.md), with more |
| two | the foot; a link is on [gone](../gone.md) |
| three | ends in [gone](../gone.md) |

## Nothing else

Only [gone](../gone.md).

## Kept

```md
See [gone](../gone.md).
```

[here](here.md)
"""
LEFT = """\
# Page

Stays. Stays
too.

| to | go to |
|---|---|
| two | the foot |
| three | ends in gone |

## Kept

```md
See [gone](../gone.md).
```

[here](here.md)
"""


def test_what_leads_to_a_missing_page_goes() -> None:
    assert without_links_left_out(PAGE, "a/index.md", lambda path: path != "gone/") == LEFT
    assert without_links_left_out(PAGE, "a/index.md", lambda _: True) == PAGE


APE = """\
# For maintainers.
title: All about apes
notes: >-
  A secret.

  More of it.
links:
  - url: https://example.org/apes
    format: html
    role: primary
access: open
"""


def test_examples_are_files_of_the_catalog(tmp_path: Path) -> None:
    write_catalog(tmp_path, {})
    (tmp_path / "entries" / "ape.yml").write_text(APE, encoding="utf-8")
    catalog, found = open_catalog(tmp_path)
    assert catalog, found
    text = (DOCS / "contribute" / "index.md").read_text(encoding="utf-8")
    shown = with_own_samples(text, catalog, tmp_path)
    assert "```yaml\ntitle: All about apes\nlinks:" in shown
    assert "From an idea to a plan" not in shown
    assert "A secret" not in shown
    assert "The first week" in shown, "there is no pack, so the invented one stays"


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample catalog without all that can be left out, and with an own page."""
    folder = tmp_path_factory.mktemp("left-out")
    identity = {**IDENTITY, "leave_out": EVERYTHING}
    catalog = write_catalog(folder / "catalog", ENTRIES, identity=identity)
    (catalog / "pages").mkdir()
    (catalog / "pages" / "about.md").write_text("# Who we are\n\nWe.\n", encoding="utf-8")
    assert own_page_paths(catalog) == {"about/"}
    built = build(catalog, folder / "site")
    assert built.returncode == 0, built.stderr
    return folder / "site"


def test_a_site_without_them_has_no_dead_link(bare_site: Path) -> None:
    assert check_site(bare_site, HOST).broken_links == ()


def test_they_are_not_on_the_site_and_an_own_page_is(bare_site: Path) -> None:
    for path in paths_of(EVERYTHING) - {"about/"}:
        assert not (bare_site / path / "index.html").exists(), path
    assert "Who we are" in (bare_site / "about" / "index.html").read_text(encoding="utf-8")
    home = (bare_site / "index.html").read_text(encoding="utf-8")
    assert 'href="about/"' in home
    assert "Contribute" not in home
    assert "link-watch" not in (bare_site / "sitemap.xml").read_text(encoding="utf-8")
