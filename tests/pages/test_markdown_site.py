"""``scripts/export_markdown.py``: the site as Markdown, for engines that know nothing of it."""

from __future__ import annotations

import html
import posixpath
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from building import run_in, run_script
from resource_catalog.pages.markdown_site.html_to_markdown import to_markdown
from sample_catalog import ENTRIES, write_catalog, write_sample

EXTENSIONS = ["admonition", "attr_list", "fenced_code", "tables"]
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](data:image/png,x)",
    "<https://example.net>",
    "{: onclick=alert(1) }",
    "| a | b |",
    "# Heading",
    "1. One",
    "- One",
    "!!! note",
    "```",
    "***bold*** __b__ `code` ~~s~~ &copy \\*",
    "{{ config }} {% raw %} ---",
]
UNSEEN = "".join(map(chr, (*range(0x2028, 0x202F), 0xFFFE, 0xFFFF, 0xAD)))
TEXT = (
    st.text(
        st.one_of(
            st.sampled_from(list("\\`*_{}[]()<>#+-.!|~&=:^$%@/?'\"1a \u00a0")),
            st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters=UNSEEN),
        ),
        min_size=1,
        max_size=40,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def exported(catalog: Path | None, out: Path) -> Path:
    run = run_script("export_markdown.py", *([catalog] if catalog else []), "--out", out)
    assert (run.returncode, run.stderr) == (0, "")
    return out


def built(engine: list[str], folder: Path, site: Path) -> Path:
    """Build an exported folder, in strict mode; a warning is an error then."""
    run = subprocess.run(
        [*engine, "build", "--strict"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert (site / "index.html").is_file()
    return site


def lost_links(site: Path) -> list[str]:
    """Links inside a built site that lead nowhere, fragments included."""
    pages = {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
        if path.name == "index.html"
    }
    ids = {
        name: {node.attributes["id"] for node in page.css("[id]")} for name, page in pages.items()
    }
    lost = []
    for name, page in pages.items():
        for node in page.css("a[href]"):
            parts = urlsplit(node.attributes["href"] or "")
            if parts.scheme or parts.netloc:
                continue
            path = posixpath.join(posixpath.dirname(name), unquote(parts.path))
            target = posixpath.normpath(path) if parts.path else name
            if (site / target).is_dir():
                target = posixpath.normpath(f"{target}/index.html")
            missing = not (site / target).is_file()
            if missing or (parts.fragment and target in ids and parts.fragment not in ids[target]):
                lost.append(f"{name}: {node.attributes['href']}")
    return lost


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalog as Markdown."""
    return exported(None, tmp_path_factory.mktemp("markdown") / "out")


def test_plain_mkdocs_builds_it_and_every_link_works(folder: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run = run_in(folder, "-m", "mkdocs", "build", "--strict", "--site-dir", site)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "WARNING" not in run.stderr
    assert lost_links(site) == []


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_other_engines_build_it(folder: Path, tmp_path: Path, engine: str) -> None:
    program = shutil.which(engine)
    if program is None:
        pytest.skip(
            f"{engine} is not on the PATH: install it in an environment of its own, for ProperDocs "
            "with properdocs-theme-mkdocs, and run this test with that on the PATH"
        )
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    assert lost_links(built([program], copy, copy / "site")) == []


def test_every_page_has_front_matter_and_one_title(folder: Path) -> None:
    pages = sorted((folder / "docs/resources").glob("*/index.md"))
    assert len(pages) > 50
    for path in pages:
        _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
        said = yaml.safe_load(front)
        assert said["title"]
        assert said["description"]
        assert said["entry"]["id"] == path.parent.name
        assert "notes" not in said["entry"]
        assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1


def test_the_data_files_come_along(folder: Path, built_site: Path) -> None:
    name = "data/catalog.csv"
    assert (folder / "docs" / name).read_bytes() == (built_site / name).read_bytes()


def test_texts_of_strangers_stay_texts(tmp_path: Path) -> None:
    entries = {
        f"attack-{number}": {
            "title": f"{text} {number}",
            "summary": text,
            "recommended_use": text,
            "authors": [text],
            "phases": ["first"],
        }
        for number, text in enumerate(ATTACKS)
    }
    out = exported(write_catalog(tmp_path / "catalog", entries), tmp_path / "out")
    site = tmp_path / "site"
    run = run_in(out, "-m", "mkdocs", "build", "--strict", "--site-dir", site)
    assert run.returncode == 0, run.stdout + run.stderr
    for number, text in enumerate(ATTACKS):
        source = (site / f"resources/attack-{number}/index.html").read_text(encoding="utf-8")
        page = LexborHTMLParser(source).css_first("[role=main]")
        assert page is not None
        said = " ".join(page.text().split())
        assert said.count(" ".join(text.split())) >= 4, said
        assert page.css("script, img, [onerror], [onclick], [href^=javascript]") == []
    source = (site / "phases/first/index.html").read_text(encoding="utf-8")
    assert not LexborHTMLParser(source).css("[onerror], [onclick], [href^=javascript]")


@given(TEXT)
def test_two_readers_of_markdown_show_any_text_as_it_is(text: str) -> None:
    safe = html.escape(text)
    page = f"<h2>{safe}</h2><p>{safe}</p><ul><li><a href='https://a.b/c'>{safe}</a></li></ul>"
    page += f"<dl><dt>a</dt><dd>{safe}</dd></dl><p><strong>{safe}</strong></p><p><code>a</code></p>"
    source = to_markdown(page, lambda address: address)
    for render in (lambda s: markdown.markdown(s, extensions=EXTENSIONS), MarkdownIt().render):
        shown = LexborHTMLParser(render(source))
        for place in ("h2", "p", "li a"):
            node = shown.css_first(place)
            assert node is not None, source
            assert " ".join(node.text().split()) == text
        assert len(shown.css("a")) == 1
        assert {n.tag for n in shown.css("body *")} <= {*"h2 p ul li a strong code".split()}, source


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "out" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("mine", encoding="utf-8")
    run = run_script("export_markdown.py", "--out", kept.parent)
    assert run.returncode == 2
    assert "name a new folder" in run.stderr
    assert [path.name for path in kept.parent.iterdir()] == ["kept.txt"]


def test_another_catalog_comes_out_whole(tmp_path: Path) -> None:
    out = exported(write_sample(tmp_path / "sample"), tmp_path / "out")
    for name in ENTRIES:
        assert (out / f"docs/resources/{name}/index.md").is_file()
    assert "/resources/zebra/" in (out / "docs/resources/quagga/index.html").read_text("utf-8")
