"""Write a timeline without any dates yet, as a document and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _, ngettext
from resource_catalog.tools.document_parts import Paragraph, Part, Table, asked, what_helps
from resource_catalog.tools.part_fields import help_with_all
from resource_catalog.tools.timeline.timeline import Milestone, Timeline, when

_WIDTHS = (32, 25, 17, 26)


def document(timeline: Timeline, catalog: Catalog) -> Sequence[Part]:
    """The questions, the days to set, and a table of the steps."""
    parts: list[Part] = []
    if timeline.questions:
        parts.append(Paragraph(_("Settle these first"), level=1))
    for question in timeline.questions:
        parts += asked(question.text, question.help, "box")
    days = ngettext(
        "Set the day that all the others depend on",
        "Set the days that all others depend on",
        len(timeline.anchors),
    )
    parts.append(Paragraph(days, level=1))
    for anchor in timeline.anchors:
        parts += asked(anchor.label, anchor.help, "line")
    head = (_("Step"), _("When"), _("Who does it"), _("Notes"))
    rows = tuple(
        (_text(step), when(step, timeline), step.who or "", _notes(step))
        for step in timeline.milestones
    )
    parts += [Paragraph(_("The steps"), level=1), Table(head, _WIDTHS, rows)]
    return [*parts, *what_helps(help_with_all(timeline.milestones, catalog))]


def table(timeline: Timeline, _catalog: Catalog) -> Sequence[Sequence[str]]:
    """A row for each step, then one for each question."""
    head = [_("Step"), _("Begins"), _("Ends"), _("Who does it"), _("Notes"), _("When")]
    rows = [
        [step.title, "", "", step.who or "", "", when(step, timeline)]
        for step in timeline.milestones
    ]
    questions = [[question.text, ""] for question in timeline.questions]
    return [head, *rows, *([[], [_("Question"), _("Answer")], *questions] if questions else [])]


def _text(step: Milestone) -> str:
    return "\n".join(filter(None, (step.title, step.about)))


def _notes(step: Milestone) -> str:
    return "\n".join(_("%(label)s:", label=detail) for detail in step.details)
