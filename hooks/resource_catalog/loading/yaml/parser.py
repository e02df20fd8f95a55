"""Parse YAML to plain data (texts, lists and mappings), and collect all problems.

Every scalar stays text. YAML 1.1 would convert ``no`` to false and ``12:30``
to 750; here the model parses values, so that none is converted silently.
"""

from __future__ import annotations

import math
from typing import Any

from resource_catalog.loading.yaml.event_reader import EventReader
from resource_catalog.loading.yaml.look_alikes import without_look_alikes
from resource_catalog.loading.yaml.merge_conflicts import merge_conflict
from resource_catalog.loading.yaml.positions import Positions
from resource_catalog.loading.yaml.syntax_errors import syntax_problem, without_invisible
from resource_catalog.model.problems import Problem


def parse(
    text: str, positions: Positions | None = None, *, file: str = ""
) -> tuple[Any, list[Problem]]:
    """Read one YAML document.

    Returns ``(data, problems)``. ``data`` consists of ``str``, ``list`` and
    ``dict`` with ``str`` keys. Empty values, which are problems, are None, and
    so is the data of an unusable document. ``positions`` is filled if given;
    ``file`` is the file of the problems.
    """
    readable, problems = without_invisible(text, file)
    if "\0" in text:
        return None, problems  # binary or not UTF-8, so that further problems would be noise
    if conflict := merge_conflict(text, file):
        return None, [conflict]  # all else would be about lines that one of the two will not have
    readable, odd = without_look_alikes(readable, file, plain_data)
    problems += odd
    reader = EventReader(readable, file, positions, problems)
    if (error := reader.read()) is None:
        return reader.data, problems
    wrong = syntax_problem(error, readable, file)
    # Values from there on may only seem empty because they were misread.
    end = wrong.line, wrong.column
    kept = [p for p in problems if p.code != "empty-value" or (p.line, p.column) < end]
    return None, [*kept, wrong]


def plain_data(text: str) -> tuple[Any, float]:
    """The data of a text, and the line of its first error, which is infinite without one."""
    reader = EventReader(text, "", None, [])
    if (error := reader.read()) is None:
        return reader.data, math.inf
    return None, syntax_problem(error, text, "").line


def locate(text: str) -> Positions:
    """The positions of all keys and values in ``text``."""
    positions = Positions()
    parse(text, positions)
    return positions
