"""The preview: whatever is saved while a site is served, it is the site that a build makes."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from building import ROOT, build
from resource_catalog.entries import Remembered
from resource_catalog.load import load
from resource_catalog.preview import fingerprint
from sample_catalog import write_sample

FIXED = {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
INDEX = re.compile(rb"search/(?:[0-9a-f]{10}|preview)/")
"""The folder of the search index: named after its content, but not while the site is served."""


@dataclass
class Served:
    """A sample of a catalog, and the site that is served of it."""

    catalog: Path
    site: Path
    url: str
    log: Path

    def entry(self, name: str) -> Path:
        return self.catalog / "entries" / f"{name}.yml"

    def change(self, name: str, old: str, new: str) -> None:
        path = self.entry(name)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def read_all(self) -> str | None:
        """Ask for a file for programs, which lets all of them be made."""
        return read(f"{self.url}data/catalog.json")

    def said(self, words: str) -> int:
        return self.log.read_text(encoding="utf-8").count(words)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("preview")
    catalog, log, temporary = write_sample(folder / "catalog"), folder / "log", folder / "tmp"
    temporary.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    env = {**os.environ, **FIXED, "CATALOG_DIR": str(catalog), "TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
    with (
        log.open("w") as output,
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=output, stderr=output) as process,
    ):
        try:
            url = f"http://{host}/"
            wait(lambda: read(url) is not None, log)
            (site,) = temporary.glob("mkdocs_*")
            yield Served(catalog, site, url, log)
            assert process.poll() is None, "the server has died"
        finally:
            process.terminate()
    assert "Traceback" not in log.read_text(encoding="utf-8")


def edit_texts(served: Served) -> None:
    """A summary, and an address of which the ledger knows nothing."""
    served.change("ape", '"What it is."', '"What it is now, and a rare word: okapi."')
    served.change("zebra", "https://example.org/zebra", "https://example.org/crossing")


def edit_descriptions(served: Served) -> None:
    """After which a page that is asked for is made alone, and others when they are asked for."""
    served.change("ape", "okapi.", "okapi, or a gnu.")
    served.change("zebra", "What it is.", "It has stripes.")
    wait(lambda: "a gnu" in (read(f"{served.url}resources/ape/") or ""), served.log)
    wait(lambda: "stripes" in (read(f"{served.url}resources/zebra/") or ""), served.log)
    assert "stripes" not in (served.site / "phases" / "first" / "index.html").read_text("utf-8")
    assert "stripes" in (read(f"{served.url}phases/first/") or "")
    served.change("ape", "or a gnu.", "or a yak.")
    wait(lambda: "a yak" in (read(f"{served.url}resources/ape/index.html") or ""), served.log)


def edit_titles(served: Served) -> None:
    """Which changes the order of lists, the places in them, and what other entries show."""
    served.change("ape", '"Ape"', '"Zzz, the last of all"')
    served.change("zebra", '"Zebra"', '"Zebra crossing"')


def edit_tags(served: Served) -> None:
    """And with them the numbers of entries in lists; a retired entry is in none."""
    served.change("ape", '"phases": [\n  "first"', '"phases": [\n  "second"')
    added = '"retired": {"on": "2026-01-03", "why": "It moved."}, "title":'
    served.change("watched", '"title":', added)


def edit_references(served: Served) -> None:
    served.change("everything", '"zebra"', '"ape"')


def edit_date_and_term(served: Served) -> None:
    """Which stand in the site map, and on many pages."""
    served.change("everything", '"2026-02-04"', '"2026-03-05"')
    path = served.catalog / "vocabularies" / "types.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Podcast"', '"Broadcast"'), encoding="utf-8")


def add(served: Served) -> None:
    text = served.entry("ape").read_text(encoding="utf-8")
    served.entry("bear").write_text(text.replace("Zzz, the last", "Bear, another"), "utf-8")


def rename(served: Served) -> None:
    served.entry("bear").rename(served.entry("panda"))


def delete(served: Served) -> None:
    served.entry("panda").unlink()


QUICK = [edit_texts, edit_descriptions, edit_titles, edit_tags, edit_references]
WHOLE = [edit_date_and_term, add, rename, delete]


@pytest.mark.parametrize("step", [*QUICK, *WHOLE], ids=lambda step: step.__name__)
def test_the_site_is_what_a_build_makes(
    step: Callable[[Served], None], served: Served, tmp_path: Path
) -> None:
    """Byte for byte, after each step of a session; the steps build on each other."""
    whole = served.said("Documentation built")
    step(served)
    built = build(served.catalog, tmp_path / "site", SITE_URL=served.url, **FIXED)
    assert built.returncode == 0, built.stderr
    expected = contents(tmp_path / "site")
    # A step that changes several files may be noticed in two parts.
    wait(lambda: bool(served.read_all()) and contents(served.site) == expected, served.log)
    if step in WHOLE:
        wait(lambda: served.said("Documentation built") > whole, served.log)
    else:
        assert served.said("Documentation built") == whole


def test_a_broken_entry_is_said_and_mended(served: Served, tmp_path: Path) -> None:
    """What was there before stays until then; mending it takes no more than an edit does."""
    text = served.entry("ape").read_text(encoding="utf-8")
    before = contents(served.site)
    served.entry("ape").write_text("titel: A slip of the pen\n", encoding="utf-8")
    wait(lambda: served.said("ape.yml:1:1: unknown-key") == 1, served.log)
    assert contents(served.site) == before
    seen, whole = served.said("Reloading browsers"), served.said("Documentation built")
    served.entry("ape").write_text(text.replace("okapi", "giraffe"), encoding="utf-8")
    wait(lambda: served.said("Reloading browsers") > seen, served.log)
    assert served.said("Documentation built") == whole
    assert "giraffe" in (read(f"{served.url}resources/ape/") or "")
    assert "giraffe" in (read(f"{served.url}data/catalog.json") or "")


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site; the folder of the index goes by one name."""
    return {
        INDEX.sub(b"search/x/", path.relative_to(site).as_posix().encode()).decode(): INDEX.sub(
            b"search/x/", path.read_bytes()
        )
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }


