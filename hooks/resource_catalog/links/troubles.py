"""Troubles: what goes wrong when an address is asked, as one of few kinds."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping

import aiohttp

from resource_catalog.links import guard
from resource_catalog.links.visit import Trouble

_GONE_NAMES = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class Failed(Exception):
    """An address could not be asked; a proxy may have said why in its answer."""

    def __init__(
        self,
        kind: Trouble,
        detail: str,
        status: int | None = None,
        phrase: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind: Trouble = kind
        self.detail = detail
        self.status = status
        self.phrase = phrase
        self.headers = headers or {}


def named(error: Exception) -> Failed:
    """What went wrong, as one of few kinds."""
    match error:
        case Failed():
            return error
        case TimeoutError():
            return Failed("timeout", "it did not answer in time")
        case aiohttp.ClientConnectorDNSError(os_error=cause):
            if isinstance(cause, guard.Refused):
                return Failed("unsafe", str(cause))
            gone = getattr(cause, "errno", None) in _GONE_NAMES or error.host.endswith(".invalid")
            if gone or isinstance(cause, UnicodeError):
                return Failed("no-host", "no such host exists")
            return Failed("unreachable", "its name could not be looked up")
        case aiohttp.ClientConnectorCertificateError(certificate_error=cause):
            said = getattr(cause, "verify_message", "") or "it does not hold"
            return Failed("tls", f"its certificate is not valid: {said}")
        case aiohttp.ClientConnectorSSLError(os_error=ssl.SSLEOFError()):
            return Failed("reset", "it broke the connection off")
        case aiohttp.ClientConnectorSSLError() | ssl.SSLError():
            return Failed("tls", "no secure connection could be made")
        case aiohttp.ClientHttpProxyError(status=status, message=message, headers=headers):
            return Failed("proxy", "the proxy refused", status, message, headers)
        case aiohttp.ClientProxyConnectionError():
            return Failed("proxy", "the proxy could not be reached")
        case aiohttp.ClientConnectorError():
            return Failed("unreachable", "no connection could be made")
        case aiohttp.ClientResponseError() | aiohttp.InvalidURL() | ValueError():
            return Failed("garbled", "its answer could not be understood")
        case aiohttp.ClientError() | OSError():
            return Failed("reset", "it broke the connection off")
        case _:
            return Failed("garbled", f"asking it failed ({type(error).__name__})")
