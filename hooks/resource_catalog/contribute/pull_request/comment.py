"""Format the findings about a change as the Markdown of a pull request comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resource_catalog.contribute.pull_request.findings import (
    ChangedEntry,
    ChangeFindings,
    EntryCard,
    LinkState,
    MatrixRow,
)
from resource_catalog.contribute.safe_markdown import code_span, escape

MAX_CARDS = 20
MAX_LINES = 40
MAX_LENGTH = 60_000
"""GitHub accepts comments of up to 65,536 characters."""


def format_comment(findings: ChangeFindings, closing: str = "") -> str:
    """The whole comment. ``closing`` is trusted Markdown for its end."""
    sections = ["### What this changes"]
    for section in _sections(findings):
        if sum(map(len, sections)) + len(section) > MAX_LENGTH:
            sections.append("There is more than a comment can hold; the rest is left out.")
            break
        sections.append(section)
    return "\n\n".join([*sections, *([closing] if closing else [])]) + "\n"


def _sections(findings: ChangeFindings) -> Iterator[str]:
    if findings.problems:
        yield (
            "The catalog has problems, so the site cannot be built. The check says where they are "
            "and what would be right:"
        )
        yield _bullet_list([escape(problem, 600) for problem in findings.problems])
        return
    yield _format_summary(findings)
    if findings.pages.gone:
        yield _section(
            "Addresses that would vanish",
            "Each of these worked until now. Say in `aliases` of the entry that takes its place, "
            "or in `redirects.yml`, where it leads.",
            _bullet_list([code_span(f"/{path}") for path in findings.pages.gone]),
        )
    if findings.removed:
        removed = [
            f"{escape(e.title)} {code_span(e.id)}: {escape(e.about)}" for e in findings.removed
        ]
        yield _section("Taken out", _bullet_list(removed))
    if findings.packs:
        packs = [f"{escape(e.title)} {code_span(e.id)}: {escape(e.about)}" for e in findings.packs]
        yield _section("Packs", _bullet_list(packs))
    if findings.likely:
        likely = [
            f"{code_span(one.id)} and {code_span(one.other)} ({escape(one.title)}): "
            f"{escape(one.why)}"
            for one in findings.likely
        ]
        yield _section("Perhaps it is there already", _bullet_list(likely))
    if findings.links:
        yield _section("New links", _format_links(findings.links))
    yield from _format_entries(findings)
    if _has_changes(findings.matrix):
        yield _section("Phases and stages", _format_matrix(findings.stages, findings.matrix))
    yield from _format_pages(findings)


def _format_summary(findings: ChangeFindings) -> str:
    counts = [
        (findings.new_count, "new"),
        (findings.altered_count, "changed"),
        (len(findings.removed), "taken out"),
    ]
    entries = ", ".join(f"{number} {what}" for number, what in counts if number)
    pages = findings.pages
    text = f"**Resources: {entries or 'none changed'}.**"
    if not findings.compared:
        text += " There is no earlier state to compare with, so all of them count as new."
    elif pages.new_count or pages.altered_count:
        text += f" Pages: {pages.new_count} new, {pages.altered_count} changed."
    if findings.links is None and findings.new_count + findings.altered_count:
        text += " The links were not asked."
    return text


def _format_entries(findings: ChangeFindings) -> Iterator[str]:
    cards = [(_format_card(card), "New") for card in findings.new]
    cards += [(_format_changed_entry(one), "Changed") for one in findings.altered]
    heading = ""
    for text, kind in cards[:MAX_CARDS]:
        yield text if kind == heading else _section(kind, text)
        heading = kind
    total = findings.new_count + findings.altered_count
    if total > MAX_CARDS:
        yield f"… and {total - MAX_CARDS} more resources."


def _format_card(card: EntryCard) -> str:
    names = [f"**{escape(card.title)}**", escape(card.type), code_span(card.id)]
    lines = [" · ".join(filter(None, names))]
    if card.summary:
        lines.append(escape(card.summary, 2000))
    if card.use:
        lines.append(f"*How to use it:* {escape(card.use, 2000)}")
    facts = [*card.facts, *card.terms]
    if facts:
        lines.append(" · ".join(escape(fact) for fact in facts))
    lines += [code_span(url, 2000) for url in card.urls[:10]]
    return "\n>\n".join(f"> {line}" for line in lines)


def _format_changed_entry(one: ChangedEntry) -> str:
    rows = [
        f"| {escape(d.key)} | {escape(d.before, 600)} | {escape(d.after, 600)} |"
        for d in one.differences[:MAX_LINES]
    ]
    head = f"**{escape(one.card.title)}** · {code_span(one.card.id)}"
    return "\n".join([head, "", "| | before | now |", "|---|---|---|", *rows])


def _format_links(links: Sequence[LinkState]) -> str:
    # Links that need attention come first.
    ordered = sorted(links, key=lambda link: link.verdict == "ok")
    rows = [
        f"| {escape(link.verdict)} | {code_span(link.url, 400)} | {escape(link.reason)} |"
        for link in ordered[:MAX_LINES]
    ]
    return "\n".join(["| state | address | |", "|---|---|---|", *rows])


def _has_changes(matrix: Sequence[MatrixRow]) -> bool:
    return any(row.before != row.after for row in matrix)


def _format_matrix(stages: Sequence[str], matrix: Sequence[MatrixRow]) -> str:
    def cell(before: int, after: int) -> str:
        return str(after) if before == after else f"{before} → **{after}**"

    head = [
        f"| | {' | '.join(escape(stage) for stage in stages)} |",
        "|---" * (len(stages) + 1) + "|",
    ]
    rows = [
        f"| {escape(row.label)} | "
        + " | ".join(cell(was, now) for was, now in zip(row.before, row.after, strict=False))
        + " |"
        for row in matrix
    ]
    return "\n".join([*head, *rows])


def _format_pages(findings: ChangeFindings) -> Iterator[str]:
    for what, paths, number in (
        ("new", findings.pages.new, findings.pages.new_count),
        ("changed", findings.pages.altered, findings.pages.altered_count),
    ):
        if paths:
            some = "page" if number == 1 else "pages"
            items = _bullet_list([code_span(f"/{path}") for path in paths], number)
            yield f"<details><summary>{number} {some} {what}</summary>\n\n{items}\n\n</details>"


def _section(heading: str, *paragraphs: str) -> str:
    return "\n\n".join([f"#### {heading}", *paragraphs])


def _bullet_list(items: Sequence[str], total: int | None = None) -> str:
    remaining = max(total or 0, len(items)) - MAX_LINES
    more = [f"and {remaining} more"] if remaining > 0 else []
    return "\n".join(f"- {item}" for item in [*items[:MAX_LINES], *more])
