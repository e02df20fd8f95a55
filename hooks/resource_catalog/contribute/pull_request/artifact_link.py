"""The link to the site as a change would make it, which a run of the workflow keeps."""

from __future__ import annotations

import re

_RUN = re.compile(r"https://[\w.-]+/[\w.-]+/[\w.-]+/actions/runs/\d+")


class NotARunError(Exception):
    """An address is not that of a run of a workflow. The message says so."""


def artifact_link(run_url: str) -> str:
    """What the comment says of the site to try. Raises :class:`NotARunError`."""
    if not _RUN.fullmatch(run_url):
        raise NotARunError(f"“{run_url}” is not the address of a run of a workflow.")
    return (
        f"**To try it:** the site as it would be is under *Artifacts* of [this run]({run_url}). "
        "Unpack it and open “Start here.html”."
    )
