"""Run LinkChecker as a subprocess and parse its CSV output.

It is GPL, so it is never imported here. Its exit status means little (1 on a mere warning), so
only its output counts.
"""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OUTPUT_FILE, CONFIG_FILE = "linkchecker.csv", "linkcheckerrc"

_LAUNCHER = """\
import linkcheck.command.linkchecker as command
if not callable(command.drop_privileges):
    raise SystemExit("LinkChecker drops its rights in another way now.")
command.drop_privileges = lambda: None
command.linkchecker()
"""
"""Starts LinkChecker without its own change of user: as root it would become nobody and, where
nobody may not read Python, silently skip links. The user is set before it starts instead."""

_IMPORT_TEST = "import linkcheck.command.linkchecker, encodings.idna, dns.resolver"
"""What a user must be able to import for LinkChecker not to skip links."""

_CRAWL_CONFIG = "[checking]\nmaxrequestspersecond=1000\ntimeout=30\n[AnchorCheck]\n"

_HOME_VARIABLES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")

_PROXY_VARIABLES = [
    name
    for scheme in ("http_proxy", "https_proxy", "all_proxy")
    for name in (scheme, scheme.upper())
]

RunProcess = Callable[..., "subprocess.CompletedProcess[str]"]


class LinkCheckerError(Exception):
    """LinkChecker could not be run. The message says why."""


@dataclass(frozen=True)
class LinkCheckerRow:
    """One row of the output: a URL as written and as requested, its page and the result."""

    name: str
    url: str
    parent: str
    valid: bool
    result: str
    warning: str

    @property
    def message(self) -> str:
        """The result and the warning on one line."""
        return " ".join(f"{self.result} {self.warning}".split())


@dataclass(frozen=True)
class LinkCheckerTable:
    """The output of LinkChecker. ``as_root`` is whether it had to run as root."""

    rows: tuple[LinkCheckerRow, ...]
    as_root: bool = False


def crawl(
    url: str, folder: Path, python: str, run: RunProcess = subprocess.run, timeout: float = 3600
) -> LinkCheckerTable:
    """Crawl every link below a URL, anchors included. Raises :class:`LinkCheckerError`."""
    return run_linkchecker([url], folder, python, _CRAWL_CONFIG, run=run, timeout=timeout)


def run_linkchecker(
    arguments: Sequence[str],
    folder: Path,
    python: str,
    config: str,
    *,
    proxy: str | None = None,
    run: RunProcess = subprocess.run,
    timeout: float = 3600,
) -> LinkCheckerTable:
    """Run LinkChecker with ``arguments`` and the contents of its configuration file, ``config``.

    ``folder`` is a temporary one, readable by every user. ``timeout`` is in seconds for the whole
    run. Raises :class:`LinkCheckerError`.
    """
    environment = _environment(folder, proxy)
    (folder / CONFIG_FILE).write_text(_with_certificates(config, environment), encoding="utf-8")
    output_file = folder / OUTPUT_FILE
    command = [
        *(python, "-c", _LAUNCHER, "--config", str(folder / CONFIG_FILE)),
        *("--verbose", "--no-status", "--output", "none"),
        *("--file-output", f"csv/utf-8/{output_file}", *arguments),
    ]
    run_as = _unprivileged_user(python, folder, environment, run)
    try:
        completed = run(
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=timeout,
            cwd=folder,
            env=environment,
            **run_as,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise LinkCheckerError(f"LinkChecker could not be run: {error}") from None
    if completed.returncode not in (0, 1) or not output_file.is_file():
        stderr = (completed.stderr or "").strip().splitlines()
        raise LinkCheckerError(
            f"LinkChecker gave up: {stderr[-1] if stderr else completed.returncode}"
        )
    rows = parse_table(output_file.read_text(encoding="utf-8", errors="replace"))
    return LinkCheckerTable(rows, as_root=_is_root() and not run_as)


def parse_table(table: str) -> tuple[LinkCheckerRow, ...]:
    """Parse LinkChecker's CSV output."""
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    return tuple(
        LinkCheckerRow(
            name=row.get("urlname") or "",
            url=row.get("url") or "",
            parent=row.get("parentname") or "",
            valid=row.get("valid") == "True",
            result=row.get("result") or "",
            warning=row.get("warningstring") or "",
        )
        for row in csv.DictReader(lines, delimiter=";")
    )


def _with_certificates(config: str, environment: Mapping[str, str]) -> str:
    """The configuration with the file of SSL_CERT_FILE, which LinkChecker does not read itself."""
    path = environment.get("SSL_CERT_FILE")
    return config.replace("[checking]\n", f"[checking]\nsslverify={path}\n") if path else config


def _environment(folder: Path, proxy: str | None) -> dict[str, str]:
    """Our environment with ``folder`` as home: writable, and without personal settings."""
    environment = {**os.environ, **dict.fromkeys(_HOME_VARIABLES, str(folder))}
    if proxy:
        environment |= dict.fromkeys(_PROXY_VARIABLES, proxy)
        for name in ("no_proxy", "NO_PROXY"):  # these bypass the proxy
            environment.pop(name, None)
    return environment


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _unprivileged_user(
    python: str, folder: Path, environment: Mapping[str, str], run: RunProcess
) -> dict[str, Any]:
    """Arguments to run as nobody if we are root and nobody can import LinkChecker; else empty."""
    if not _is_root():
        return {}
    import pwd  # there is none on Windows

    try:
        nobody = pwd.getpwnam("nobody")
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        os.chown(folder, nobody.pw_uid, -1)
        os.chmod(folder, 0o755)  # noqa: S103 - it contains nothing but URLs of the catalog
        for path in folder.iterdir():
            os.chmod(path, 0o644)
        import_test = run(
            [python, "-c", _IMPORT_TEST],
            capture_output=True,
            check=False,
            timeout=60,
            cwd=folder,
            env=environment,
            **user,
        )
    except (KeyError, OSError, subprocess.SubprocessError):
        return {}
    return user if import_test.returncode == 0 else {}
