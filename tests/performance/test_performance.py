"""Speed apart: without the package ``performance`` the product is the same, only slower."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import ROOT, cache_folder, copy_of_code, run_in, run_script
from sample_catalog import write_sample
from serving import read, reserved_port, wait
from source_code import HOOKS, imports

PACKAGE = "resource_catalog.performance"
FIXED = {
    "SOURCE_DATE_EPOCH": "1790000000",
    "NO_MKDOCS_2_WARNING": "1",
    "SITE_URL": "https://example.org/below/",
    "EDIT_URI": "https://git.example.org/edit/main/docs/",
    "REPORT_URI": "https://git.example.org/new?title={title}&body={body}",
}

IMPORT_ALL = """
import importlib, pkgutil, sys
sys.path.insert(0, "hooks")
import resource_catalog
names = [m.name for m in pkgutil.walk_packages(resource_catalog.__path__, "resource_catalog.")]
for name in names + ["mkdocs_events"]:
    importlib.import_module(name)
print(len(names))
"""


def checkout(folder: Path, *, plain: bool) -> Path:
    """A checkout of the project, without what is for speed alone when it is ``plain``."""
    folder.mkdir()
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for name in ("docs", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    copy_of_code(folder, "hooks", without=["performance"] if plain else [])
    assert (folder / "hooks" / Path(*PACKAGE.split("."))).exists() != plain
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkout(tmp_path_factory.mktemp("plain") / "checkout", plain=True)


def test_only_the_door_leads_to_it() -> None:
    files = [*HOOKS.rglob("*.py"), *(ROOT / "scripts").rglob("*.py")]
    outside = [path for path in files if "performance" not in path.relative_to(ROOT).parts]

    def users(module: str) -> set[str]:
        return {
            path.name
            for path in outside
            if any(name == module or name.startswith(f"{module}.") for name in imports(path))
        }

    assert users(PACKAGE) == {"mkdocs_performance.py", "mkdocs_preview.py"}
    assert users("mkdocs_preview") == {"mkdocs_performance.py"}


def test_all_that_is_left_can_be_imported(plain: Path) -> None:
    done = run_in(plain, "-c", IMPORT_ALL, afresh=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100


def contents(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes()


@pytest.mark.parametrize("entries", [0, 120], ids=["sample", "so many that it forks"])
def test_the_site_is_the_same(entries: int, plain: Path, tmp_path: Path) -> None:
    """Byte for byte: of a catalog with every shape of entry, and of a large one."""
    catalog = tmp_path / "catalog"
    if entries:
        made = run_script("synthesize.py", "--entries", str(entries), "--out", catalog)
        assert made.returncode == 0, made.stderr
    else:
        write_sample(catalog)
    sites = []
    for folder in (checkout(tmp_path / "whole", plain=False), plain):
        site = tmp_path / f"site of {folder.name}"
        command = ("-m", "mkdocs", "build", "--strict", "--site-dir", site)
        env = {**FIXED, "CATALOG_DIR": str(catalog), "XDG_CACHE_HOME": cache_folder()}
        done = run_in(folder, *command, afresh=True, **env)
        assert done.returncode == 0, done.stderr
        sites.append(dict(contents(site)))
    assert len(sites[0]) > 50
    assert sites[0].keys() == sites[1].keys()
    assert [path for path, content in sites[0].items() if content != sites[1][path]] == []


def test_the_site_can_be_served(plain: Path, tmp_path: Path) -> None:
    """Then a saved entry is a whole build, as MkDocs does it."""
    catalog, log = write_sample(tmp_path / "catalog"), tmp_path / "log"
    env = {**os.environ, "CATALOG_DIR": str(catalog), "NO_MKDOCS_2_WARNING": "1"}
    env["XDG_CACHE_HOME"] = cache_folder()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr"]
    with (
        log.open("w") as output,
        reserved_port() as port,
        subprocess.Popen(
            [*command, f"127.0.0.1:{port}"], cwd=plain, env=env, stdout=output, stderr=output
        ) as process,
    ):
        page = f"http://127.0.0.1:{port}/resources/ape/"
        try:
            wait(lambda: "What it is." in (read(page) or ""), log)
            entry = catalog / "entries" / "ape.yml"
            text = entry.read_text(encoding="utf-8")
            entry.write_text(text.replace("What it is.", "An okapi."), encoding="utf-8")
            wait(lambda: "An okapi." in (read(page) or ""), log)
        finally:
            process.terminate()
    assert log.read_text(encoding="utf-8").count("Building documentation") >= 2
