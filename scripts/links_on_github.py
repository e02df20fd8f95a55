#!/usr/bin/env python3
"""What the weekly workflow does with the link watch on GitHub. You never need to run it yourself.

shards   prints the shards that the addresses are split into, as a JSON list, for a matrix
keep     commits the ledger and pushes it; starts the build of the site when there is one
issue    opens, rewrites or closes the one issue that lists what needs a person
propose  opens or updates the pull request with the new addresses in the working folder

Exit status: 0 done, or nothing to do; 2 could not.
"""

from __future__ import annotations

import argparse
import datetime
import json
import subprocess
import sys
from pathlib import Path

from environment import default_catalog, enter

enter("catalog")

from console.link_watch import github
from resource_catalog.links.record import link_selection, run_plan
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.links.report import github_issue
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import (
    LEDGER_FILE,
    OLD_LEDGER_FILE,
    UnusableFolderError,
)
from resource_catalog.model.messages import _


def main() -> int:
    """Run the command; return the exit status."""
    given = _parser().parse_args()
    try:
        given.verb(given)
    except (UnusableFolderError, github.GitHubError) as error:
        print(error, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"{' '.join(error.cmd)}: {(error.stderr or '').strip()}", file=sys.stderr)
        return 2
    return 0


def shards(given: argparse.Namespace) -> None:
    """Print how the addresses are split."""
    number = len({target.url for target in link_selection.all_targets(load(given.catalog))})
    parts = run_plan.shard_names(number, given.each, given.most)
    print(f"{number} addresses, {len(parts)} machines", file=sys.stderr)
    print(json.dumps(parts))


def keep(given: argparse.Namespace) -> None:
    """Commit the ledger."""
    ledgers = [given.catalog / name for name in (LEDGER_FILE, OLD_LEDGER_FILE)]
    github.push_ledger(ledgers, given.branch)


def rolling_issue(given: argparse.Namespace) -> None:
    """Keep the one issue."""
    catalog, problems = open_catalog(given.catalog)
    if catalog is None:
        raise github.GitHubError(
            _("%(number)s problems in the catalog: fix it first.", number=len(problems))
        )
    text = github_issue.render_issue(
        LinkStatuses(catalog, given.today), link_selection.page_targets(given.catalog)
    )
    github.update_issue(_(github_issue.TITLE), text)


def propose(given: argparse.Namespace) -> None:
    """Propose the new addresses."""
    proofs = given.proof.read_text(encoding="utf-8") if given.proof else ""
    github.open_pull_request(given.catalog / "entries", given.branch, proofs)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for name, verb in (
        ("shards", shards),
        ("keep", keep),
        ("issue", rolling_issue),
        ("propose", propose),
    ):
        add = verbs.add_parser(name, help=verb.__doc__)
        add.set_defaults(verb=verb)
        add.add_argument("--catalog", type=Path, default=Path(default_catalog()), metavar="DIR")
        if verb is shards:
            add.add_argument("--each", type=int, default=4000, help="addresses for one machine")
            add.add_argument("--most", type=int, default=32, help="machines at most")
        elif verb is rolling_issue:
            today = datetime.date.fromisoformat
            add.add_argument("--today", type=today, default=datetime.date.today(), metavar="DATE")
        else:
            add.add_argument("--branch", required=True, help="the branch that the catalog is on")
            if verb is propose:
                add.add_argument("--proof", type=Path, metavar="FILE", help="of check_links.py")
    return parser


if __name__ == "__main__":
    sys.exit(main())
