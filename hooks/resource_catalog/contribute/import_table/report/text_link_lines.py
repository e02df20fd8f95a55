"""Say what became of links in plain texts, or with which option they can be kept."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.contribute.import_table.import_plan import ImportPlan
from resource_catalog.contribute.import_table.report.problem_groups import named_rows
from resource_catalog.contribute.import_table.text_links import TakenLink, rows_of
from resource_catalog.model.messages import _, ngettext

OPTION = "--links-from-text"
"""The option that asks for it."""


def taken_links(plan: ImportPlan) -> list[TakenLink]:
    """The links that were taken out of the texts of rows, without refused rows."""
    refused = {change.row for change in plan.changes if change.outcome == "refused"}
    return [taken for taken in plan.text_links.taken if taken.row not in refused]


def text_link_lines(plan: ImportPlan) -> Iterator[str]:
    """The lines on the links in texts that were taken, and on those that stayed."""
    links, taken = plan.text_links, taken_links(plan)
    if taken:
        yield ngettext(
            "%(num)s link in a text is a link of its entry now, called by its words, which stay in "
            "the text: row %(rows)s.",
            "%(num)s links in texts are links of their entries now, called by their words, which "
            "stay in the texts: rows %(rows)s.",
            len(taken),
            rows=named_rows(rows_of([(found.row, found.column) for found in taken])),
        )
    if not links.left:
        return
    rows = named_rows(rows_of(links.left))
    if not links.is_wanted:
        option = f"{OPTION} {plan.likely_site}" if links.without_site else OPTION
        yield ngettext(
            "%(num)s text has links in it, which readers see as typed: row %(rows)s. To keep "
            "the words there and make the addresses links of the entry, add %(option)s",
            "%(num)s texts have links in them, which readers see as typed: rows %(rows)s. To "
            "keep the words there and make the addresses links of the entries, add %(option)s",
            len(links.left),
            rows=rows,
            option=option.strip(),
        )
    else:
        yield ngettext(
            "%(num)s text was left as it is because an address in it is incomplete: row %(rows)s.",
            "%(num)s texts were left as they are because addresses in them are incomplete: "
            "rows %(rows)s.",
            len(links.left),
            rows=rows,
        )
    if links.without_site:
        yield _(
            "Some addresses in texts begin with / or {{site.baseurl}}: after %(option)s, write the "
            "address of the site that they are on%(example)s.",
            option=OPTION,
            example=f" ({plan.likely_site}?)" if plan.likely_site else "",
        )
