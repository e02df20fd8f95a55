"""Entries that a worker has read are those that would have been read here."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.synthetic.catalog_files import write_catalog
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.tags import Facets
from resource_catalog.model.records.record import Record
from resource_catalog.performance import parallel
from resource_catalog.performance.read_ahead import BATCH, ReadAhead

ENTRIES = 2 * BATCH + 6

forks = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="no worker on this system, or one core",
)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog with a field of its own and two entries that have problems."""
    folder = tmp_path_factory.mktemp("ahead")
    write_catalog(folder, ENTRIES, 0, lambda _text: None)
    identity = folder / "catalog.yml"
    fields = "\nfields:\n- {name: stars, label: Quality, kind: number}\n"
    identity.write_text(identity.read_text(encoding="utf-8") + fields, encoding="utf-8")
    first, second, *_, last = sorted((folder / "entries").glob("*.yml"))
    for path, line in ((first, "colour: red"), (second, "stars: 3"), (last, "notes: [1, 2]")):
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _none_left() -> Iterator[None]:
    """A worker that this process never met goes on until a build ends."""
    yield
    parallel.stop()


class _Late(ReadAhead):
    """Begins here when the worker has read everything, which it has not in a build."""

    given = 0

    def invalidate_if_changed(self, facets: Facets, entry_type: type[Record]) -> None:
        super().invalidate_if_changed(facets, entry_type)
        deadline = time.monotonic() + 60
        while len(self.records) < ENTRIES - 2:
            assert time.monotonic() < deadline
            time.sleep(0.01)
            self._take()
        self.given = len(self.records)


@forks
@pytest.mark.parametrize("kind", [ReadAhead, _Late])
def test_a_catalog_is_the_same(
    kind: type[ReadAhead], catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its problems and the places of these, however far the worker gets."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    plain, cache = load(catalog), kind(folder=catalog / "entries")
    assert len(plain.problems) == 2
    ahead = load(catalog, cache)
    assert ahead == plain
    names = {document.name_of("stars") for document in ahead.entry_documents.values()}
    assert names == {"Quality (stars)"}
    stars = {entry.model_dump()["stars"] for entry in plain.catalog.entries.values()}
    assert stars == {"3", None}
    if isinstance(cache, _Late):
        assert cache.given == ENTRIES - 2
        assert cache.records == {}
        assert parallel._running == {}