def wait(happened: Callable[[], bool], log: Path, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.05)


def read(url: str) -> str | None:
    try:
        with urlopen(url, timeout=30) as answer:
            return answer.read().decode()
    except HTTPError as error:
        error.close()
    except URLError:
        pass  # not up yet
    return None


def test_nothing_is_taken_to_be_as_before_but_what_is(tmp_path: Path) -> None:
    """Any byte of a template, setting or vocabulary counts; entries are looked at one by one."""
    entries = tmp_path / "entries"
    files = [tmp_path / "overrides" / "main.html", tmp_path / "mkdocs.yml", entries / "a.yml"]
    for path in files:
        path.parent.mkdir(exist_ok=True)
        path.write_text("one", encoding="utf-8")
    seen = {fingerprint([tmp_path], entries)}
    for path in files[:2]:
        times = path.stat()
        path.write_text("two", encoding="utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        seen.add(fingerprint([tmp_path], entries))
    files[0].rename(files[0].with_name("other.html"))
    seen.add(fingerprint([tmp_path], entries))
    assert len(seen) == 4
    files[2].write_text("two", encoding="utf-8")
    assert fingerprint([tmp_path], entries) in seen


def test_what_is_remembered_of_entries_goes_with_their_bytes_and_facets(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "catalog")
    remembered = Remembered()
    first = load(folder, remembered).catalog.entries
    ape = folder / "entries" / "ape.yml"
    ape.write_text(ape.read_text(encoding="utf-8").replace("Ape", "Gnu"), encoding="utf-8")
    second = load(folder, remembered).catalog.entries
    assert second["zebra"] is first["zebra"]
    assert second["ape"].title == "Gnu"
    types = folder / "vocabularies" / "types.yml"
    types.write_text(types.read_text(encoding="utf-8").replace("Report", "Study"), "utf-8")
    third = load(folder, remembered).catalog.entries
    assert third["zebra"] is not second["zebra"]
    assert third == load(folder).catalog.entries
