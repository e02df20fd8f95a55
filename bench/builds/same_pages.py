"""The same pages: every page of a site as a Markdown file, for an unchanged MkDocs Material."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.timed import run

_SETTINGS = """\
INHERIT: mkdocs.yml
theme:
  name: material
  font: false
plugins:
  - search
"""
NAME = "material.yml"


def write(catalog: Path, out: Path) -> Path:
    """Write a MkDocs project into ``out``; gives its settings. Raises ``BenchError``."""
    run([sys.executable, "scripts/export_markdown.py", str(catalog), "--out", str(out)], {})
    settings = out / NAME
    settings.write_text(_SETTINGS, encoding="utf-8")
    return settings
