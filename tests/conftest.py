"""Fixtures and hooks for all tests."""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterator

import hypothesis
import pytest

from building import warm
from resource_catalog.model.messages import activate
from resource_catalog.model.messages.language_messages import ENGLISH

# A background shell job ignores SIGINT, which the programs that tests interrupt would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)

pytest_plugins = ["browsing", "searching", "sites"]

LONG = """
    accessibility keyboard shelf workflows check_links foreign_catalogs addresses
    citation_styles bench_search lab requests performance pull_request_report install
    site_settings built_site access browse engine scripts without_javascript preview
    search_dialog browser_code autofix self_check suggest catalog_in_place unseen bad_values
    bench_build compare_sites tool_sheets handouts offline import_csv search_index links_seen
    change_language links_on_github catalog_folder our_files right_to_left browse_places
    find_accessibility markdown_site slow_network hostile fix_catalog template_cache share
    synthesize
""".split()
"""The test files that take longest, the slowest first, without ``test_``."""

# Deterministic examples: the same in every run.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def warm_python() -> Iterator[None]:
    """Close the fork server at the end, if it was started."""
    yield
    if warm.cache_info().currsize:
        warm().close()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English again, after a test that has loaded a catalog with other words."""
    yield
    activate(ENGLISH)


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One more worker than cores, as some tests wait for slow servers."""
    return (yield) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the slowest files first, so that none of them is left for the end."""
    places = {f"test_{name}": place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.stem, len(LONG)))
