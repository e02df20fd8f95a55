"""Locks: each is whole, fits pyproject.toml and says nothing about where it was written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from building import ROOT
from lock import BASE, LOCKS, PARTS, contained, locks, pins
from parts import releases

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONTAINED = contained(PROJECT)

PYTHONS = ("3.11.2", "3.11.9", "3.12.4", "3.13.1", "3.14.0")
COMPUTERS = [
    ("linux", "Linux", "posix", "x86_64"),
    ("linux", "Linux", "posix", "aarch64"),
    ("darwin", "Darwin", "posix", "arm64"),
    ("darwin", "Darwin", "posix", "x86_64"),
    ("win32", "Windows", "nt", "AMD64"),
]

Environment = dict[str, str]


def environment(python: str, platform: str, system: str, os_name: str, machine: str) -> Environment:
    """What markers are compared with there."""
    return {
        **{name: str(value) for name, value in default_environment().items()},
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "implementation_version": python,
        "sys_platform": platform,
        "platform_system": system,
        "os_name": os_name,
        "platform_machine": machine,
    }


ENVIRONMENTS = [environment(python, *computer) for python in PYTHONS for computer in COMPUTERS]


def holds(wanted: Requirement, where: Environment, extra: str = "") -> bool:
    return wanted.marker is None or wanted.marker.evaluate({**where, "extra": extra})


def versions(part: str, where: Environment) -> dict[str, str]:
    """The versions that a part has there, by the names of packages."""
    found: dict[str, str] = {}
    for release in releases(part):
        if holds(release, where):
            version = str(release.specifier).removeprefix("==")
            assert found.setdefault(canonicalize_name(release.name), version) == version
    return found


def asked(part: str) -> list[Requirement]:
    """What pyproject.toml asks for in a part and those that it contains."""
    if part == BASE:
        return [Requirement(text) for text in PROJECT["dependencies"]]
    own = [Requirement(text) for text in PROJECT["optional-dependencies"][part]]
    inner = [wanted for name in CONTAINED[part] for wanted in asked(name)]
    return [*inner, *(wanted for wanted in own if wanted.name != PROJECT["name"])]


@cache
def needs(name: str) -> list[Requirement]:
    """What a package needs, by its own word; unknown where it is for other computers only."""
    try:
        return [Requirement(text) for text in requires(name) or []]
    except PackageNotFoundError:
        return []


def reached(
    wanted: Iterable[Requirement], found: dict[str, str], where: Environment
) -> set[tuple[str, str]]:
    """Every package that is needed there, with the extras asked of it; each has to fit."""
    queue = [(one, "") for one in wanted]
    seen: set[tuple[str, str]] = set()
    while queue:
        one, extra = queue.pop()
        if not holds(one, where, extra):
            continue
        name = canonicalize_name(one.name)
        assert name in found, f"{name} is needed and not locked"
        assert one.specifier.contains(found[name], prereleases=True), f"{one}: {found[name]}"
        for more in {(name, inner) for inner in ("", *one.extras)} - seen:
            seen.add(more)
            queue += [(need, more[1]) for need in needs(name)]
    return seen


def test_there_is_a_lock_for_each_part() -> None:
    assert {path.name for path in LOCKS.iterdir()} == {f"{part}.lock" for part in PARTS}
    whole = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert [line for line in whole if not line.startswith("#")] == ["-r requirements/test.lock"]


@pytest.mark.parametrize("part", PARTS)
def test_a_lock_names_releases_with_hashes_and_nothing_else(part: str) -> None:
    text = (LOCKS / f"{part}.lock").read_text(encoding="utf-8")
    inner = re.findall(r"^-r (\w+)\.lock$", text, re.MULTILINE)
    assert inner == CONTAINED[part]
    rest = re.sub(r"^(#.*|-r \w+\.lock)\n", "", text, flags=re.MULTILINE)
    assert rest == "".join(pins(text))
    for pin in pins(text):
        first, *hashes = pin.rstrip("\n").split(" \\\n    ")
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; [\w.' !=<>()]+)?", first), first
        assert hashes, first
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes), first


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_whole_everywhere_and_has_nothing_that_is_not_needed(part: str) -> None:
    for where in ENVIRONMENTS:
        found = versions(part, where)
        assert {name for name, _ in reached(asked(part), found, where)} == set(found)


@pytest.mark.parametrize("part", PARTS[1:])
def test_a_part_has_the_versions_of_those_it_contains(part: str) -> None:
    for where in ENVIRONMENTS:
        for inner in CONTAINED[part]:
            assert versions(inner, where).items() <= versions(part, where).items()


def test_a_lock_lists_what_the_locks_it_contains_do_not_give() -> None:
    everywhere = "x==1 \\\n    --hash=a\n"
    windows = everywhere.replace("1", "1 ; sys_platform == 'win32'", 1)
    resolved = {"small": [windows, "y==1\n"], "large": [everywhere, "y==1\n", "z==1\n"]}
    written = locks(resolved, {"small": [], "large": ["small"]})
    assert pins(written["small"]) == resolved["small"]
    assert "-r small.lock\n" in written["large"]
    assert pins(written["large"]) == [everywhere, "z==1\n"]


def test_a_project_says_which_parts_contain_which() -> None:
    assert CONTAINED == {
        "catalog": [],
        "site": ["catalog"],
        "handouts": ["site"],
        "check": ["site"],
        "test": ["handouts", "check"],
    }
