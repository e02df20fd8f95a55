"""Let wide tables of hand-written pages scroll by themselves, so that no page does on a phone."""

from __future__ import annotations

import re
from itertools import count

from markupsafe import escape

from resource_catalog.model.messages import _

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


def with_scrolling_tables(html: str) -> str:
    """The HTML of a page with each table in a region that can be scrolled with a keyboard too.

    A corner that heads nothing is a plain cell.
    """
    numbers = count(1)

    def region(table: re.Match[str]) -> str:
        label = escape(_("Table %(number)s", number=next(numbers)))
        cells = re.sub(r"<th[^>]*></th>", "<td></td>", table[0])
        return (
            f'<div class="rc-scroll" role="region" tabindex="0" aria-label="{label}">{cells}</div>'
        )

    return _TABLE.sub(region, html)
