"""Garbage: it is not looked for in a program that ends with its build, unless others listen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from building import ROOT, cache_folder, settings
from sample_catalog import write_sample

BUILD = """
import atexit, gc, sys
from mkdocs.__main__ import cli
atexit.register(lambda: print("LOOKS", gc.isenabled(), "FROZEN", gc.get_freeze_count() > 0))
sys.argv = ["mkdocs", "build", "-q", "-f", sys.argv[1], "-d", sys.argv[2]]
cli()
"""

OTHER_HOOK = '''
"""A hook that hears of pages."""


def on_page_content(html, page, config, files):
    return html
'''


@pytest.mark.parametrize("others", [False, True])
def test_garbage_is_only_looked_for_when_others_may_leave_some(
    others: bool, tmp_path: Path
) -> None:
    hook = tmp_path / "other.py"
    hook.write_text(OTHER_HOOK, encoding="utf-8")
    config = settings(tmp_path, ROOT / "overrides", *([hook] if others else []))
    catalog = write_sample(tmp_path / "catalog")
    built = subprocess.run(
        [sys.executable, "-c", BUILD, str(config), str(tmp_path / "site")],
        env={
            **os.environ,
            "CATALOG_DIR": str(catalog),
            "NO_MKDOCS_2_WARNING": "1",
            "XDG_CACHE_HOME": cache_folder(),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert built.stdout.endswith(f"LOOKS {others} FROZEN {not others}\n")
