"""Start-up: scripts load what they need and no more, since everything else costs time each time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import ROOT
from golden import GOOD_CATALOG

LOADED: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("start_up.yml").read_text(encoding="utf-8")
)

RUN = """
import atexit, json, runpy, sys
out, *sys.argv = sys.argv[1:]
sys.path[0] = "scripts"
atexit.register(lambda: json.dump(sorted(sys.modules), open(out, "w", encoding="utf-8")))
runpy.run_path(sys.argv[0], run_name="__main__")
"""

MODULES = {
    "linkchecker": "linkcheck",
    "mkdocs-material": "material",
    "pymdown-extensions": "pymdownx",
    "python-docx": "docx",
    "pyyaml": "yaml",
    "ruamel.yaml": "ruamel",
}
"""The modules of packages that are called otherwise."""


def packages() -> set[str]:
    """The modules of all packages that the project says it depends on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = {re.split(r"[^\w.-]", text)[0].lower() for text in wanted} - {project["name"]}
    return {MODULES.get(name, name.replace("-", "_")) for name in names}


def loaded(tmp_path: Path, script: str, *arguments: str | Path) -> dict[str, list[str]]:
    """What a script has loaded when it ends, in a Python that had loaded nothing."""
    out = tmp_path / "modules.json"
    command = [sys.executable, "-c", RUN, out, f"scripts/{script}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    modules: Any = json.loads(out.read_text(encoding="utf-8"))
    parts = {".".join(name.split(".")[1:3]) for name in modules if name.startswith(PRODUCT)}
    return {
        "packages": sorted(packages() & {name.split(".")[0] for name in modules}),
        "product": sorted(parts),
    }


PRODUCT = "resource_catalog."


def test_the_packages_are_those_of_the_project() -> None:
    assert {"aiohttp", "jinja2", "mkdocs", "material", "pydantic", "ruamel", "yaml"} <= packages()


def test_validate_loads_what_reads_and_checks_a_catalog(tmp_path: Path) -> None:
    assert loaded(tmp_path, "validate.py", GOOD_CATALOG) == LOADED["validate.py"]


def test_check_links_loads_what_asks_for_links(tmp_path: Path) -> None:
    """A whole run, over a list of no addresses, so that nobody is asked."""
    addresses = tmp_path / "addresses.txt"
    addresses.write_text("# none\n", encoding="utf-8")
    found = loaded(tmp_path, "check_links.py", "--urls", addresses)
    assert found == LOADED["check_links.py"]


@pytest.mark.parametrize("script", LOADED)
def test_nothing_of_the_site_is_loaded(script: str) -> None:
    """Whatever the lists say: neither MkDocs, nor its theme, nor what renders a page."""
    engines = {"jinja2", "markdown", "material", "mkdocs", "playwright", "pymdownx"}
    assert engines & set(LOADED[script]["packages"]) == set()
    above = {"exports", "pages", "performance", "site"}
    assert above & {part.split(".")[0] for part in LOADED[script]["product"]} == set()
    assert ("aiohttp" in LOADED[script]["packages"]) == (script == "check_links.py")
