"""The second witness: LinkChecker's word on the same links, noted beside ours.

It runs as a program of its own over a generated sheet of links; it is GPL and never imported here.
Its exit status says little (1 on a mere warning), so its own table is read.
"""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

SHEET, TABLE, RULES = "links.html", "linkchecker.csv", "linkcheckerrc"

_UNPRIVILEGED = """\
import linkcheck.command.linkchecker as command
if not callable(command.drop_privileges):
    raise SystemExit("LinkChecker drops its rights in another way now.")
command.drop_privileges = lambda: None
command.linkchecker()
"""
"""LinkChecker as whoever starts it: as root it would become nobody and, where nobody may not read
Python, silently skip links. Here the user is chosen before it starts."""

_AGREE = {"ok": True, "moved": True, "fragment": True, "dead": False}
"""Whether LinkChecker should call a link valid that has this verdict; of others it cannot judge."""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


class NoWitness(Exception):
    """LinkChecker could not be heard. The message says why."""


@dataclass(frozen=True)
class Testimony:
    """What LinkChecker says of one address."""

    valid: bool
    words: str


def sheet(urls: Iterable[str]) -> str:
    """A page with a link to each address."""
    items = "\n".join(f'<li><a href="{escape(u)}">{escape(u)}</a></li>' for u in urls)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Links</title></head>\n'
        f"<body><ul>\n{items}\n</ul></body></html>\n"
    )


def read(table: str) -> dict[str, Testimony]:
    """LinkChecker's table by address as it stood on the sheet."""
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    found = {}
    for row in csv.DictReader(lines, delimiter=";"):
        words = " ".join(f"{row.get('result', '')} {row.get('warningstring', '')}".split())
        found[row.get("urlname") or row.get("url") or ""] = Testimony(
            row.get("valid") == "True", words
        )
    return found


def disagreement(verdict: str, testimony: Testimony | None) -> str:
    """What LinkChecker says when it is not what we say; nothing when they agree."""
    expected = _AGREE.get(verdict)
    if testimony is None or expected is None or testimony.valid is expected:
        return ""
    said = testimony.words or "no reason given"
    return f"LinkChecker finds it {'fine' if testimony.valid else 'broken'}: {said}"[:200]


def ask(
    urls: Sequence[str],
    folder: Path,
    python: str,
    run: Run = subprocess.run,
    *,
    proxy: str | None = None,
    timeout: float = 20,
    limit: float = 3600,
) -> Mapping[str, Testimony]:
    """Let LinkChecker look at addresses. ``folder`` is an empty one to work in.

    Give it no address that our own guard refused: it has no guard. Raises
    :class:`NoWitness`.
    """
    (folder / SHEET).write_text(sheet(urls), encoding="utf-8")
    (folder / RULES).write_text(
        f"[checking]\nmaxrequestspersecond=10\ntimeout={max(1, round(timeout))}\n"
        "recursionlevel=1\n[filtering]\ncheckextern=1\n",
        encoding="utf-8",
    )
    table = folder / TABLE
    environment = dict(os.environ)
    if proxy:
        environment |= dict.fromkeys(["http_proxy", "https_proxy"], proxy)
        environment.pop("no_proxy", None)
    command = [
        *(python, "-c", _UNPRIVILEGED, "--config", str(folder / RULES)),
        *("-r1", "--check-extern", "--verbose", "--no-status", "--output", "none"),
        *("--file-output", f"csv/utf-8/{table}", (folder / SHEET).as_uri()),
    ]
    user = _ordinary_user(python, folder, run)
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
            **({"user": user, "group": user, "extra_groups": []} if user is not None else {}),
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NoWitness(f"LinkChecker could not be run: {error}") from None
    if done.returncode not in (0, 1) or not table.is_file():
        said = (done.stderr or "").strip().splitlines()
        raise NoWitness(f"LinkChecker gave up: {said[-1] if said else done.returncode}")
    found = read(table.read_text(encoding="utf-8", errors="replace"))
    missing = [url for url in urls if url not in found]
    if missing and len(missing) == len(urls):
        raise NoWitness("LinkChecker looked at none of the links.")
    return found


def _ordinary_user(python: str, folder: Path, run: Run) -> int | None:
    """The number of the user nobody, when we are root and nobody can run Python; else None."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import pwd  # there is none on Windows

    try:
        nobody = pwd.getpwnam("nobody").pw_uid
        os.chown(folder, nobody, -1)
        os.chmod(folder, 0o755)  # noqa: S103 - nothing but addresses from the catalog lies there
        for name in (SHEET, RULES):
            os.chmod(folder / name, 0o644)
        able = run(
            [python, "-c", "import linkcheck.command.linkchecker, encodings.idna, dns.resolver"],
            capture_output=True,
            check=False,
            timeout=60,
            cwd=folder,
            user=nobody,
            group=nobody,
            extra_groups=[],
        )
    except (KeyError, OSError, subprocess.SubprocessError):
        return None
    return nobody if able.returncode == 0 else None
