"""Tell addresses that lead other readers nowhere: of one computer, one network or one account."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from resource_catalog.model.messages import N_, _
from resource_catalog.model.problems import quoted

LOCAL_NAME = re.compile(
    r"(?:.*\.)?(?:localhost|local|localdomain|internal|intranet|intra|private|corp|lan|home|home\.arpa)"
)
ACCOUNTS = tuple(
    (re.compile(host), re.compile(path))
    for host, path in (
        (r"mail\.google\.com", r"/mail(?:/.*)?"),
        (r"outlook\.(?:live|office|office365)\.com", r"/(?:mail|owa|calendar)(?:/.*)?"),
        (
            r"drive\.google\.com",
            r"/drive/(?:u/\d+/)?(?:my-drive|home|recent|shared-with-me|starred)",
        ),
        (r"web\.whatsapp\.com", r"/.*"),
        (r"calendar\.google\.com", r"/calendar/(?:u/\d+/)?r(?:/.*)?"),
        (r"docs\.google\.com", r"/(?:document|presentation|spreadsheets|forms)/(?:u/\d+/)?"),
        (r"docs\.google\.com", r"/forms/(?:u/\d+/)?d/(?!e/)[\w-]+/edit"),
        (r"(?:www\.)?dropbox\.com", r"/home(?:/.*)?"),
        (r"app\.slack\.com", r"/client/.*"),
        (r"teams\.(?:microsoft|live)\.com", r"/(?:l/message|v2)/.*"),
        (r"chatgpt\.com", r"/c/.*"),
        (r"(?:claude\.ai|gemini\.google\.com)", r"/(?:chat|app)/.*"),
        (r".*", r"/(?:.*/)?wp-admin/.*"),
    )
)
ONE_COMPUTER = N_("it leads readers to their own computer")
ONE_NETWORK = N_("it works only inside one network")
ONE_ACCOUNT = N_("only the person who is signed in can see it")


def refusal(url: str, why: str) -> tuple[str, str]:
    """The message and the hint for an address that leads other readers nowhere."""
    message = _("%(url)s doesn’t work for other people: %(why)s.", url=quoted(url), why=why)
    hint = _("Write the public address, or access: unlocated when there is none.")
    return message, hint


def why_private(url: str) -> str:
    """Why an address leads other readers nowhere, as a clause for a message; empty if it leads."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    if host == "localhost" or host.endswith(".localhost"):
        return _(ONE_COMPUTER)
    if any(h.fullmatch(host) and p.fullmatch(parts.path) for h, p in ACCOUNTS):
        return _(ONE_ACCOUNT)
    if LOCAL_NAME.fullmatch(host):
        return _(ONE_NETWORK)
    if not re.match(r"[\d\[]|[0-9a-f:]+$", host):
        return ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return ""
    if address.is_loopback or address.is_unspecified:
        return _(ONE_COMPUTER)
    networks = _PRIVATE_4 if address.version == 4 else _PRIVATE_6
    return _(ONE_NETWORK) if any(address in network for network in networks) else ""


_PRIVATE_4 = tuple(
    map(
        ipaddress.ip_network,
        ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10"),
    )
)
_PRIVATE_6 = tuple(map(ipaddress.ip_network, ("fc00::/7", "fe80::/10")))
