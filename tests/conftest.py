"""What every test may ask for."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from building import build, warm

# Programs that tests interrupt would be deaf to it, were we started in the background of a script.
signal.signal(signal.SIGINT, signal.default_int_handler)

pytest_plugins = ["browsing", "searching"]

# The same examples each time: a test that fails today failed yesterday as well.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def warm_python() -> Iterator[None]:
    """The Python that runs the commands of tests ends with them, if it was needed at all."""
    yield
    if warm.cache_info().currsize:
        warm().close()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalog as a site, built once for all tests."""
    site = tmp_path_factory.mktemp("built") / "site"
    built = build(None, site, afresh=True)
    assert built.returncode == 0, built.stderr
    return site
