"""Link to the workflow run that has the preview of the site as an artifact."""

from __future__ import annotations

import re

_RUN = re.compile(r"https://[\w.-]+/[\w.-]+/[\w.-]+/actions/runs/\d+")


class InvalidRunUrlError(Exception):
    """A URL is not that of a workflow run."""


def artifact_link(run_url: str) -> str:
    """The sentence of the comment about the preview. Raises :class:`InvalidRunUrlError`."""
    if not _RUN.fullmatch(run_url):
        raise InvalidRunUrlError(f"“{run_url}” is not the address of a run of a workflow.")
    return (
        f"**To try it:** the site as it would be is under *Artifacts* of [this run]({run_url}). "
        "Unpack it and open “Start here.html”."
    )
