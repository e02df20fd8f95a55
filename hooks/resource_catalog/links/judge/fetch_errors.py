"""Map fetches that ended without a response to verdicts."""

from __future__ import annotations

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.link_redirects import judge_stops
from resource_catalog.links.judge.verdicts import Judgment


def judge_error(visit: Visit) -> Judgment | None:
    """The verdict if there was no response; None if there was one."""
    if visit.error is None:
        return None
    if visit.error == "unsafe":
        return Judgment("unsafe", visit.error_detail)
    match visit.error:
        case "no-host":
            return Judgment("dead", "no such host exists")
        case "postponed":
            return Judgment("unverified", visit.error_detail)
        case "tls":
            return Judgment("tls", visit.error_detail)
        case "proxy" if visit.status in {403, 451}:
            return Judgment("blocked", "the proxy of this network does not let it through")
        case "loop":
            return judge_stops(visit) or Judgment("dead", "redirects in a circle")
    return judge_stops(visit) or Judgment("transient", visit.error_detail or "did not answer")
