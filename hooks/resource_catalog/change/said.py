"""Said: the findings of a change as the Markdown of a comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resource_catalog.change.findings import Altered, Card, Findings, LinkState, Row
from resource_catalog.safe_markdown import code, plain

MOST_CARDS = 20
MOST_LINES = 40
LONGEST = 60_000
"""GitHub takes comments of 65,536 letters."""


def said(findings: Findings, closing: str = "") -> str:
    """The whole comment. ``closing`` is Markdown of our own, put last."""
    parts = ["### What this changes"]
    for part in _parts(findings):
        if sum(map(len, parts)) + len(part) > LONGEST:
            parts.append("There is more than a comment can hold; the rest is left out.")
            break
        parts.append(part)
    return "\n\n".join([*parts, *([closing] if closing else [])]) + "\n"


def _parts(findings: Findings) -> Iterator[str]:
    if findings.problems:
        yield (
            "The catalog has problems, so the site cannot be built. The check says where they are "
            "and what would be right:"
        )
        yield _list([plain(problem, 600) for problem in findings.problems])
        return
    yield _summary(findings)
    if findings.pages.gone:
        yield _headed(
            "Addresses that would vanish",
            "Each of these worked until now. Say in `aliases` of the entry that takes its place, "
            "or in `redirects.yml`, where it leads.",
            _list([code(f"/{path}") for path in findings.pages.gone]),
        )
    if findings.removed:
        removed = [f"{plain(e.title)} {code(e.id)}: {plain(e.about)}" for e in findings.removed]
        yield _headed("Taken out", _list(removed))
    if findings.packs:
        packs = [f"{plain(e.title)} {code(e.id)}: {plain(e.about)}" for e in findings.packs]
        yield _headed("Packs", _list(packs))
    if findings.likely:
        likely = [
            f"{code(one.id)} and {code(one.other)} ({plain(one.title)}): {plain(one.why)}"
            for one in findings.likely
        ]
        yield _headed("Perhaps it is there already", _list(likely))
    if findings.links:
        yield _headed("New links", _links(findings.links))
    yield from _entries(findings)
    if _changes(findings.matrix):
        yield _headed("Phases and stages", _matrix(findings.stages, findings.matrix))
    yield from _pages(findings)


def _summary(findings: Findings) -> str:
    counts = [
        (findings.new_count, "new"),
        (findings.altered_count, "changed"),
        (len(findings.removed), "taken out"),
    ]
    entries = ", ".join(f"{number} {what}" for number, what in counts if number)
    pages = findings.pages
    words = f"**Resources: {entries or 'none changed'}.**"
    if not findings.compared:
        words += " There is no earlier state to compare with, so all of them count as new."
    elif pages.new_count or pages.altered_count:
        words += f" Pages: {pages.new_count} new, {pages.altered_count} changed."
    if findings.links is None and findings.new_count + findings.altered_count:
        words += " The links were not asked."
    return words


def _entries(findings: Findings) -> Iterator[str]:
    cards = [(_card(card), "New") for card in findings.new]
    cards += [(_altered(one), "Changed") for one in findings.altered]
    heading = ""
    for text, kind in cards[:MOST_CARDS]:
        yield text if kind == heading else _headed(kind, text)
        heading = kind
    total = findings.new_count + findings.altered_count
    if total > MOST_CARDS:
        yield f"… and {total - MOST_CARDS} more resources."


def _card(card: Card) -> str:
    lines = [
        f"**{plain(card.title)}** · {plain(card.type)} · {code(card.id)}",
        plain(card.summary, 2000),
    ]
    if card.use:
        lines.append(f"*How to use it:* {plain(card.use, 2000)}")
    facts = [*card.facts, *card.terms]
    if facts:
        lines.append(" · ".join(plain(fact) for fact in facts))
    lines += [code(url, 2000) for url in card.urls[:10]]
    return "\n>\n".join(f"> {line}" for line in lines)


def _altered(one: Altered) -> str:
    rows = [
        f"| {plain(d.key)} | {plain(d.before, 600)} | {plain(d.after, 600)} |"
        for d in one.differences[:MOST_LINES]
    ]
    head = f"**{plain(one.card.title)}** · {code(one.card.id)}"
    return "\n".join([head, "", "| | before | now |", "|---|---|---|", *rows])


def _links(links: Sequence[LinkState]) -> str:
    # What needs a look comes first.
    ordered = sorted(links, key=lambda link: link.verdict == "ok")
    rows = [
        f"| {plain(link.verdict)} | {code(link.url, 400)} | {plain(link.reason)} |"
        for link in ordered[:MOST_LINES]
    ]
    return "\n".join(["| state | address | |", "|---|---|---|", *rows])


def _changes(matrix: Sequence[Row]) -> bool:
    return any(row.before != row.after for row in matrix)


def _matrix(stages: Sequence[str], matrix: Sequence[Row]) -> str:
    def cell(before: int, after: int) -> str:
        return str(after) if before == after else f"{before} → **{after}**"

    head = [
        f"| | {' | '.join(plain(stage) for stage in stages)} |",
        "|---" * (len(stages) + 1) + "|",
    ]
    rows = [
        f"| {plain(row.label)} | "
        + " | ".join(cell(was, now) for was, now in zip(row.before, row.after, strict=False))
        + " |"
        for row in matrix
    ]
    return "\n".join([*head, *rows])


def _pages(findings: Findings) -> Iterator[str]:
    for what, paths, number in (
        ("new", findings.pages.new, findings.pages.new_count),
        ("changed", findings.pages.altered, findings.pages.altered_count),
    ):
        if paths:
            some = "page" if number == 1 else "pages"
            items = _list([code(f"/{path}") for path in paths], number)
            yield f"<details><summary>{number} {some} {what}</summary>\n\n{items}\n\n</details>"


def _headed(heading: str, *parts: str) -> str:
    return "\n\n".join([f"#### {heading}", *parts])


def _list(items: Sequence[str], total: int | None = None) -> str:
    left = max(total or 0, len(items)) - MOST_LINES
    more = [f"and {left} more"] if left > 0 else []
    return "\n".join(f"- {item}" for item in [*items[:MOST_LINES], *more])
