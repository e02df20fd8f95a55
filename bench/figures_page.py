"""Write benchmark figures between the markers of a documentation page."""

from __future__ import annotations

from pathlib import Path


def replace_figures(page: Path, text: str, name: str = "figures") -> None:
    """Replace what is between two markers of a page, which have a name.

    Raises ``ValueError`` if the page has none.
    """
    opening, closing = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, begin, rest = page.read_text(encoding="utf-8").partition(opening)
    _, end, after = rest.partition(closing)
    if not begin or not end:
        raise ValueError(f"{page} has no lines {opening} and {closing} to write between.")
    new = f"{before}{opening}\n\n{text}\n{closing}{after}"
    page.write_text(new, encoding="utf-8", newline="\n")
