"""Format the findings about a change as the Markdown of a pull request comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resource_catalog.contribute.pull_request.findings_schema import (
    ChangedEntry,
    ChangeFindings,
    EntryCard,
    ItemChanges,
    LinkState,
    MatrixRow,
    NamedItem,
    TranslationChanges,
)
from resource_catalog.model.field_types.languages import language_name
from resource_catalog.model.markdown.github_markdown import address_span, code_span, escape
from resource_catalog.model.messages import _, listed, ngettext, number
from resource_catalog.model.translations.translation_state import STATE_LABELS, STATES

MAX_CARDS = 20
MAX_LINES = 40
MAX_LENGTH = 60_000
"""GitHub accepts comments of up to 65,536 characters."""


def format_comment(findings: ChangeFindings, closing: str = "") -> str:
    """The whole comment. ``closing`` is trusted Markdown for its end."""
    title = _("What this changes")
    sections = [f"### {title}"]
    for section in (*_format_code(findings), *_sections(findings)):
        if sum(map(len, sections)) + len(section) > MAX_LENGTH:
            sections.append(_("There is more than fits in a comment; the rest is left out."))
            break
        sections.append(section)
    return "\n\n".join([*sections, *([closing] if closing else [])]) + "\n"


def _format_code(findings: ChangeFindings) -> Iterator[str]:
    if findings.code:
        heading = _("It changes code")
        yield _section(
            heading,
            _(
                "This comment was made with the code from before this change. The checks, the "
                "preview, and everyone who builds the site will run the new code, so read it "
                "first:"
            ),
            _bullet_list([code_span(path) for path in findings.code], findings.code_count),
        )


def _sections(findings: ChangeFindings) -> Iterator[str]:
    if findings.problems:
        yield _(
            "The catalog has problems, so the site can’t be built. Here is where they are and "
            "how to fix them:"
        )
        yield _bullet_list([escape(problem, 600) for problem in findings.problems])
        return
    yield _format_summary(findings)
    if findings.pages.gone:
        yield _section(
            _("Addresses that would stop working"),
            _(
                "Each of these worked until now. In %(aliases)s of the entry that replaces it, "
                "or in %(redirects)s, write where it should lead.",
                aliases="`aliases`",
                redirects="`redirects.yml`",
            ),
            _bullet_list([code_span(f"/{path}") for path in findings.pages.gone]),
        )
    removed = [*findings.removed, *findings.tools.removed]
    for heading, items in (
        (_("Removed"), removed),
        (_("Packs"), findings.packs),
        (_("What people ask"), findings.situations),
        (_("The self-check"), findings.check),
    ):
        if items:
            yield _section(heading, _bullet_list(list(map(_format_item, items))))
    if findings.likely:
        likely = [
            _(
                "%(id)s and %(other)s (%(title)s): %(why)s",
                id=code_span(one.id),
                other=code_span(one.other),
                title=escape(one.title),
                why=escape(one.why),
            )
            for one in findings.likely
        ]
        yield _section(_("It may already be here"), _bullet_list(likely))
    if findings.links:
        yield _section(_("New links"), _format_links(findings.links))
    yield from _format_entries(findings)
    if _has_changes(findings.matrix):
        yield _section(_("Places in the table"), _format_matrix(findings.stages, findings.matrix))
    if findings.translations:
        yield _section(_("Translations"), *map(_format_language, findings.translations))
    yield from _format_pages(findings)


def _format_language(changes: TranslationChanges) -> str:
    """How many texts of a language are in each state, and which wait for a translator now."""
    heads = [escape(language_name(changes.language)), *(_(STATE_LABELS[s]) for s in STATES)]
    rows = [heads, ["---" for _head in heads]]
    for label, counts in ((_("before"), changes.before), (_("now"), changes.after)):
        rows.append([label, *map(number, counts)])
    left = [
        f"{code_span(place)} ({_(STATE_LABELS[state])})"
        for place, state in zip(changes.left, changes.states, strict=False)
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return "\n\n".join([table, _bullet_list(left, changes.left_count)] if left else [table])


def _format_item(item: NamedItem) -> str:
    name = " ".join(filter(None, (escape(item.title), code_span(item.id))))
    return _("%(name)s: %(about)s", name=name, about=escape(item.about))


def _format_summary(findings: ChangeFindings) -> str:
    pages, tools = findings.pages, findings.tools
    entries = _counts(findings) or _("none changed")
    summary = _("Resources: %(counts)s.", counts=entries)
    if changed_tools := _counts(tools):
        tools_line = _("Tools: %(counts)s.", counts=changed_tools)
        summary = f"{summary} {tools_line}"
    text = f"**{summary}**"
    if not findings.compared:
        text += " " + _("There is no earlier version to compare with, so all of them count as new.")
    elif pages.new_count or pages.altered_count:
        text += " " + _(
            "Pages: %(new)s new, %(changed)s changed.",
            new=number(pages.new_count),
            changed=number(pages.altered_count),
        )
    if findings.links is None and findings.new_count + findings.altered_count:
        text += " " + _("The links were not checked.")
    return text


def _counts(changes: ItemChanges) -> str:
    """How many are new, changed and taken out; nothing where none is."""
    new, altered, removed = changes.new_count, changes.altered_count, len(changes.removed)
    counts = [
        (new, ngettext("%(num)s new", "%(num)s new", new)),
        (altered, ngettext("%(num)s changed", "%(num)s changed", altered)),
        (removed, ngettext("%(num)s removed", "%(num)s removed", removed)),
    ]
    return listed(text for count, text in counts if count)


def _format_entries(findings: ChangeFindings) -> Iterator[str]:
    both = (findings, findings.tools)
    cards = [(_format_card(card), _("New")) for items in both for card in items.new]
    cards += [(_format_changed_entry(one), _("Changed")) for items in both for one in items.altered]
    heading = ""
    for text, kind in cards[:MAX_CARDS]:
        yield text if kind == heading else _section(kind, text)
        heading = kind
    total = sum(items.new_count + items.altered_count for items in both)
    if total > MAX_CARDS:
        left = total - MAX_CARDS
        yield ngettext("… and %(num)s more resource.", "… and %(num)s more resources.", left)


def _format_card(card: EntryCard) -> str:
    names = [f"**{escape(card.title)}**", escape(card.type), code_span(card.id)]
    lines = [" · ".join(filter(None, names))]
    if card.summary:
        lines.append(escape(card.summary, 2000))
    if card.use:
        label = _("How to use it:")
        lines.append(f"*{label}* {escape(card.use, 2000)}")
    facts = [*card.facts, *card.terms]
    if facts:
        lines.append(" · ".join(escape(fact) for fact in facts))
    lines += [address_span(url) for url in card.urls[:10]]
    return "\n>\n".join(f"> {line}" for line in lines)


def _format_changed_entry(one: ChangedEntry) -> str:
    rows = [
        f"| {escape(d.key)} | {escape(d.before, 600)} | {escape(d.after, 600)} |"
        for d in one.differences[:MAX_LINES]
    ]
    head = f"**{escape(one.card.title)}** · {code_span(one.card.id)}"
    before, now = _("before"), _("now")
    columns = f"| | {before} | {now} |"
    return "\n".join([head, "", columns, "|---|---|---|", *rows])


def _format_links(links: Sequence[LinkState]) -> str:
    # Links that need attention come first.
    ordered = sorted(links, key=lambda link: link.verdict == "ok")
    rows = [
        f"| {escape(link.verdict)} | {address_span(link.url, 400)} | {escape(link.reason)} |"
        for link in ordered[:MAX_LINES]
    ]
    state, address = _("state"), _("address")
    return "\n".join([f"| {state} | {address} | |", "|---|---|---|", *rows])


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
    new, altered = findings.pages.new_count, findings.pages.altered_count
    for heading, paths, count in (
        (ngettext("%(num)s page new", "%(num)s pages new", new), findings.pages.new, new),
        (
            ngettext("%(num)s page changed", "%(num)s pages changed", altered),
            findings.pages.altered,
            altered,
        ),
    ):
        if paths:
            items = _bullet_list([code_span(f"/{path}") for path in paths], count)
            yield f"<details><summary>{heading}</summary>\n\n{items}\n\n</details>"


def _section(heading: str, *paragraphs: str) -> str:
    return "\n\n".join([f"#### {heading}", *paragraphs])


def _bullet_list(items: Sequence[str], total: int | None = None) -> str:
    remaining = max(total or 0, len(items)) - MAX_LINES
    more = [ngettext("and %(num)s more", "and %(num)s more", remaining)] if remaining > 0 else []
    return "\n".join(f"- {item}" for item in [*items[:MAX_LINES], *more])
