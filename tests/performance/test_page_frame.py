"""The page frame: joined pages are, byte for byte, the pages that the theme renders."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from building import ROOT, run, settings
from resource_catalog.performance.page_frame import TEMPLATE, install
from sample_catalog import write_sample

THEME = ROOT / "overrides"

CHANGED = """\
{pages} page(s) differ from what the theme renders, among them {first}:

{difference}

hooks/resource_catalog/performance/page_frame.py joins pages from pieces of the theme's frame, and
something the theme does with a page (since an upgrade, or a change in overrides/) does not fit that
any more. Let it know: a text that pages differ in belongs in TEXTS or META_TEXTS, anything else
that sets pages apart in _family(). Until then sites can be built with CATALOG_PLAIN_RENDER=1.
"""

OTHER_HOOK = '''
"""A hook as others write them: it hears of every page and changes some."""
import collections
import json

heard = collections.Counter()


def on_pre_page(page, config, files):
    heard["pre_page"] += 1


def on_page_markdown(markdown, page, config, files):
    heard["page_markdown"] += 1
    if page.url == "resources/ape/":
        page.title = "Ape <em>& others</em>"
        page.meta["description"] = 'Said by a "hook" <b>'


def on_page_content(html, page, config, files):
    heard["page_content"] += 1
    return html + f"<p>{page.url} is {page.canonical_url}</p>"


def on_post_page(output, page, config):
    heard["post_page"] += 1
    return output.replace("</body>", f"<!-- {page.file.src_uri} --></body>")


def on_post_build(config):
    print("HEARD", json.dumps(heard))
'''

CONTEXT_HOOK = """
def on_page_context(context, page, config, nav):
    context["config"].copyright = page.title
    context["said"] = page.url
"""


Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample catalog, with texts that look like the markers."""
    folder = write_sample(tmp_path_factory.mktemp("frame") / "catalog")
    entry = folder / "entries" / "zebra.yml"
    text = entry.read_text(encoding="utf-8")
    hostile = """Zebra <b>&amp 'quoted' %s {0} {{ page }} \ue000text0\ue000< &lt """
    entry.write_text(text.replace('"Zebra"', f'"{hostile}"'), encoding="utf-8")
    assert hostile in entry.read_text(encoding="utf-8")
    return folder


@pytest.fixture
def build_with(catalog: Path, tmp_path: Path) -> Build:
    """Build the sample with some settings."""

    def build(config: Path, site: Path, **env: str) -> subprocess.CompletedProcess[str]:
        fixed = {
            "CATALOG_DIR": str(catalog),
            "SITE_URL": "https://example.org/below/",
            "EDIT_URI": "https://git.example.org/edit/main/docs/",
            "REPORT_URI": "https://git.example.org/new?title={title}&body={body}",
            "SOURCE_DATE_EPOCH": "1790000000",
            "NO_MKDOCS_2_WARNING": "1",
        }
        built = run(["mkdocs", "build", "-f", str(config), "-d", str(site)], {**fixed, **env})
        assert built.returncode == 0, built.stderr
        return built

    return build


def differences(joined: Path, plain: Path) -> str:
    """What a maintainer is told when the two are not the same; nothing when they are."""
    files = [{p.relative_to(f) for p in f.rglob("*") if p.is_file()} for f in (joined, plain)]
    assert files[0] == files[1]
    different = sorted(
        path for path in files[0] if (joined / path).read_bytes() != (plain / path).read_bytes()
    )
    if not different:
        return ""
    first = different[0]
    texts = [(folder / first).read_text(encoding="utf-8") for folder in (joined, plain)]
    lines = zip(*(text.splitlines() for text in texts), strict=False)
    difference = next((f"joined: {a}\nplain:  {b}" for a, b in lines if a != b), "its length")
    return CHANGED.format(pages=len(different), first=first.as_posix(), difference=difference)


def test_joined_pages_are_those_of_the_theme(build_with: Build, tmp_path: Path) -> None:
    """With another hook at work, which hears of every page either way."""
    hook = tmp_path / "other_hook.py"
    hook.write_text(OTHER_HOOK, encoding="utf-8")
    config = settings(tmp_path, THEME, hook)
    joined = build_with(config, tmp_path / "joined")
    plain = build_with(config, tmp_path / "plain", CATALOG_PLAIN_RENDER="1")
    assert differences(tmp_path / "joined", tmp_path / "plain") == ""
    heard = re.findall("HEARD.*", joined.stdout)
    assert heard
    assert heard == re.findall("HEARD.*", plain.stdout)
    page = (tmp_path / "joined" / "resources" / "ape" / "index.html").read_text(encoding="utf-8")
    assert "Ape &lt;em&gt;&amp; others&lt;/em&gt;" in page
    assert "resources/ape/ is https://example.org/below/resources/ape/" in page
    assert "<!-- resources/ape/index.md -->" in page
    assert 'href="https://git.example.org/new?title=' in page


