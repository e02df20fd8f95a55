"""Links of eighteen hard kinds, written by somebody who did not know the rules, judged by week.

What was right when a set was tried once, with rules that did not know it: 76 of the second 80 of
unseen.yml, 186 of 200 of unseen_third.yml, 188 of 200 of unseen_fourth.yml, 177 of 200 of
unseen_fifth.yml, 107 of 120 of unseen_sixth.yml, 104 of 120 of unseen_seventh.yml, 58 of 64 of
unseen_eighth.yml. Of unseen_weeks.yml, where each page was well at first, 81 of 100 with the rules
of before the watch remembered words, and 90 with that. By the two sets for practice the rules were
mended. What was wrong was mended each time, but for what is in ``still_wrong.yml``, so that these
tests show what holds, not how right it is.
"""

from __future__ import annotations

import pytest
import yaml

from links.lab import HERE, Case, cases
from links.unseen import SETS, Seen, look

CASES = [(name, case) for name in SETS for case in cases(name)]

STILL_WRONG: dict[str, dict[str, str]] = yaml.safe_load(
    (HERE / "still_wrong.yml").read_text(encoding="utf-8")
)
"""What is wrong with the cases of a set that are not mended."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Seen]]:
    """The weeks of all cases, which are looked at in one lab."""
    all_seen = look([case for _, case in CASES], tmp_path_factory.mktemp("unseen"))
    return {
        f"{name} {case.name}": weeks for (name, case), weeks in zip(CASES, all_seen, strict=True)
    }


@pytest.mark.parametrize(("name", "case"), CASES, ids=lambda one: getattr(one, "name", one))
def test_every_unseen_link_is_judged_right(
    name: str, case: Case, seen: dict[str, list[Seen]]
) -> None:
    if case.name in STILL_WRONG.get(name, {}):
        right = all(one.right for one in seen[f"{name} {case.name}"])
        assert not right, "take it out of still_wrong.yml"
        return
    for week, one in enumerate(seen[f"{name} {case.name}"]):
        assert one.right, f"week {week}: {one.finding} ({one.record.state})"
        if one.finding.verdict == "moved" and case.final is not None:
            assert one.finding.final_url == case.final, f"week {week}"
