"""Write every page of a site as Markdown, as a project for unmodified MkDocs Material."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.timed import run_timed

_SETTINGS = """\
INHERIT: mkdocs.yml
theme:
  name: material
  font: false
plugins:
  - search
"""
CONFIG_NAME = "material.yml"


def write_project(catalog: Path, out: Path) -> Path:
    """Write a MkDocs project into ``out``; return its config file. Raises ``BenchError``."""
    run_timed([sys.executable, "scripts/export_markdown.py", str(catalog), "--out", str(out)], {})
    config = out / CONFIG_NAME
    config.write_text(_SETTINGS, encoding="utf-8")
    return config