def test_a_hook_that_gives_the_theme_more_is_heeded(build_with: Build, tmp_path: Path) -> None:
    """What it adds may be another thing on each page."""
    hook = tmp_path / "context_hook.py"
    hook.write_text(CONTEXT_HOOK, encoding="utf-8")
    config = settings(tmp_path, changed_looks(tmp_path, "{{ said }}{{ config.copyright }}"), hook)
    build_with(config, tmp_path / "joined")
    page = (tmp_path / "joined" / "resources" / "ape" / "index.html").read_text(encoding="utf-8")
    assert "<p>resources/ape/Ape</p>" in page


def page(title: str, **more: Any) -> SimpleNamespace:
    """What the theme is given of a page."""
    own = {"content": "", "canonical_url": "", "edit_url": "", "is_homepage": False, "toc": []}
    own |= {"parent": None, "previous_page": None, "next_page": None, "meta": {}}
    return SimpleNamespace(**own, title=title, **more)


def rendered(theme: str, folder: Path) -> str:
    """What is said of some pages in a theme of one template."""
    env = Environment(loader=DictLoader({"main.html": theme}))  # noqa: S701 # as that of MkDocs
    install(env)
    for name in (TEMPLATE, "main.html"):
        for title in ("one", "two <&>", "three"):
            path = folder / name / title[:3]
            path.parent.mkdir(exist_ok=True)
            url = f"things/{title[:3]}/"
            text = env.get_template(name).render(page=page(title, url=url))
            path.write_text(text, encoding="utf-8")
    return differences(folder / TEMPLATE, folder / "main.html")


@pytest.mark.parametrize(
    "theme",
    [
        "<a href='{{ page.title }}'>{{ page.title | e }}</a>",
        "{{ page.title | upper }}",
        "{{ page.title | truncate(6) }}",
        "no text of a page",
        "\ue000text0\ue000< as in the name of a site: {{ page.title }}",
    ],
)
def test_any_theme_may_print_texts(theme: str, tmp_path: Path) -> None:
    """As they are, escaped, or changed, in which case the theme does it."""
    assert rendered(theme, tmp_path) == ""


@pytest.mark.parametrize("linked", ["one", "two", "thr"])
def test_a_page_that_the_frame_links_to_is_like_no_other(linked: str, tmp_path: Path) -> None:
    """Also when it comes first: what links look like on it fits no other page."""
    way = f"{{{{ './' if page.url == 'things/{linked}/' else '../{linked}/' }}}}"
    theme = f'<a href="{way}">{{{{ page.title }}}}</a>'
    assert rendered(theme, tmp_path) == ""


def test_the_frame_of_a_family_is_rendered_once() -> None:
    """Whatever words stand in its attributes, and although it leads to places on the page."""
    theme = """<a href="#title" class="skip" data-mode="default">{{ page.title }}</a>
    <a href="../../" data-rc-base="../../">{{ rendered() }}</a>"""
    env = Environment(loader=DictLoader({"main.html": theme}))  # noqa: S701 # as that of MkDocs
    install(env)
    times: list[int] = []
    env.globals["rendered"] = lambda: times.append(1)
    for title in ("one", "two", "three"):
        html = env.get_template(TEMPLATE).render(page=page(title, url=f"things/{title}/"))
        assert f">{title}<" in html
    assert len(times) == 1


def test_a_theme_that_does_more_with_a_page_is_noticed(tmp_path: Path) -> None:
    """Such as one that looks how long a title is: the words say what to do."""
    said = rendered("<p>{{ 'long' if page.title | length > 5 }}</p>", tmp_path)
    assert "1 page(s) differ" in said or "2 page(s) differ" in said
    assert "page_frame.py" in said
    assert "CATALOG_PLAIN_RENDER=1" in said


def changed_looks(folder: Path, more: str) -> Path:
    """The project's looks with more in the frame of each page of the catalog."""
    looks = folder / "looks"
    looks.mkdir()
    for path in THEME.iterdir():
        (looks / path.name).symlink_to(path)
    frame = looks / "main.html"
    text = frame.read_text(encoding="utf-8")
    frame.unlink()
    place = '<div class="rc-page">'
    assert place in text
    frame.write_text(text.replace(place, f"{place}<p>{more}</p>"), encoding="utf-8")
    return looks
