"""Fixtures for built sites, each built once for all workers of a test run."""

from __future__ import annotations

import gzip
import os
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import bilingual
from building import TIMEOUT, build, run_script
from other_letters import TO_ARABIC, TO_CYRILLIC, write_in_letters
from resource_catalog.model.messages.pseudo import RIGHT_TO_LEFT_TAG
from sample_catalog import write_sample

BELOW = "https://library.example.org/sub/path/"
"""A site URL with a path."""

EDIT = "https://git.example.org/owner/name/edit/main/docs/"
REPORT = "https://git.example.org/owner/name/issues/new?title={title}&body={body}"


TOOL_SAMPLES = Path(__file__).resolve().parent / "tool_samples"
"""A tool of each kind, which may name entries of the sample catalog."""


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """The result of ``make`` for an empty folder; the first worker runs it, the others wait."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, result = base / name, base / f"{name}.made"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + 3 * TIMEOUT  # the other may run several commands for it
        while not result.exists():
            assert time.monotonic() < end, f"{name} is not made in time"
            time.sleep(0.05)
        assert result.read_text(), f"{name} could not be made by another worker"
        return Path(result.read_text())
    made = ""
    try:
        made = str(make(folder))
    finally:
        partial = result.with_suffix(".partial")
        partial.write_text(made)
        partial.rename(result)
    return Path(made)


def files_of(site: Path) -> Iterator[tuple[str, bytes]]:
    """The path and content of every file of a site, and of every file in its archives."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            yield str(path.relative_to(site)), content
            if content.startswith(b"\x1f\x8b"):
                yield f"{path.name} unpacked", gzip.decompress(content)
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    yield from ((name, archive.read(name)) for name in archive.namelist())


def _built(catalog: Path | None, site: Path, *, afresh: bool = False, **env: str) -> Path:
    done = build(catalog, site, afresh=afresh, **env)
    assert done.returncode == 0, done.stderr
    return site


def _large(folder: Path) -> Path:
    made = run_script("synthesize.py", "--entries", "300", "--out", folder / "catalog")
    assert made.returncode == 0, made.stderr
    return _built(folder / "catalog", folder / "site")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the known catalog."""
    return once(tmp_path_factory, "built", lambda to: _built(None, to / "site", afresh=True))


@pytest.fixture(scope="session")
def site_below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, built for a URL with a path."""
    return once(tmp_path_factory, "below", lambda to: _built(None, to / "site", SITE_URL=BELOW))


@pytest.fixture(scope="session")
def mendable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site with edit and report links."""
    links = {"EDIT_URI": EDIT, "REPORT_URI": REPORT}
    return once(tmp_path_factory, "mendable", lambda to: _built(None, to / "site", **links))


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample catalog."""
    return once(
        tmp_path_factory, "small", lambda to: _built(write_sample(to / "catalog"), to / "site")
    )


@pytest.fixture(scope="session")
def tools_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample catalog with a tool of each kind."""
    return once(
        tmp_path_factory, "tools", lambda to: _built(with_tools(to / "catalog"), to / "site")
    )


def with_tools(folder: Path) -> Path:
    """The sample catalog with a tool of each kind, written into ``folder``."""
    write_sample(folder)
    shutil.copytree(TOOL_SAMPLES, folder / "tools")
    return folder


@pytest.fixture(scope="session")
def large_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a synthetic catalog of 300 entries."""
    return once(tmp_path_factory, "large", _large)


@pytest.fixture(scope="session")
def bilingual_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample catalog with a tool of each kind, and most of it in Spanish."""
    return once(
        tmp_path_factory,
        "bilingual",
        lambda to: _built(bilingual.write(with_tools(to / "catalog")), to / "site"),
    )


def _in_french(folder: Path) -> Path:
    shutil.copytree(TOOL_SAMPLES, folder / "catalog" / "tools")
    catalog = write_in_letters(folder / "catalog", TO_CYRILLIC, "fr", "en")
    return _built(catalog, folder / "site")


@pytest.fixture(scope="session")
def french_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample catalog with a tool of each kind, in French, its texts in Cyrillic.

    In English nothing of the catalog is translated.
    """
    return once(tmp_path_factory, "french", _in_french)


def _mirrored(folder: Path) -> Path:
    shutil.copytree(TOOL_SAMPLES, folder / "catalog" / "tools")
    catalog = write_in_letters(folder / "catalog", TO_ARABIC, RIGHT_TO_LEFT_TAG)
    return _built(catalog, folder / "site", EDIT_URI=EDIT, REPORT_URI=REPORT)


@pytest.fixture(scope="session")
def mirrored_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample catalog with a tool of each kind, all written from right to left."""
    return once(tmp_path_factory, "mirrored", _mirrored)
