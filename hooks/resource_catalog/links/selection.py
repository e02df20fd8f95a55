"""Selection: which links of a catalog a run asks about, each with the place it stands at.

Links are taken as they are written, also from entries that the check of the catalog refuses: an
address that readers could never open is what a link watch is there to say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from resource_catalog import yaml_text
from resource_catalog.documents import SUFFIXES, Document
from resource_catalog.links.ledger import Ledger
from resource_catalog.links.targets import Target
from resource_catalog.load import ENTRIES, Loaded

Git = Callable[..., str | None]
"""Runs git in a folder with some arguments; gives what it prints, None when it fails."""

_Essence = tuple[str, str, str]


class CannotSelect(Exception):
    """What was asked for cannot be found. The message says why."""


def targets(loaded: Loaded) -> list[Target]:
    """Every link of a catalog, in the order of files and lines."""
    found: list[Target] = []
    for entry, document in sorted(loaded.entry_documents.items()):
        found += _of_document(entry, document)
    return found


def of_entries(found: Sequence[Target], entries: Collection[str]) -> list[Target]:
    """The links of some entries. Raises :class:`CannotSelect` for one that is not there."""
    known = {target.entry for target in found}
    for entry in entries:
        if entry not in known:
            raise CannotSelect(f"There is no entry “{entry}” with a link.")
    return [target for target in found if target.entry in entries]


def of_shard(found: Iterable[Target], shard: str) -> list[Target]:
    """The links that fall to part I of N. A host is never split, so its limits hold."""
    number, total = parts_of(shard)
    return [target for target in found if shard_of(target.url, total) == number]


def parts_of(shard: str) -> tuple[int, int]:
    """``2/8`` as numbers. Raises :class:`CannotSelect`."""
    number, _, total = shard.partition("/")
    if number.isdecimal() and total.isdecimal() and 1 <= int(number) <= int(total):
        return int(number), int(total)
    raise CannotSelect(f"“{shard}” is not a shard: write it as 1/4, with numbers from 1.")


def shard_of(url: str, total: int) -> int:
    """The part that an address falls to, the same on every machine."""
    try:
        host = (urlsplit(url.strip()).hostname or url).removeprefix("www.")
    except ValueError:
        host = url
    digest = hashlib.sha256(host.encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big") % total + 1


def changed_since(found: Sequence[Target], folder: Path, ref: str, git: Git) -> list[Target]:
    """The links that the working folder adds or alters against a commit.

    What counts is the state where the branches parted, as in a pull request; an
    entry that was only renamed alters nothing. Raises :class:`CannotSelect`
    where git knows no such commit.
    """
    if ref.startswith("-"):
        raise CannotSelect(f"“{ref}” is not a commit.")
    commit = git(folder, "rev-parse", "--verify", f"{ref}^{{commit}}")
    if commit is None:
        raise CannotSelect(f"git knows no commit “{ref}” here.")
    parted = git(folder, "merge-base", commit.strip(), "HEAD") or commit
    base = parted.strip()
    changed = git(
        folder, "diff", "--relative", "--no-renames", "--name-only", "-z", base, "--", "."
    )
    new = git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    if changed is None or new is None:
        raise CannotSelect(f"git cannot compare this folder with “{ref}”.")
    names = {
        name
        for name in (changed + new).split("\0")
        if name.startswith(f"{ENTRIES}/") and name.endswith(SUFFIXES)
    }
    before: set[_Essence] = set()
    for name in names:
        before.update(_essences(name, git(folder, "show", f"{base}:./{name}") or ""))
    entries = {Path(name).stem for name in names}
    return [t for t in found if t.entry in entries and _essence(t) not in before]


def from_list(text: str, file: str) -> list[Target]:
    """Addresses that are in no entry yet: one a line, or a JSON list of ``{"url", "title"}``.

    Raises :class:`CannotSelect` when it is neither.
    """
    if text.lstrip().startswith(("[", "{")):
        try:
            data = json.loads(text)
            if not isinstance(data, list):
                raise ValueError("it holds one thing and no list")
            return [_from_item(item, number, file) for number, item in enumerate(data, start=1)]
        except (ValueError, RecursionError) as error:
            raise CannotSelect(f"{file} is not a JSON list of addresses: {error}.") from None
    lines = enumerate(text.splitlines(), start=1)
    return [
        Target(url=line.strip(), file=file, line=number)
        for number, line in lines
        if line.strip() and not line.lstrip().startswith("#")
    ]


def with_memory(found: Iterable[Target], ledger: Ledger) -> Iterator[Target]:
    """The targets with the title and type that the ledger knows their pages by."""
    for target in found:
        record = ledger.links.get(target.url)
        if record is None:
            yield target
        else:
            yield replace(target, known_title=record.title, known_type=record.content_type)


def _from_item(item: Any, number: int, file: str) -> Target:
    if isinstance(item, str):
        item = {"url": item}
    if not isinstance(item, dict) or not isinstance(item.get("url"), str):
        raise ValueError(f"item {number} has no “url”")
    given = {key: _whole(str(value)) for key, value in item.items() if value is not None}
    return Target(
        url=given["url"],
        title=given.get("title", ""),
        entry=given.get("entry", ""),
        file=file,
        access=given.get("access", "open"),
        format=given.get("format", "html"),
    )


def _whole(text: str) -> str:
    """The text without halves of letters, which JSON can hold but no file can."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _of_document(entry: str, document: Document) -> Iterator[Target]:
    title, access = _text(document.data.get("title")), _text(document.data.get("access"))
    links = document.data.get("links")
    for index, link in enumerate(links if isinstance(links, list) else []):
        url = _text(link.get("url")) if isinstance(link, dict) else ""
        if not url:
            continue
        place = document.where(("links", index, "url")).rsplit(":", 2)
        yield Target(
            url=url,
            title="" if link.get("role") == "landing" else title,
            entry=entry,
            file=document.file,
            line=int(place[1]),
            access=access or "open",
            format=_text(link.get("format")) or "html",
        )


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _essence(target: Target) -> _Essence:
    return target.url, target.format, target.access


def _essences(name: str, text: str) -> Iterator[_Essence]:
    data, _ = yaml_text.parse(text.removeprefix("\ufeff"))
    if isinstance(data, Mapping):
        yield from map(_essence, _of_document(name, Document(name, text, dict(data))))
