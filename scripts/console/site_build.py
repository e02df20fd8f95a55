"""Build the site, for commands that need a built one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from environment import ROOT


def build_site(target: Path, **settings: str) -> bool:
    """Build the site into a folder, with extra environment variables; return success."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0
