"""The preview: whatever is saved while a site is served, it is the site that a build makes."""

from __future__ import annotations

import dataclasses
import datetime
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import bilingual
from building import CATALOG, build
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.theme_icons import theme_icons
from resource_catalog.pages.rendering.security_policy import POLICY, allowing
from resource_catalog.performance.folder_fingerprint import fingerprint
from resource_catalog.performance.site_changes import DESCRIPTIONS
from sample_catalog import write_sample
from serving import Served, serving

FIXED = {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
INDEX = re.compile(rb"search/(?:[0-9a-f]{10}|preview)/")
"""The folder of the search index: named after its content, but not while the site is served."""


BUILDING = "Building documentation..."
"""What is printed at the start of each whole build; the line at its end is left out when the
one before took as long."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A sample of a catalog, served."""
    with serving(write_sample(tmp_path / "catalog"), tmp_path, **FIXED) as served:
        yield served


def change(served: Served, name: str, old: str, new: str) -> None:
    replace(served.entry(name), old, new)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def edit_texts(served: Served) -> None:
    """A summary, and an address of which the ledger knows nothing."""
    change(served, "ape", '"What it is."', '"What it is now, and a rare word: okapi."')
    change(served, "zebra", "https://example.org/zebra", "https://example.org/crossing")


def edit_descriptions(served: Served) -> None:
    """After which a page that is asked for is made alone, and others when they are asked for."""
    change(served, "ape", "okapi.", "okapi, or a gnu.")
    change(served, "zebra", "What it is.", "It has stripes.")
    served.wait(lambda: "a gnu" in served.read("resources/ape/"))
    served.wait(lambda: "stripes" in served.read("resources/zebra/"))
    assert "stripes" not in (served.site / "phases" / "first" / "index.html").read_text("utf-8")
    assert "stripes" in served.read("phases/first/")
    change(served, "ape", "or a gnu.", "or a yak.")
    served.wait(lambda: "a yak" in served.read("resources/ape/index.html"))


def edit_titles(served: Served) -> None:
    """Which changes the order of lists, the places in them, and what other entries show."""
    change(served, "ape", '"Ape"', '"Zzz, the last of all"')
    change(served, "zebra", '"Zebra"', '"Zebra crossing"')


def edit_tags(served: Served) -> None:
    """And with them the numbers of entries in lists; a retired entry is in none."""
    change(served, "ape", '"phases": [\n  "first"', '"phases": [\n  "second"')
    added = '"retired": {"on": "2026-01-03", "why": "It moved."}, "title":'
    change(served, "watched", '"title":', added)


def edit_references(served: Served) -> None:
    change(served, "everything", '"zebra"', '"ape"')


def edit_date_and_term(served: Served) -> None:
    """Which stand in the site map, and on many pages."""
    change(served, "everything", '"2026-02-04"', '"2026-03-05"')
    replace(served.catalog / "vocabularies" / "types.yml", '"Podcast"', '"Broadcast"')


def add(served: Served) -> None:
    text = served.entry("ape").read_text(encoding="utf-8")
    served.entry("bear").write_text(text.replace("Zzz, the last", "Bear, another"), "utf-8")


def rename(served: Served) -> None:
    served.entry("bear").rename(served.entry("panda"))


def delete(served: Served) -> None:
    served.entry("panda").unlink()


QUICK = [edit_texts, edit_descriptions, edit_titles, edit_tags, edit_references]
WHOLE = [edit_date_and_term, add, rename, delete]


def test_after_each_step_of_a_session_the_site_is_what_a_build_makes(
    served: Served, tmp_path: Path
) -> None:
    """Byte for byte; the steps build on each other, as those of somebody at work do."""
    for step in (*QUICK, *WHOLE):
        whole = served.printed(BUILDING)
        step(served)
        wait_for_the_site_that_a_build_makes(served, tmp_path / step.__name__)
        assert (served.printed(BUILDING) > whole) == (step in WHOLE), step.__name__


def test_a_site_in_two_languages_is_what_a_build_makes(tmp_path: Path) -> None:
    """Of a changed source its translation is behind, which pages in each language count."""
    folder = bilingual.write(write_sample(tmp_path / "catalog"))
    spanish = folder / "translations" / "es"
    with serving(folder, tmp_path, **FIXED) as served:
        change(served, "zebra", '"What it is."', '"What it is, and a rare word: okapi."')
        change(served, "watched", '"What it is."', '"It is watched."')
        replace(spanish / "entries" / "ape.yml", "¡What it is.!", "Es un mono muy raro")
        (spanish / "entries" / "everything.yml").unlink()
        served.wait(lambda: "un mono muy raro" in served.read("es/resources/ape/"))
        assert "un mono muy raro" not in served.read("resources/ape/")
        wait_for_the_site_that_a_build_makes(served, tmp_path / "built", "", "es/")
        assert served.printed(BUILDING) == 1
        replace(spanish / "entries" / "ape.yml", '"text"', '"texto"')
        served.wait(lambda: "ape.yml:1:" in said(served.url))
        whole = served.printed(BUILDING)
        replace(spanish / "entries" / "ape.yml", '"texto"', '"text"')
        replace(spanish / "catalog.yml", "¡", "¡¡")
        served.wait(lambda: "¡¡" in served.read("es/"))
        assert served.printed(BUILDING) > whole


def wait_for_the_site_that_a_build_makes(served: Served, folder: Path, *roots: str) -> None:
    """All of it in each language, the pages of which are below the ``roots``."""
    built = build(served.catalog, folder, SITE_URL=served.url, **FIXED)
    assert built.returncode == 0, built.stderr
    expected = contents(folder)
    # To ask for a file for programs lets all files be made. A step that changes several files may
    # be noticed in two parts.
    served.wait(
        lambda: (
            all(served.read(f"{root}data/catalog.json") for root in roots or [""])
            and contents_now(served.site) == expected
        )
    )


def contents_now(site: Path) -> dict[str, bytes]:
    """Every file of a site; none while a whole build removes and writes them."""
    try:
        return contents(site)
    except FileNotFoundError:
        return {}


def said(url: str) -> str:
    """What the server says instead of a page; empty where it has the page."""
    try:
        with urlopen(url):
            return ""
    except HTTPError as error:
        return error.read().decode()


def test_a_broken_entry_is_said_and_mended(served: Served) -> None:
    """What was there before stays until then; mending it takes no more than an edit does."""
    ape = served.entry("ape")
    text = ape.read_text(encoding="utf-8")
    before = contents(served.site)
    ape.write_text("titel: A slip of the pen\n", encoding="utf-8")
    served.wait(lambda: served.printed("ape.yml:1:1: unknown-key") > 0)
    assert contents(served.site) == before
    served.wait(lambda: "ape.yml:1:1: unknown-key" in said(served.url))
    assert "livereload" in said(served.url)
    assert "A slip" not in served.read("data/catalog.json")
    seen, whole = served.printed("Reloading browsers"), served.printed(BUILDING)
    ape.write_text(text.replace("What it is.", "A giraffe."), encoding="utf-8")
    served.wait(lambda: served.printed("Reloading browsers") > seen)
    assert served.printed(BUILDING) == whole
    assert "A giraffe." in served.read("resources/ape/")
    assert "A giraffe." in served.read("data/catalog.json")


def test_the_policy_lets_the_script_of_the_server_run_and_no_other(served: Served) -> None:
    with urlopen(f"{served.url}about/") as answer:
        page, policy = answer.read(), answer.headers["Content-Security-Policy"]
    (script,) = re.findall(rb"<script>(.*?)</script>", page, re.DOTALL)
    assert b"livereload" in script
    assert policy == allowing(script)
    assert policy != POLICY
    with urlopen(f"{served.url}data/catalog.json") as answer:
        assert answer.headers["Content-Security-Policy"] == POLICY


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site; the folder of the index goes by one name."""
    return {
        INDEX.sub(b"search/x/", path.relative_to(site).as_posix().encode()).decode(): INDEX.sub(
            b"search/x/", path.read_bytes()
        )
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }


def test_nothing_is_taken_to_be_as_before_but_what_is(tmp_path: Path) -> None:
    """Any byte of a template, setting or vocabulary counts; entries are looked at one by one."""
    entries = tmp_path / "entries"
    files = [tmp_path / "overrides" / "main.html", tmp_path / "mkdocs.yml", entries / "a.yml"]
    for path in files:
        path.parent.mkdir(exist_ok=True)
        path.write_text("one", encoding="utf-8")
    seen = {fingerprint([tmp_path], [entries])}
    for path in files[:2]:
        times = path.stat()
        path.write_text("two", encoding="utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        seen.add(fingerprint([tmp_path], [entries]))
    files[0].rename(files[0].with_name("other.html"))
    seen.add(fingerprint([tmp_path], [entries]))
    assert len(seen) == 4
    files[2].write_text("two", encoding="utf-8")
    assert fingerprint([tmp_path], [entries]) in seen


def test_the_fingerprint_is_that_of_files_and_never_waits(tmp_path: Path) -> None:
    """Editors lock what they have open with a link to nowhere; a pipe would be read for ever."""
    (tmp_path / "phases.yml").write_text("one", encoding="utf-8")
    seen = {fingerprint([tmp_path], [tmp_path / "entries"])}
    (tmp_path / ".#phases.yml").symlink_to("me@host.123:456")
    seen.add(fingerprint([tmp_path], [tmp_path / "entries"]))
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    seen.add(fingerprint([tmp_path], [tmp_path / "entries"]))
    assert len(seen) == 3


class Unread:
    """In place of a text that nothing may look at."""

    def __bool__(self) -> bool:
        raise AssertionError("a check reads a description")

    __str__ = __len__ = __iter__ = __hash__ = __bool__  # type: ignore[assignment]


@pytest.mark.parametrize("name", ["sample", "known"])
def test_no_check_of_a_catalog_reads_what_describes_an_entry(name: str, tmp_path: Path) -> None:
    """So a preview need not check it again when nothing else has changed."""
    folder = write_sample(tmp_path / "catalog") if name == "sample" else CATALOG
    loaded = load(folder)
    unread = dict.fromkeys(DESCRIPTIONS, Unread())
    entries = {e.id: e.model_copy(update=unread) for e in loaded.entries}
    loaded.catalog = dataclasses.replace(loaded.catalog, entries=entries)
    assert problems_of(loaded, theme_icons(), today=datetime.date.today()) == []


def test_cached_entries_go_with_their_bytes_and_facets(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "catalog")
    cache = RecordCache()
    first = load(folder, cache).catalog.entries
    ape = folder / "entries" / "ape.yml"
    ape.write_text(ape.read_text(encoding="utf-8").replace("Ape", "Gnu"), encoding="utf-8")
    second = load(folder, cache).catalog.entries
    assert second["zebra"] is first["zebra"]
    assert second["ape"].title == "Gnu"
    types = folder / "vocabularies" / "types.yml"
    types.write_text(types.read_text(encoding="utf-8").replace("Report", "Study"), "utf-8")
    third = load(folder, cache).catalog.entries
    assert third["zebra"] is not second["zebra"]
    assert third == load(folder).catalog.entries
