"""Sites: those that many tests look at, each built once for all the workers of a run."""

from __future__ import annotations

import gzip
import os
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from building import TIMEOUT, build, run_script
from sample_catalog import write_sample

BELOW = "https://library.example.org/sub/path/"
"""An address that is not the root of its host."""

EDIT = "https://git.example.org/owner/name/edit/main/docs/"
REPORT = "https://git.example.org/owner/name/issues/new?title={title}&body={body}"


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """What ``make`` gives of an empty folder; whichever worker comes first makes it."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, given = base / name, base / f"{name}.made"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + TIMEOUT
        while not given.exists():
            assert time.monotonic() < end, f"{name} is not made in time"
            time.sleep(0.05)
        assert given.read_text(), f"{name} could not be made, as another worker says"
        return Path(given.read_text())
    made = ""
    try:
        made = str(make(folder))
    finally:
        told = given.with_suffix(".told")
        told.write_text(made)
        told.rename(given)
    return Path(made)


def files_of(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site, and every file in its archives."""
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
    """The real catalog as a site."""
    return once(tmp_path_factory, "built", lambda to: _built(None, to / "site", afresh=True))


@pytest.fixture(scope="session")
def site_below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built for an address with a sub-path."""
    return once(tmp_path_factory, "below", lambda to: _built(None, to / "site", SITE_URL=BELOW))


@pytest.fixture(scope="session")
def mendable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with edit and report links."""
    links = {"EDIT_URI": EDIT, "REPORT_URI": REPORT}
    return once(tmp_path_factory, "mendable", lambda to: _built(None, to / "site", **links))


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small catalog with every shape of entry, as a site."""
    return once(
        tmp_path_factory, "small", lambda to: _built(write_sample(to / "catalog"), to / "site")
    )


@pytest.fixture(scope="session")
def large_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented catalog of 300 entries, as a site."""
    return once(tmp_path_factory, "large", _large)
