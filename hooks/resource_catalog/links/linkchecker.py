"""LinkChecker: runs the program and reads its table.

It is GPL, so it runs as a program of its own and is never imported here. Its exit status says
little (1 on a mere warning), so what counts is the table that it writes.
"""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLE, RULES = "linkchecker.csv", "linkcheckerrc"

_UNPRIVILEGED = """\
import linkcheck.command.linkchecker as command
if not callable(command.drop_privileges):
    raise SystemExit("LinkChecker drops its rights in another way now.")
command.drop_privileges = lambda: None
command.linkchecker()
"""
"""LinkChecker as whoever starts it: as root it would become nobody and, where nobody may not read
Python, silently skip links. Here the user is chosen before it starts."""

_NEEDS = "import linkcheck.command.linkchecker, encodings.idna, dns.resolver"
"""What a user must be able to load for LinkChecker to skip nothing."""

_CRAWL = "[checking]\nmaxrequestspersecond=1000\ntimeout=30\n[AnchorCheck]\n"

_HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


class NotHeard(Exception):
    """LinkChecker could not be heard. The message says why."""


@dataclass(frozen=True)
class Row:
    """One line of the table: an address as written and as asked, and what LinkChecker says."""

    name: str
    url: str
    parent: str
    valid: bool
    result: str
    warning: str

    @property
    def words(self) -> str:
        """The result and the warning, in one line."""
        return " ".join(f"{self.result} {self.warning}".split())


@dataclass(frozen=True)
class Table:
    """All that LinkChecker says. ``as_root`` when it had to run with all rights."""

    rows: tuple[Row, ...]
    as_root: bool = False


def crawl(
    url: str, folder: Path, python: str, run: Run = subprocess.run, limit: float = 3600
) -> Table:
    """Follow every link below an address, anchors included. Raises :class:`NotHeard`."""
    return hear([url], folder, python, _CRAWL, run=run, limit=limit)


def hear(
    arguments: Sequence[str],
    folder: Path,
    python: str,
    rules: str,
    *,
    proxy: str | None = None,
    run: Run = subprocess.run,
    limit: float = 3600,
) -> Table:
    """Run LinkChecker with some arguments and settings.

    ``folder`` is one to work in; whatever lies there may be read by everyone.
    After ``limit`` seconds it is stopped. Raises :class:`NotHeard`.
    """
    (folder / RULES).write_text(rules, encoding="utf-8")
    table = folder / TABLE
    command = [
        *(python, "-c", _UNPRIVILEGED, "--config", str(folder / RULES)),
        *("--verbose", "--no-status", "--output", "none"),
        *("--file-output", f"csv/utf-8/{table}", *arguments),
    ]
    environment = _environment(folder, proxy)
    user = _ordinary_user(python, folder, environment, run)
    try:
        done = run(
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=limit,
            cwd=folder,
            env=environment,
            **user,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NotHeard(f"LinkChecker could not be run: {error}") from None
    if done.returncode not in (0, 1) or not table.is_file():
        said = (done.stderr or "").strip().splitlines()
        raise NotHeard(f"LinkChecker gave up: {said[-1] if said else done.returncode}")
    rows = read(table.read_text(encoding="utf-8", errors="replace"))
    return Table(rows, as_root=_is_root() and not user)


def read(table: str) -> tuple[Row, ...]:
    """The rows of LinkChecker's own table."""
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    return tuple(
        Row(
            name=row.get("urlname") or "",
            url=row.get("url") or "",
            parent=row.get("parentname") or "",
            valid=row.get("valid") == "True",
            result=row.get("result") or "",
            warning=row.get("warningstring") or "",
        )
        for row in csv.DictReader(lines, delimiter=";")
    )


def _environment(folder: Path, proxy: str | None) -> dict[str, str]:
    """Ours, with a home that whoever runs LinkChecker may write to, and no settings of a person."""
    environment = {**os.environ, **dict.fromkeys(_HOMES, str(folder))}
    if "SSL_CERT_FILE" in environment:  # LinkChecker knows it by another name
        environment.setdefault("REQUESTS_CA_BUNDLE", environment["SSL_CERT_FILE"])
    if proxy:
        environment |= dict.fromkeys(["http_proxy", "https_proxy"], proxy)
        environment.pop("no_proxy", None)
        environment.pop("NO_PROXY", None)
    return environment


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _ordinary_user(
    python: str, folder: Path, environment: Mapping[str, str], run: Run
) -> dict[str, Any]:
    """How to run as nobody, when we are root and nobody can load LinkChecker; else nothing."""
    if not _is_root():
        return {}
    import pwd  # there is none on Windows

    try:
        nobody = pwd.getpwnam("nobody")
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        os.chown(folder, nobody.pw_uid, -1)
        os.chmod(folder, 0o755)  # noqa: S103 - nothing but addresses from the catalog lies there
        for path in folder.iterdir():
            os.chmod(path, 0o644)
        able = run(
            [python, "-c", _NEEDS],
            capture_output=True,
            check=False,
            timeout=60,
            cwd=folder,
            env=environment,
            **user,
        )
    except (KeyError, OSError, subprocess.SubprocessError):
        return {}
    return user if able.returncode == 0 else {}
