"""Link to the workflow run that has the preview of the site as an artifact."""

from __future__ import annotations

import re

from resource_catalog.model.messages import _

_RUN = re.compile(r"https://[\w.-]+/[\w.-]+/[\w.-]+/actions/runs/\d+")


class InvalidRunUrlError(Exception):
    """A URL is not that of a workflow run."""


def artifact_link(run_url: str) -> str:
    """The sentence of the comment about the preview. Raises :class:`InvalidRunUrlError`."""
    if not _RUN.fullmatch(run_url):
        raise InvalidRunUrlError(
            _("“%(url)s” is not the address of a run of a workflow.", url=run_url)
        )
    label, run = _("To try it:"), _("this run")
    where = _(
        "the resulting site is under %(artifacts)s of %(run)s. Unpack it and open “%(file)s”.",
        artifacts="*Artifacts*",
        run=f"[{run}]({run_url})",
        file="Start here.html",
    )
    caution = _(
        "It was built by the code in this pull request: open it only if you have read that "
        "code or trust its author."
    )
    return f"**{label}** {where} {caution}"
