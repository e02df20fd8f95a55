"""Add second opinions by LinkChecker to the records of checked links."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from console.link_watch.options import Options
from resource_catalog.links import linkchecker_opinion
from resource_catalog.links.finding import Finding
from resource_catalog.links.linkchecker_process import LinkCheckerError
from resource_catalog.links.target import Target
from resource_catalog.model.ledger.link_ledger import LinkRecord
from resource_catalog.model.messages import _

MAX_NAMED = 5
"""How many of the URLs that LinkChecker skipped are printed."""


def add_second_opinions(
    options: Options,
    targets: Sequence[Target],
    findings: Mapping[str, Finding],
    records: dict[str, LinkRecord],
) -> None:
    """Add LinkChecker's result to the records of links where it disagrees with ours."""
    urls = [target.url for target in targets if findings[target.url].verdict != "unsafe"]
    if not urls:
        return
    print(_("Asking LinkChecker about %(num)s links …", num=len(urls)), file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        try:
            opinion = linkchecker_opinion.ask_linkchecker(
                urls, Path(folder), sys.executable, settings=options.settings
            )
        except LinkCheckerError as error:
            print(_("No second opinion: %(reason)s", reason=error), file=sys.stderr)
            return
    for url in urls:
        disagreement = linkchecker_opinion.disagreement(
            findings[url].verdict, opinion.rows.get(url)
        )
        records[url] = replace(records[url], witness=disagreement)
    number = len(opinion.rows)
    spoke = _("LinkChecker reported %(num)s of them.", num=number)
    if opinion.as_root:
        spoke = _(
            "LinkChecker reported %(num)s of them. It ran as root, because no other account "
            "may use this Python.",
            num=number,
        )
    print(spoke, file=sys.stderr)
    if skipped := [url for url in urls if url not in opinion.rows]:
        named = ", ".join(skipped[:MAX_NAMED])
        print(_("It skipped %(addresses)s", addresses=named), file=sys.stderr)
