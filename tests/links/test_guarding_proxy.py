"""What LinkChecker is asked through: a proxy that enters no private network."""

from __future__ import annotations

import asyncio
import http.client
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lab import PATIENCE
from weblet import page, weblet

from resource_catalog.links.ask.proxies.guarding_proxy import guarding_proxy
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.linkchecker_process import LinkCheckerError, run_linkchecker

NAMES = {
    "inside.test": ["10.1.2.3"],
    "mixed.test": ["8.8.8.8", "127.0.0.1"],
    "wrapped.test": ["::ffff:169.254.169.254"],
}


def ask(proxy: str, method: str, target: str) -> tuple[int, str]:
    """The status and reason that a proxy answers with."""
    parts = urlsplit(proxy)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        connection.putrequest(method, target, skip_host=True)
        connection.endheaders()
        response = connection.getresponse()
        return response.status, response.reason
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("GET", "http://169.254.169.254/latest/meta-data/", 403),
        ("GET", "http://0x7f.1/", 403),
        ("GET", "http://inside.test/", 403),
        ("GET", "http://mixed.test/", 403),
        ("GET", "http://router/", 403),
        ("GET", "http://unknown.test/", 502),
        ("GET", "ftp://a.test/", 400),
        ("GET", "http://me:secret@a.test/", 400),
        ("GET", "/", 400),
        ("POST", "http://a.test/", 405),
        ("CONNECT", "127.0.0.1:443", 403),
        ("CONNECT", "[::1]:22", 403),
        ("CONNECT", "2130706433:80", 403),
        ("CONNECT", "wrapped.test:443", 403),
        ("CONNECT", "localhost:443", 403),
    ],
)
def test_what_leads_into_a_private_network_is_refused(
    method: str, target: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected: list[Any] = []
    real = socket.getaddrinfo

    def look_up(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        if not str(host).endswith(".test"):
            return real(host, port, *rest, **more)
        if host not in NAMES:
            raise socket.gaierror(socket.EAI_NONAME, "no such host")
        kinds = [(socket.AF_INET6 if ":" in n else socket.AF_INET, n) for n in NAMES[host]]
        return [(kind, socket.SOCK_STREAM, 6, "", (number, port)) for kind, number in kinds]

    async def trap(*_given: Any) -> None:
        connected.append(target)
        raise OSError("no route")

    with guarding_proxy(Settings(timeout=PATIENCE, trust_env=False)) as proxy:
        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        monkeypatch.setattr(asyncio.selector_events.BaseSelectorEventLoop, "sock_connect", trap)  # type: ignore[attr-defined]
        assert ask(proxy, method, target)[0] == status
    assert connected == []


def test_what_is_public_is_passed_on() -> None:
    """Directly and through a further proxy, as pages and as tunnels."""
    with weblet() as web:
        web.pages = {"/page": page("Plain"), "http://far.test/page": page("Far")}
        place = web.proxy.removeprefix("http://")
        allowed = frozenset({place})
        direct = Settings(timeout=PATIENCE, trust_env=False, allow_private=allowed)
        web.hosts = {""}
        with guarding_proxy(direct) as proxy:
            assert ask(proxy, "GET", f"{web.proxy}/page") == (200, "OK")
            assert ask(proxy, "HEAD", f"{web.proxy}/page")[0] == 200
            assert ask(proxy, "GET", f"{web.proxy}/gone")[0] == 404
            tunnel = http.client.HTTPConnection(*_place(proxy), timeout=PATIENCE)
            tunnel.set_tunnel(*_place(web.proxy))
            tunnel.request("GET", "/page")
            assert b"Plain" in tunnel.getresponse().read()
            tunnel.close()
        web.asked.clear()
        with guarding_proxy(Settings(timeout=PATIENCE, proxy=web.proxy)) as proxy:
            assert ask(proxy, "GET", "http://far.test/page") == (200, "OK")
            assert ask(proxy, "GET", "http://10.0.0.1/")[0] == 403
            assert ask(proxy, "CONNECT", "far.test:443")[0] == 501  # as the weblet has no tunnels
        assert web.asked == ["http://far.test/page"]


def _place(url: str) -> tuple[str, int | None]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port


def test_a_proxy_of_the_network_gets_its_name_and_password() -> None:
    """The name and password stay between the two proxies."""
    heads: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 204 Nothing\r\nKeep-Alive: timeout=5\r\n\r\n")
        writer.close()

    async def go() -> tuple[int, str]:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        settings = Settings(timeout=PATIENCE, proxy=f"http://school:s%3Acret@127.0.0.1:{port}")
        with guarding_proxy(settings) as proxy:
            found = await asyncio.to_thread(ask, proxy, "GET", "http://far.test/a?b#c")
        server.close()
        return found

    assert asyncio.run(go()) == (204, "Nothing")
    lines = heads[0].decode().split("\r\n")
    assert lines[:2] == ["GET http://far.test/a?b HTTP/1.1", "Host: far.test"]
    assert "Proxy-Authorization: Basic c2Nob29sOnM6Y3JldA==" in lines


def test_linkchecker_is_given_the_certificates_of_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/srv/network.pem")
    configs = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        if "--config" in command:
            configs.append(Path(command[command.index("--config") + 1]).read_text("utf-8"))
        return subprocess.CompletedProcess(command, 2, "", "stopped")

    with pytest.raises(LinkCheckerError):
        run_linkchecker([], tmp_path, sys.executable, "[checking]\ntimeout=1\n", run=run)
    assert configs == ["[checking]\nsslverify=/srv/network.pem\ntimeout=1\n"]
