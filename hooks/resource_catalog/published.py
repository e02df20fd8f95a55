"""Published addresses: which ones a built site has, and which of those it once had are gone.

``addresses.txt`` lies in the catalog, since another catalog has other
addresses. What it names once works for ever: as a page, as a file, or as a
stub that leads on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

from resource_catalog.load import COLLECTIONS, ENTRIES
from resource_catalog.problems import printable
from resource_catalog.suggestions import closest

FILE = "addresses.txt"

HEAD = """\
# Addresses that this site has published, from its root. Each of them works for ever.
# A program adds new ones; scripts/check_addresses.py says what to do when one is gone.
"""

_LEFT_OUT = re.compile(
    r"(?:assets|search)/.*"  # named after their content, so each new version has a new name
    r"|(?:.*/)?page-\d+/"  # where a long list is cut changes with every entry
    r"|.*\.[0-9a-f]{8,}\.\w+"
    r"|404\.html|sitemap\.xml\.gz"
)
_REFRESH = re.compile(rb"""<meta http-equiv="refresh" content="0; url=([^"]+)">""")
_STUB_LENGTH = 4096
_OWN_FILE = re.compile(r"(resources|collections)/([^/]+)/")
_FOLDERS = {"resources": ENTRIES, "collections": COLLECTIONS}


@dataclass(frozen=True)
class Gone:
    """A published address that leads nowhere now. ``line`` is its line in the list."""

    address: str
    line: int
    message: str
    hint: str


def parse(text: str) -> Mapping[str, int]:
    """The addresses in a list, each with its line; empty lines and comments are left out."""
    lines = ((line.strip(), number) for number, line in enumerate(text.splitlines(), start=1))
    return {line: number for line, number in lines if line and not line.startswith("#")}


def as_text(addresses: Collection[str]) -> str:
    """A list of addresses, in order, so that two branches seldom change the same line."""
    return HEAD + "".join(f"{address}\n" for address in sorted(set(addresses)))


def is_meant_to_last(address: str) -> bool:
    """Whether an address of a built site is one that people and programs may keep."""
    return not _LEFT_OUT.fullmatch(address)


def addresses_of(site: Path) -> frozenset[str]:
    """The addresses of a built site that are meant to last; its home is ``/``."""
    found = set()
    for path in site.rglob("*"):
        if path.is_file():
            place = path.relative_to(site).as_posix()
            address = place.removesuffix("index.html") if path.name == "index.html" else place
            if is_meant_to_last(address):
                found.add(address or "/")
    return frozenset(found)


def gone(known: Mapping[str, int], site: Path, catalog: Path) -> Iterator[Gone]:
    """The known addresses that a built site does not have, with what mends each.

    ``catalog`` is the folder in which renamed files are looked for.
    """
    for address, line in known.items():
        shown = printable(f"/{address.lstrip('/')}")
        if not _file(site, address).is_file():
            message = f"{shown} was published and is not there any more."
            yield Gone(address, line, message, _mend(address, catalog))
        elif end := _dead_end(site, address):
            message = f"{shown} leads to {printable(end)}."
            yield Gone(address, line, message, "Let it lead to a page that is there.")


def _file(site: Path, address: str) -> Path:
    path = site / unquote(address).lstrip("/")
    return path / "index.html" if address.endswith("/") else path


def _dead_end(site: Path, address: str) -> str:
    """Where the stubs that begin at an address lead when no page is there; else nothing."""
    way = {address}
    while target := _refresh(_file(site, address)):
        address = urljoin(f"/{address.lstrip('/')}", target).removeprefix("/") or "/"
        if address in way:
            return f"/{address.lstrip('/')} again and again"
        if not _file(site, address).is_file():
            return f"/{address.lstrip('/')}, where nothing is"
        way.add(address)
    return ""


def _refresh(path: Path) -> str:
    if path.name != "index.html":
        return ""
    with path.open("rb") as stream:
        found = _REFRESH.search(stream.read(_STUB_LENGTH))
    return found[1].decode("utf-8", "replace") if found else ""


def _mend(address: str, catalog: Path) -> str:
    """What to do about an address that is gone, in words that can be followed as they stand."""
    if own := _OWN_FILE.fullmatch(address):
        folder, old = _FOLDERS[own[1]], own[2]
        likely = closest(old, (path.stem for path in (catalog / folder).rglob("*.y*ml")))
        where = f"{folder}/{likely}.yml" if likely else "the file that has taken its place"
        words = f"Was it renamed? Then write “aliases: [{old}]” in {where}."
        if folder == COLLECTIONS:
            return f"{words} If not, bring {folder}/{old}.yml back."
        return (
            f"{words} Is it no longer recommended? Then bring {folder}/{old}.yml back and write "
            "“retired: {on: a day, why: a reason}” there."
        )
    if address.endswith("/"):
        return (
            "Bring the page back, or say in redirects.yml where it is now: under “moved:”, a line "
            f"“- old: {address}” and below it “new: ” with the address of a page that is there."
        )
    return (
        "Programs fetch this file, and a file cannot lead on to another: bring it back. Only when "
        f"nobody can be using it, take its line out of {FILE}."
    )
