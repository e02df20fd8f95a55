"""Select the links to check: all of a catalog, some entries, a shard, changes, or a URL list.

Links are read as written, also from entries with problems: an invalid URL is a broken link too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from resource_catalog.links.target import PageMemory, Target
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.own_pages.page_contents import read_page
from resource_catalog.loading.own_pages.page_files import PAGES, markdown_pages
from resource_catalog.loading.own_pages.page_link_checks import outside_links
from resource_catalog.loading.record_folder import SUFFIXES
from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.yaml_file import Document, display_path
from resource_catalog.model.ledger.link_ledger import Ledger
from resource_catalog.model.markdown.parsed_body import parse_body
from resource_catalog.model.messages import _

RunGit = Callable[..., str | None]
"""Runs git in a folder with arguments; returns its output, None if it fails."""

_LinkKey = tuple[str, str, str]

_WATCHED = (*SUFFIXES, ".md")
"""How the names of files end that have links."""


class SelectionError(Exception):
    """The links to check cannot be selected. The message says why."""


def all_targets(loaded: LoadedCatalog) -> list[Target]:
    """Every link of a catalog, by file and line."""
    targets: list[Target] = []
    own = [known.name for known in loaded.catalog.identity.fields if known.kind == "link"]
    for entry, document in sorted(loaded.entry_documents.items()):
        targets += _document_targets(entry, document, own)
    return targets + page_targets(loaded.folder)


def page_targets(folder: Path) -> list[Target]:
    """Every link to another site on the hand-written pages of a catalog, by file and line."""
    targets: list[Target] = []
    for path in markdown_pages(folder):
        text, _problems = read_page(path)
        targets += _text_targets(display_path(path), text or "")
    return sorted(targets, key=lambda target: (target.file, target.line))


def select_entries(targets: Sequence[Target], entries: Collection[str]) -> list[Target]:
    """The targets in some entries. Raises :class:`SelectionError` for an unknown id."""
    known = {target.entry for target in targets}
    for entry in entries:
        if entry not in known:
            raise SelectionError(_("There is no entry “%(entry)s” with a link.", entry=entry))
    return [target for target in targets if target.entry in entries]


def select_shard(targets: Iterable[Target], shard: str) -> list[Target]:
    """The targets in shard ``I/N``. All URLs of a host are in one shard, so rate limits hold."""
    number, total = parse_shard(shard)
    return [target for target in targets if shard_of(target.url, total) == number]


def parse_shard(shard: str) -> tuple[int, int]:
    """Parse a shard such as ``2/8``. Raises :class:`SelectionError`."""
    number, _slash, total = shard.partition("/")
    if number.isdecimal() and total.isdecimal() and 1 <= int(number) <= int(total):
        return int(number), int(total)
    raise SelectionError(
        _("“%(shard)s” is not a shard: write it as 1/4, with numbers from 1.", shard=shard)
    )


def shard_of(url: str, total: int) -> int:
    """The number of the shard of a URL, from 1, by a hash of its host."""
    try:
        host = (urlsplit(url.strip()).hostname or url).removeprefix("www.")
    except ValueError:
        host = url
    digest = hashlib.sha256(host.encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big") % total + 1


def select_changed(targets: Sequence[Target], folder: Path, ref: str, git: RunGit) -> list[Target]:
    """The targets that were added or changed since a commit, in the working tree.

    Compares with the merge base, as a pull request does; renaming an entry is not a change.
    Raises :class:`SelectionError` if git does not know the commit.
    """
    if ref.startswith("-"):
        raise SelectionError(_("“%(ref)s” is not a commit.", ref=ref))
    commit = git(folder, "rev-parse", "--verify", f"{ref}^{{commit}}")
    if commit is None:
        raise SelectionError(_("git knows no commit “%(ref)s” here.", ref=ref))
    merge_base = git(folder, "merge-base", commit.strip(), "HEAD") or commit
    base = merge_base.strip()
    changed = git(
        folder, "diff", "--relative", "--no-renames", "--name-only", "-z", base, "--", "."
    )
    untracked = git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    if changed is None or untracked is None:
        raise SelectionError(_("git cannot compare this folder with “%(ref)s”.", ref=ref))
    names = {name for name in (changed + untracked).split("\0") if name.endswith(_WATCHED)}
    entries = {name for name in names if name.startswith(f"{ENTRIES}/")}
    pages = {name for name in names if name.startswith(f"{PAGES}/")}
    before: set[_LinkKey] = set()
    for name in entries | pages:
        before.update(_link_keys(name, git(folder, "show", f"{base}:./{name}") or ""))
    ids = {Path(name).stem for name in entries}
    files = {display_path(folder / name) for name in pages}
    return [
        target
        for target in targets
        if (target.entry in ids if target.entry else target.file in files)
        and _link_key(target) not in before
    ]


def parse_url_list(text: str, file: str) -> list[Target]:
    """Parse URLs that are in no entry: one per line, or a JSON list of ``{"url", "title"}``.

    ``file`` is the name for messages. Raises :class:`SelectionError` for invalid JSON.
    """
    if text.lstrip().startswith(("[", "{")):
        try:
            data = json.loads(text)
            if not isinstance(data, list):
                raise ValueError(_("it is not a list"))
            return [_parse_item(item, number, file) for number, item in enumerate(data, start=1)]
        except (ValueError, RecursionError) as error:
            raise SelectionError(
                _("%(file)s is not a JSON list of addresses: %(reason)s.", file=file, reason=error)
            ) from None
    lines = enumerate(text.splitlines(), start=1)
    return [
        Target(url=line.strip(), file=file, line=number)
        for number, line in lines
        if line.strip() and not line.lstrip().startswith("#")
    ]


def with_known_facts(targets: Iterable[Target], ledger: Ledger) -> Iterator[Target]:
    """The targets with what the ledger knows of their pages."""
    for target in targets:
        record = ledger.links.get(target.url)
        if record is None:
            yield target
        else:
            yield replace(
                target,
                known_title=record.title,
                known_type=record.content_type,
                memory=PageMemory.of(record),
            )


def _parse_item(item: Any, number: int, file: str) -> Target:
    if isinstance(item, str):
        item = {"url": item}
    if not isinstance(item, dict) or not isinstance(item.get("url"), str):
        raise ValueError(_("item %(number)s has no “%(key)s”", number=number, key="url"))
    given = {
        key: _without_surrogates(str(value)) for key, value in item.items() if value is not None
    }
    return Target(
        url=given["url"],
        title=given.get("title", ""),
        entry=given.get("entry", ""),
        file=file,
        access=given.get("access", ""),
        format=given.get("format", "html"),
    )


def _without_surrogates(text: str) -> str:
    """Replace lone surrogates, which JSON allows but UTF-8 does not."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _document_targets(entry: str, document: Document, own: Iterable[str] = ()) -> Iterator[Target]:
    """The links of an entry, those in its body, and those under keys of the catalog's ``own``."""
    title, access = _stripped(document.data.get("title")), _stripped(document.data.get("access"))
    links, authors = document.data.get("links"), document.data.get("authors")
    for index, link in enumerate(links if isinstance(links, list) else []):
        url = _stripped(link.get("url")) if isinstance(link, dict) else ""
        if not url:
            continue
        former = link.get("formerly")
        place = document.where(("links", index, "url")).rsplit(":", 2)
        yield Target(
            url=url,
            title="" if link.get("role") == "landing" else title,
            entry=entry,
            file=document.file,
            line=int(place[1]),
            access=access,
            format=_stripped(link.get("format")) or "html",
            summary=_stripped(document.data.get("summary")),
            former=tuple(map(_stripped, former if isinstance(former, list) else ())),
            authors=tuple(map(_stripped, authors if isinstance(authors, list) else ())),
        )

    seen = {link.get("url") for link in links or () if isinstance(link, dict)} if links else set()
    body = _stripped(document.data.get("body"))
    places = [("body", url) for url in (parse_body(body).urls if body else ())]
    places += [(key, url) for key in own if (url := _stripped(document.data.get(key)))]
    for key, url in places:
        if url not in seen and url.startswith(("http://", "https://")):
            seen.add(url)
            line = int(document.where((key,)).rsplit(":", 2)[1])
            yield Target(url=url, entry=entry, file=document.file, line=line)


def _stripped(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _link_key(target: Target) -> _LinkKey:
    return target.url, target.format, target.access


def _text_targets(file: str, text: str) -> Iterator[Target]:
    return (Target(url=url, file=file, line=line) for url, line in outside_links(text))


def _link_keys(name: str, text: str) -> Iterator[_LinkKey]:
    if name.endswith(".md"):
        yield from map(_link_key, _text_targets(name, text))
        return
    data, _problems = parser.parse(text.removeprefix("\ufeff"))
    if isinstance(data, Mapping):
        yield from map(_link_key, _document_targets(name, Document(name, text, dict(data))))
