"""What every test may ask for."""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterator

import hypothesis
import pytest

from building import warm

# Programs that tests interrupt would be deaf to it, were we started in the background of a script.
signal.signal(signal.SIGINT, signal.default_int_handler)

pytest_plugins = ["browsing", "searching", "sites"]

LONG = """
    accessibility shelf keyboard addresses preview mend bench_search site_settings
    without_javascript browse suggest built_site search_dialog search_index requests check_links
    find_accessibility offline hostile handouts browse_places new_entry
""".split()
"""What the files of tests are about that take longest."""

# The same examples each time: a test that fails today failed yesterday as well.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def warm_python() -> Iterator[None]:
    """The Python that runs the commands of tests ends with them, if it was needed at all."""
    yield
    if warm.cache_info().currsize:
        warm().close()


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One more than there are cores, as some tests wait for a web that is slow on purpose."""
    return (yield) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that none of them is left for the end."""
    places = {f"test_{name}": place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.stem, len(LONG)))
