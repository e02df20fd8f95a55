"""Group the problems of a table by kind and column, and count them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from resource_catalog.model.messages import listed, ngettext, translated
from resource_catalog.model.problems import RULES, Problem, quoted

MAX_ROWS_NAMED = 10
MAX_WORDS_LISTED = 100
_WORD_CODES = frozenset({"unknown-term", "unknown-value", "unknown-entry", "bad-language"})
"""Kinds of problems with a word that may stand in many rows; each word is listed once."""


@dataclass(frozen=True)
class WrongWord:
    """A word that stands in cells of one column: what is wrong with it, and in which rows."""

    message: str
    hint: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class ProblemGroup:
    """Problems of one kind in one column. ``heading`` is empty if the table has no such column.

    ``words`` are the wrong words, the most frequent first, for kinds of problems that have any.
    """

    code: str
    heading: str
    sentence: str
    count: int
    rows: tuple[int, ...]
    words: tuple[WrongWord, ...] = ()


def is_in_table(problem: Problem) -> bool:
    """Whether a problem is in a row of the table, not in a file of the catalog."""
    return not problem.file.endswith((".yml", ".yaml"))


def problem_groups(problems: Iterable[Problem], headings: Sequence[str]) -> list[ProblemGroup]:
    """The problems of the rows of a table in groups, the largest first."""
    found: defaultdict[tuple[str, int], list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.code, problem.column].append(problem)
    groups = [
        _group(code, headings[column - 1] if column <= len(headings) else "", members)
        for (code, column), members in found.items()
    ]
    return sorted(groups, key=lambda group: (-group.count, group.code, group.heading))


def group_lines(group: ProblemGroup) -> Iterator[str]:
    """The lines of a report on a group."""
    if group.code == "missing-key" and len(group.rows) > 1 and group.heading:
        yield ngettext(
            "%(num)s row has no %(heading)s: %(rows)s.",
            "%(num)s rows have no %(heading)s: %(rows)s.",
            len(group.rows),
            heading=quoted(group.heading),
            rows=named_rows(group.rows),
        )
    else:
        yield f"{group.sentence} {_rows(group.rows)}"
    hints = Counter(word.hint for word in group.words)
    shared = {hint for hint, times in hints.items() if hint and times > 1}
    for word in group.words[:MAX_WORDS_LISTED]:
        hint = f" {word.hint}" if word.hint and word.hint not in shared else ""
        yield f"  {len(word.rows):>5} × {word.message}{hint} {_rows(word.rows)}"
    left = len(group.words) - MAX_WORDS_LISTED
    if left > 0:
        more = ngettext(
            "and %(num)s more word; --format json lists them all",
            "and %(num)s more words; --format json lists them all",
            left,
        )
        yield f"          {more}"
    yield from (f"          {hint}" for hint in sorted(shared))


def named_rows(rows: Sequence[int]) -> str:
    """``2, 4, 8`` and no more than a few of many: ``2, 4, 8 …``."""
    named = listed(map(str, rows[:MAX_ROWS_NAMED]))
    return named if len(rows) <= MAX_ROWS_NAMED else f"{named} …"


def _rows(rows: Sequence[int]) -> str:
    return ngettext("Row %(rows)s.", "Rows %(rows)s.", len(rows), rows=named_rows(rows))


def _group(code: str, heading: str, members: Sequence[Problem]) -> ProblemGroup:
    rows = tuple(dict.fromkeys(problem.line for problem in members))
    words: tuple[WrongWord, ...] = ()
    if code in _WORD_CODES:
        words = tuple(_wrong_words(members))
    return ProblemGroup(code, heading, _sentence(code, heading, members), len(members), rows, words)


def _wrong_words(members: Iterable[Problem]) -> list[WrongWord]:
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for problem in members:
        found[problem.message, problem.hint].append(problem.line)
    words = [WrongWord(message, hint, tuple(rows)) for (message, hint), rows in found.items()]
    return sorted(words, key=lambda word: (-len(word.rows), word.message))


def _sentence(code: str, heading: str, members: Sequence[Problem]) -> str:
    """What is wrong with the members of a group, as a sentence."""
    count = len(members)
    messages = {problem.message for problem in members}
    if len(messages) == 1:
        hints = {problem.hint for problem in members}
        hint = hints.pop() if len(hints) == 1 else ""
        problem = f"{code}: {messages.pop()} {hint}".rstrip()
        if not members[0].field_name:  # the message names the column, or is about none
            return ngettext(
                "%(num)s problem: %(problem)s",
                "%(num)s problems: %(problem)s",
                count,
                problem=problem,
            )
    else:
        problem = f"{code}: {translated(RULES[code])}"
    return ngettext(
        "%(num)s problem in %(heading)s: %(problem)s",
        "%(num)s problems in %(heading)s: %(problem)s",
        count,
        heading=quoted(heading),
        problem=problem,
    )
