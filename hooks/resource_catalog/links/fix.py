"""Fixing: new addresses put into entries where links have moved for good.

Only the address itself and the note of the old one are spliced into the text; comments, order,
quotes and line ends stay as they were typed. A text that does not come out exactly as meant when
it is read again is left alone.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Collection, Iterator, Mapping

from resource_catalog import urls, yaml_text
from resource_catalog.links.ledger import Ledger, LinkRecord
from resource_catalog.links.targets import Finding, Target
from resource_catalog.yaml_spans import Span, Unreadable, spans
from resource_catalog.yaml_text import Path

RUNS = 2
"""In so many runs the same target must have been found."""

KEPT = "formerly"
_PLAIN = re.compile(r"[A-Za-z0-9][^\s,\[\]{}#&*!|>'\"%@`]*")
_BYTE_ORDER_MARK = "\ufeff"


def candidates(
    targets: Collection[Target], ledger: Ledger, taken: Collection[str]
) -> Iterator[tuple[Target, str]]:
    """The links that may be rewritten, with their new addresses, before these are looked at.

    ``taken`` are the keys of all addresses in the catalog: two links never
    become the same.
    """
    for target in targets:
        record = ledger.links.get(target.url)
        if record is None or record.last_verdict != "moved" or record.target_runs < RUNS:
            continue
        new = record.target
        key = urls.same_address_key(new) if not urls.why_not_followable(new) else ""
        if key and (key not in taken or key == urls.same_address_key(target.url)):
            yield target, new


def is_intact(finding: Finding, record: LinkRecord) -> bool:
    """Whether the new address is alive and shows what the old one did."""
    if finding.verdict != "ok":
        return False
    kind = finding.content_type.partition(";")[0].strip().lower()
    if record.content_type and kind and kind != record.content_type:
        return False
    seen, known = (_plain_title(title) for title in (finding.title, record.title))
    return seen == known if known else True


def rewritten(text: str, changes: Mapping[str, str]) -> str | None:
    """The text of an entry with new addresses for old ones, each old one noted as ``formerly``.

    None when the text cannot be changed without touching anything else.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    body = text.removeprefix(mark)
    before, faults = yaml_text.parse(body)
    if faults or not isinstance(before, dict) or not isinstance(before.get("links"), list):
        return None
    try:
        nodes = spans(body).values
    except Unreadable:
        return None
    wanted = copy.deepcopy(before)
    splices: list[tuple[int, int, str]] = []
    for index, link in enumerate(wanted["links"]):
        old = link.get("url") if isinstance(link, dict) else None
        if not isinstance(old, str) or old not in changes:
            continue
        link["url"] = changes[old]
        link[KEPT] = [*(link.get(KEPT) or []), old]
        here: Path = ("links", index)
        if (*here, "url") not in nodes or here not in nodes:
            return None
        splices.append(_address(body, nodes[(*here, "url")], old, changes[old]))
        splices.append(_note(body, nodes, here, old))
    for start, end, new in sorted(splices, reverse=True):
        body = body[:start] + new + body[end:]
    after, faults = yaml_text.parse(body)
    return mark + body if after == wanted and not faults else None


def _address(text: str, node: Span, old: str, new: str) -> tuple[int, int, str]:
    """The splice that changes an address, keeping the way it is quoted."""
    written = text[node.start : node.end]
    if written.count(old) == 1 and _fits(new, node):
        start = node.start + written.index(old)
        return start, start + len(old), new
    return node.start, node.end, json.dumps(new, ensure_ascii=False)


def _fits(new: str, node: Span) -> bool:
    """Whether an address can stand where the old one stood without quotes of its own."""
    if node.style in ("'", '"'):
        return not set(new) & {"'", '"', "\\"}
    if node.style in ("|", ">"):
        return True
    return ": " not in new and " #" not in new and not (node.flow and set(new) & set(",[]{}"))


def _note(text: str, nodes: Mapping[Path, Span], link: Path, old: str) -> tuple[int, int, str]:
    """The splice that notes the old address."""
    item = old if _PLAIN.fullmatch(old) else json.dumps(old, ensure_ascii=False)
    url, kept = nodes[(*link, "url")], nodes.get((*link, KEPT))
    if kept is not None and kept.flow:
        return kept.last, kept.last, f", {item}" if kept.last > kept.start + 1 else item
    if kept is not None:
        place = _line_end(text, kept.last)
        return place, place, f"{_newline(text)}{' ' * kept.column}- {item}"
    if nodes[link].flow:
        return url.end, url.end, f", {KEPT}: [{item}]"
    if url.style in ("|", ">"):
        place = url.end  # a block ends behind its own line break
        lead, tail = ("", _newline(text)) if text[:place].endswith("\n") else (_newline(text), "")
    else:
        place, lead, tail = _line_end(text, url.end), _newline(text), ""
    return place, place, f"{lead}{' ' * nodes[link].column}{KEPT}: [{item}]{tail}"


def _line_end(text: str, place: int) -> int:
    """Where the line of a place ends, a comment on it included, before the line break."""
    found = re.compile(r"[^\r\n]*").match(text, place)
    return found.end() if found else place


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _plain_title(title: str) -> str:
    return re.sub(r"[\W_]+", " ", title.casefold()).strip()
