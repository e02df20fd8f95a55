"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import build

pytest_plugins = ["browsing"]


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalog as a site, built once for all tests."""
    site = tmp_path_factory.mktemp("built") / "site"
    built = build(None, site)
    assert built.returncode == 0, built.stderr
    return site
