"""Sites of catalogs that lack what ours has: nothing is there that would only be furniture."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from building import HOST, build
from resource_catalog.links.built_site import check_site
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.folder_layout import UnusableFolderError

TAGS = {
    "label": "Tags",
    "singular": "Tag",
    "terms": [
        {"id": "world", "label": "World"},
        {"id": "ohio", "label": "Ohio", "broader": "world"},
        {"id": "moon", "label": "Moon"},
        {"id": "mars", "label": "Mars", "broader": "world"},
    ],
}
STEPS = {
    "label": "Steps",
    "singular": "Step",
    "cycle": False,
    "terms": [{"id": f"step-{n}", "label": f"Step {n}"} for n in range(1, 5)],
}
ENTRIES = {
    "map": {"title": "A map", "tags": ["ohio"], "phases": ["step-1"]},
    "photo": {"title": "A photo", "tags": ["moon"], "summary": "Seen from here."},
}


def site_of(folder: Path, vocabularies: dict[str, Any], **identity: Any) -> Path:
    """Build a catalog with these vocabularies; entries name only their terms."""
    catalog, site = folder / "catalog", folder / "site"
    known = {"phases", "tags"} - vocabularies.keys()
    entries = {
        name: {
            **{key: value for key, value in entry.items() if key not in known},
            "links": [{"url": f"https://example.org/{name}"}],
        }
        for name, entry in ENTRIES.items()
    }
    for kind, files in (("vocabularies", vocabularies), ("entries", entries)):
        (catalog / kind).mkdir(parents=True)
        for name, data in files.items():
            (catalog / kind / f"{name}.yml").write_text(json.dumps(data), encoding="utf-8")
    identity = {"title": "Odd things", **identity}
    (catalog / "catalog.yml").write_text(json.dumps(identity), encoding="utf-8")
    built = build(catalog, site)
    assert built.returncode == 0, built.stderr
    assert check_site(site, HOST).broken_links == ()
    return site


def text_of(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def menu_of(html: str) -> list[str]:
    (menu,) = re.findall(r'<nav class="rc-header__nav".*?</nav>', html, re.DOTALL)
    return re.findall(r"<a[^>]*>([^<]*)</a>", menu)


def test_a_catalog_of_tags_alone_speaks_of_nothing_else(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"tags": TAGS, "stages": {"label": "Levels", "terms": []}})
    data = json.loads((site / "data/catalog.json").read_text(encoding="utf-8"))
    assert (data["phases"], data["stages"], [*data["vocabularies"]]) == ([], [], ["tags"])
    assert not any((site / name).exists() for name in ("phases", "stages", "types"))
    home = text_of(site, "")
    assert menu_of(home) == ["Tags", "Browse"]
    assert not re.search("phase|stage|cycle|rc-ring|rc-matrix|New in", home)
    assert 'class="rc-card__type' not in text_of(site, "browse")
    assert "No description yet" in text_of(site, "contribute/gaps")
    guide = re.sub("<[^>]+>", "", text_of(site, "contribute"))
    example = guide.partition("Who has time for this?")[2].partition("Check your work")[0]
    assert ("aliases" in example, "phase" in example) == (True, False)
    form = text_of(site, "contribute/suggest")
    assert '"typeKey":""' in form
    world = text_of(site, "tags/world")
    assert "resources/map/" in world, "what is below counts as well"
    assert ("tags/ohio/" in world, "tags/mars/" in world) == (True, False), "no empty page below"
    used, unused = text_of(site, "tags").split("Nothing here yet")
    assert ("tags/ohio/" in used, "tags/mars/" in used, "tags/mars/" in unused) == (
        True,
        False,
        True,
    )
    assert '<a href="../../tags/world/" dir="auto">World</a>' in text_of(site, "tags/ohio")


def test_steps_in_a_line_have_ends(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"phases": STEPS, "tags": TAGS}, facets=["tags"], gaps=["dates"])
    assert menu_of(text_of(site, "")) == ["Steps", "Tags", "Browse"]
    for path in ("", "phases", "phases/step-1"):
        assert not re.search("rc-ring|rc-here|rc-matrix|[Cc]ycle of", text_of(site, path))
    first, last = text_of(site, "phases/step-1"), text_of(site, "phases/step-4")
    assert ('rel="prev"' in first, 'rel="next"' in first) == (False, True)
    assert ('rel="prev"' in last, 'rel="next"' in last) == (True, False)
    assert "rc-cards--numbered" not in first, "nobody has put these in order"
    gaps = text_of(site, "contribute/gaps")
    assert re.findall(r'id="no-(\w+)"', gaps) == ["dates"]
    data = json.loads((site / "data/catalog.json").read_text(encoding="utf-8"))
    assert [*data["vocabularies"]] == ["tags", "phases"]


def test_a_folder_is_a_catalog_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with pytest.raises(UnusableFolderError):
        load(tmp_path / "new")
    (tmp_path / "new/catalog.yml").write_text("title: New\n", encoding="utf-8")
    loaded = load(tmp_path / "new")
    assert (loaded.problems, loaded.catalog.entries) == ([], {})
