"""Fetch the intermediate certificate that a server forgot to send, as browsers do.

A certificate names the address of its issuer's (RFC 5280, Authority Information Access). What is
found there is only a link of the chain: it is never trusted by itself, so that the chain still has
to end at a root that was trusted before.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from typing import Any

from aiohttp.abc import AbstractResolver

from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model.field_types.urls import DEFAULT_PORTS

MAX_CERTIFICATE_BYTES = 64 * 1024

_CA_ISSUERS = re.compile(  # id-ad-caIssuers, then a URI with its length
    rb"\x06\x08\x2b\x06\x01\x05\x05\x07\x30\x02\x86(?:\x81(.)|([\x00-\x7f]))(http://[!-~]+)",
    re.DOTALL,
)
_PEM = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def is_missing_issuer(message: str) -> bool:
    """Whether a verification failed because the server sent no intermediate certificate."""
    return "unable to get local issuer certificate" in message


async def issuer_url(url: ParsedUrl, resolver: AbstractResolver) -> str:
    """Where the certificate of a host says that its issuer's lies; empty if it does not.

    Nothing is sent over the unverified connection. Raises OSError, as the resolver does for
    private addresses.
    """
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    address = (await resolver.resolve(url.host, url.port or DEFAULT_PORTS[url.scheme]))[0]
    _, writer = await asyncio.open_connection(
        address["host"], address["port"], ssl=context, server_hostname=url.host
    )
    try:
        leaf = writer.get_extra_info("ssl_object").getpeercert(binary_form=True) or b""
    finally:
        writer.close()
        writer.transport.abort()
    found = _CA_ISSUERS.search(leaf)
    if not found:
        return ""
    return bytes(found[3][: (found[1] or found[2])[0]]).decode("ascii")


def with_intermediate(context: ssl.SSLContext, certificate: bytes) -> bool:
    """Add an intermediate certificate, DER or PEM, to a context; whether it is one.

    A certificate signed by itself would be an anchor of trust, and is refused.
    """
    pem = _PEM.search(certificate.decode("latin-1"))
    try:
        text = pem[0] if pem else ssl.DER_cert_to_PEM_cert(certificate)
        scratch = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        scratch.load_verify_locations(cadata=text)
        found = scratch.get_ca_certs()
        if len(found) != 1 or _plain_name(found[0]["subject"]) == _plain_name(found[0]["issuer"]):
            return False
        # Without this flag a chain must end at a root, so that no intermediate is an anchor.
        context.verify_flags &= ~ssl.VERIFY_X509_PARTIAL_CHAIN
        context.load_verify_locations(cadata=text)
    except (ssl.SSLError, ValueError):
        return False
    return True


def _plain_name(name: Any) -> list[list[tuple[str, str]]]:
    """A name as OpenSSL compares it: without case, and without spaces that say nothing."""
    return [[(key, " ".join(value.split()).casefold()) for key, value in part] for part in name]
