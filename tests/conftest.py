"""What every test may ask for."""

from __future__ import annotations

import signal
from pathlib import Path

import hypothesis
import pytest

from building import build

# Programs that tests interrupt would be deaf to it, were we started in the background of a script.
signal.signal(signal.SIGINT, signal.default_int_handler)

pytest_plugins = ["browsing", "searching"]

# The same examples each time: a test that fails today failed yesterday as well.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalog as a site, built once for all tests."""
    site = tmp_path_factory.mktemp("built") / "site"
    built = build(None, site)
    assert built.returncode == 0, built.stderr
    return site
