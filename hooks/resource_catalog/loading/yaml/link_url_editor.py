"""Change the URLs of links in the YAML of an entry, noting the old ones.

Only the URL and the ``formerly`` note are edited in the text; comments, order, quotes and line
endings are preserved. If the result does not parse to exactly the expected data, it is discarded.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping

from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.spans import Span, UnreadableYamlError, spans

FORMERLY = "formerly"
_UNQUOTED = re.compile(r"[A-Za-z0-9][^\s,\[\]{}#&*!|>'\"%@`]*")
_BOM = "\ufeff"


def rewrite_urls(text: str, changes: Mapping[str, str], *, note_old: bool = True) -> str | None:
    """The YAML of an entry with old URLs replaced by new ones and added to ``formerly``.

    Without ``note_old``, nothing is added.
    None if the text cannot be edited without changing anything else.
    """
    bom = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(bom)
    data, problems = parser.parse(body)
    if problems or not isinstance(data, dict) or not isinstance(data.get("links"), list):
        return None
    try:
        nodes = spans(body).values
    except UnreadableYamlError:
        return None
    expected = copy.deepcopy(data)
    edits: list[tuple[int, int, str]] = []
    for index, link in enumerate(expected["links"]):
        old = link.get("url") if isinstance(link, dict) else None
        if not isinstance(old, str) or old not in changes:
            continue
        link["url"] = changes[old]
        if note_old:
            link[FORMERLY] = [*(link.get(FORMERLY) or []), old]
        link_path: YamlPath = ("links", index)
        if (*link_path, "url") not in nodes or link_path not in nodes:
            return None
        edits.append(_url_edit(body, nodes[(*link_path, "url")], old, changes[old]))
        if note_old:
            edits.append(_formerly_edit(body, nodes, link_path, old))
    for start, end, new in sorted(edits, reverse=True):
        body = body[:start] + new + body[end:]
    result, problems = parser.parse(body)
    return bom + body if result == expected and not problems else None


def _url_edit(text: str, node: Span, old: str, new: str) -> tuple[int, int, str]:
    """The edit (start, end, text) that replaces a URL, keeping its quoting style."""
    source = text[node.start : node.end]
    if source.count(old) == 1 and _fits_in_place(new, node):
        start = node.start + source.index(old)
        return start, start + len(old), new
    return node.start, node.end, json.dumps(new, ensure_ascii=False)


def _fits_in_place(new: str, node: Span) -> bool:
    """Whether a URL can replace the old one in its quoting style."""
    if node.style in ("'", '"'):
        return not set(new) & {"'", '"', "\\"}
    if node.style in ("|", ">"):
        return True
    return ": " not in new and " #" not in new and not (node.flow and set(new) & set(",[]{}"))


def _formerly_edit(
    text: str, nodes: Mapping[YamlPath, Span], link: YamlPath, old: str
) -> tuple[int, int, str]:
    """The edit (start, end, text) that adds the old URL to ``formerly``."""
    item = old if _UNQUOTED.fullmatch(old) else json.dumps(old, ensure_ascii=False)
    url, formerly = nodes[(*link, "url")], nodes.get((*link, FORMERLY))
    if formerly is not None and formerly.flow:
        return (
            formerly.last,
            formerly.last,
            f", {item}" if formerly.last > formerly.start + 1 else item,
        )
    if formerly is not None:
        position = _line_end(text, formerly.last)
        return position, position, f"{_newline(text)}{' ' * formerly.column}- {item}"
    if nodes[link].flow:
        return url.end, url.end, f", {FORMERLY}: [{item}]"
    if url.style in ("|", ">"):
        position = url.end  # a block scalar includes its line break
        lead, tail = (
            ("", _newline(text)) if text[:position].endswith("\n") else (_newline(text), "")
        )
    else:
        position, lead, tail = _line_end(text, url.end), _newline(text), ""
    return position, position, f"{lead}{' ' * nodes[link].column}{FORMERLY}: [{item}]{tail}"


def _line_end(text: str, position: int) -> int:
    """The end of the line at a position, comments included, before the line break."""
    found = re.compile(r"[^\r\n]*").match(text, position)
    return found.end() if found else position


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
