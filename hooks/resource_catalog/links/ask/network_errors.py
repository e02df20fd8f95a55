"""Map network, TLS and HTTP client exceptions to a few kinds of fetch errors."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping

import aiohttp

from resource_catalog.links.ask import ssrf_guard
from resource_catalog.links.ask.visit import FetchErrorKind

_NO_SUCH_HOST_ERRNOS = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class FetchError(Exception):
    """A URL could not be fetched.

    ``status``, ``reason_phrase`` and ``headers`` are those of the proxy's response, if any.
    """

    def __init__(
        self,
        kind: FetchErrorKind,
        detail: str,
        status: int | None = None,
        reason_phrase: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind: FetchErrorKind = kind
        self.detail = detail
        self.status = status
        self.reason_phrase = reason_phrase
        self.headers = headers or {}


def classify_error(error: Exception) -> FetchError:
    """Convert any exception raised by a request to a :class:`FetchError`."""
    match error:
        case FetchError():
            return error
        case TimeoutError():
            return FetchError("timeout", "it did not answer in time")
        case aiohttp.ClientConnectorDNSError(os_error=cause):
            if isinstance(cause, ssrf_guard.PrivateAddressError):
                return FetchError("unsafe", str(cause))
            no_such_host = getattr(
                cause, "errno", None
            ) in _NO_SUCH_HOST_ERRNOS or error.host.endswith(".invalid")
            if no_such_host or isinstance(cause, UnicodeError):
                return FetchError("no-host", "no such host exists")
            return FetchError("unreachable", "its name could not be looked up")
        case aiohttp.ClientConnectorCertificateError(certificate_error=cause):
            verify_message = getattr(cause, "verify_message", "") or "it does not hold"
            return FetchError("tls", f"its certificate is not valid: {verify_message}")
        case aiohttp.ClientConnectorSSLError(os_error=ssl.SSLEOFError()):
            return FetchError("reset", "it broke the connection off")
        case aiohttp.ClientConnectorSSLError() | ssl.SSLError():
            return FetchError("tls", "no secure connection could be made")
        case aiohttp.ClientHttpProxyError(status=status, message=reason, headers=headers):
            return FetchError("proxy", "the proxy refused", status, reason, headers)
        case aiohttp.ClientProxyConnectionError():
            return FetchError("proxy", "the proxy could not be reached")
        case aiohttp.ClientConnectorError():
            return FetchError("unreachable", "no connection could be made")
        case aiohttp.ClientResponseError() | aiohttp.InvalidURL() | ValueError():
            return FetchError("garbled", "its answer could not be understood")
        case aiohttp.ClientError() | OSError():
            return FetchError("reset", "it broke the connection off")
        case _:
            return FetchError("garbled", f"asking it failed ({type(error).__name__})")
