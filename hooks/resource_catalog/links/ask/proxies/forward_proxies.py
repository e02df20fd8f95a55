"""Choose the forward proxy for a URL: that of the settings, else that of the environment."""

from __future__ import annotations

import urllib.request

from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.url_parsing import ParsedUrl


class ForwardProxies:
    """The forward proxies of a run."""

    def __init__(self, settings: Settings) -> None:
        self._chosen = settings.proxy
        self._by_scheme = urllib.request.getproxies_environment() if settings.trust_env else {}

    def for_url(self, url: ParsedUrl) -> str | None:
        """The proxy to use for a URL, None for a direct connection."""
        if self._chosen:
            return _with_http_scheme(self._chosen)
        proxy = self._by_scheme.get(url.scheme) or self._by_scheme.get("all")
        if not proxy or urllib.request.proxy_bypass(url.netloc):
            return None
        return _with_http_scheme(proxy)


def _with_http_scheme(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"
