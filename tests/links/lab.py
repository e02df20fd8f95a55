"""The lab: a faulty web on loopback, with its own name servers, certificates and forward proxy.

What each address answers is data (``lab.yml``). Hosts are virtual: in direct
runs ``Settings.resolve`` sends them to the lab's ports, in proxy runs the
lab's proxy does. Whatever the lab does not know is, for a host it knows, an
honest 404, and otherwise a host that does not exist.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import functools
import gzip
import socket
import ssl
import struct
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import trustme
import yaml
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

HERE = Path(__file__).parent
Answer = dict[str, Any]
Issue = Callable[..., trustme.LeafCert]

PATIENCE = 60
"""In seconds, how long a check waits for an answer that will come: on a loaded machine, late."""

NAMES_IN_CERTIFICATE = 30

NEVER_ENDS = frozenset({"hang", "stall", "drip"})
"""What an answer ``does`` when a check must give up."""


@dataclass
class Case:
    """One link, what the web answers for it, and what is right."""

    name: str
    url: str
    expect: str
    answers: dict[str, Any] = field(default_factory=dict)
    target: dict[str, Any] = field(default_factory=dict)
    final: str | None = None
    reason: str = ""
    only: str = ""
    also: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    weeks: list[dict[str, Any]] = field(default_factory=list)
    kind: int = 0
    lang: str = ""
    guard: bool = False

    def in_week(self, week: int) -> Case:
        """The case as the web answers it in one of its weeks."""
        told = self.weeks[week]
        return replace(
            self,
            expect=told["expect"],
            also=told.get("also", []),
            answers=told["answers"],
            weeks=[],
        )

    @property
    def hosts(self) -> set[str]:
        return {urlsplit(url).netloc for url in self.answers}

    @property
    def never_ends(self) -> bool:
        """Whether an answer never comes to its end."""
        return any(
            isinstance(answer, dict) and answer.get("does") in NEVER_ENDS
            for answer in self.answers.values()
        )


def cases(*names: str) -> list[Case]:
    """All cases of some files."""
    found = []
    for name in names:
        text = (HERE / name).read_text(encoding="utf-8")
        written = yaml.load(text, yaml.CSafeLoader)  # in C: these files are long
        found += [Case(**case) for case in written]
    return found


@dataclass
class Lab:
    """Servers that answer for every host of some cases."""

    cases: list[Case]
    asked: Counter[str] = field(default_factory=Counter)
    arrivals: list[tuple[str, float]] = field(default_factory=list)
    answers: dict[str, Any] = field(default_factory=dict)
    resolve: dict[str, str] = field(default_factory=dict)
    tunnels: dict[str, int] = field(default_factory=dict)
    proxy: str = ""
    intermediate: bytes = b""
    proxy_error: tuple[int, str, bytes] = (502, "Bad Gateway", b"no such host")

    most_at_once: int = 0
    sent: int = 0
    _now: Counter[str] = field(default_factory=Counter)
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)
    _over: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        for case in self.cases:
            for url, answer in case.answers.items():
                assert self.answers.get(url, answer) == answer, f"{url} is in two cases"
                self.answers[url] = answer

    @contextlib.asynccontextmanager
    async def open(self, folder: Path) -> AsyncIterator[Lab]:
        """Run the servers; the certificate to trust is ``folder/ca.pem``."""
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(folder / "ca.pem"))
        past = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
        certificates: dict[str, Issue] = {
            "good": authority.issue_cert,
            "expired": functools.partial(authority.issue_cert, not_after=past),
            "wrong-host": lambda *_: authority.issue_cert("somewhere-else.test"),
            "self-signed": trustme.CA().issue_cert,
        }
        names = sorted({"lab.test", *map(_host, self.answers)})
        contexts = {kind: _context_for_names(names, issue) for kind, issue in certificates.items()}
        for kind, leaf in self._without_intermediate(authority).items():
            (folder / "leaf.pem").write_bytes(leaf)
            contexts[kind] = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            contexts[kind].load_cert_chain(folder / "leaf.pem")
        servers = [await asyncio.start_server(self._plain, "127.0.0.1", 0)]
        ports = {"http": servers[0].sockets[0].getsockname()[1]}
        for kind, context in contexts.items():
            server = await asyncio.start_server(self._secure, "127.0.0.1", 0, ssl=context)
            servers.append(server)
            ports[kind] = server.sockets[0].getsockname()[1]
        for url, answer in self.answers.items():
            parts = urlsplit(url)
            host = _host(url)
            kind = "http"
            if parts.scheme == "https":
                first = answer[0] if isinstance(answer, list) else answer
                kind = first.get("certificate", "good")
                if kind == "no-intermediate":
                    kind += first.get("aia", "")
                port = parts.port or 443
            else:
                port = parts.port or 80
            self.resolve.setdefault(f"{host}:{port}", f"127.0.0.1:{ports[kind]}")
        forward = await asyncio.start_server(self._forward, "127.0.0.1", 0)
        servers.append(forward)
        self.proxy = f"http://127.0.0.1:{forward.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            for server in servers:
                server.close()
            self._over.set()
            for writer in list(self._writers):
                writer.transport.abort()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _without_intermediate(self, root: trustme.CA) -> dict[str, bytes]:
        """Leaves whose issuer the server does not send, one for each place where it lies."""
        names: dict[str, set[str]] = {}
        for url, answer in self.answers.items():
            first = answer[0] if isinstance(answer, list) else answer
            if first.get("certificate") == "no-intermediate":
                names.setdefault(first.get("aia", ""), set()).add(_host(url))
        if not names:
            return {}
        issuer = root.create_child_ca()
        self.intermediate = _der(issuer.cert_pem.bytes())
        return {
            f"no-intermediate{place}": _leaf(issuer, sorted(hosts), place)
            for place, hosts in names.items()
        }

    # --- answering

    async def _plain(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._serve(reader, writer, "http")

    async def _secure(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._serve(reader, writer, "https")

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, scheme: str
    ) -> None:
        self._enter(writer)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            path, headers = await _request(reader)
            await self._answer(writer, scheme, path, headers)
        await self._leave(writer)

    def _enter(self, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._writers.add(writer)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _leave(self, writer: asyncio.StreamWriter) -> None:
        await _close(writer)
        self._writers.discard(writer)

    async def _answer(
        self, writer: asyncio.StreamWriter, scheme: str, path: str, headers: dict[str, str]
    ) -> None:
        url = f"{scheme}://{headers.get('host', '')}{path}"
        self.asked[url] += 1
        self.arrivals.append((headers.get("host", ""), asyncio.get_running_loop().time()))
        answer = self._chosen(url, headers)
        self._now[headers.get("host", "")] += 1
        self.most_at_once = max(self.most_at_once, *self._now.values())
        try:
            await self._send(writer, answer)
        finally:
            self._now[headers.get("host", "")] -= 1

    async def _send(self, writer: asyncio.StreamWriter, answer: Answer) -> None:
        await asyncio.sleep(answer.get("wait", 0))
        if "after" in answer:
            await answer["after"].wait()
        match answer.get("does"):
            case "reset":
                _reset(writer)
                return
            case "close":
                return
            case "hang":
                await self._over.wait()
                return
            case "garbage":
                writer.write(b"\x00\x01\x02 this is no HTTP\r\n\r\n" * 20)
                await writer.drain()
                return
        writer.write(_head(answer))
        body = _body(answer)
        match answer.get("does"):
            case "endless":
                for _ in range(20_000):
                    writer.write(body or b"<p>and on and on</p>" * 400)
                    await writer.drain()
                    self.sent += 8000
            case "drip":
                writer.write(body)
                for _ in range(300):
                    if self._over.is_set():
                        break
                    await writer.drain()
                    await asyncio.sleep(0.1)
                    writer.write(b" ")
            case "cut":
                writer.write(body[: len(body) // 2])
                await writer.drain()
                _reset(writer)
                return
            case "stall":
                await writer.drain()
                await self._over.wait()
            case _:
                writer.write(body)
        await writer.drain()

    def _chosen(self, url: str, headers: dict[str, str]) -> Answer:
        answer: Any = self.answers.get(url)
        times = self.asked[url]
        if answer is None:
            wild = [u for u in self.answers if u.endswith("*") and url.startswith(u[:-1])]
            answer = {"status": 404, "html": NOT_HERE}
            if wild:
                answer = self.answers[max(wild, key=len)]
                times = sum(
                    n for u, n in self.asked.items() if u.startswith(max(wild, key=len)[:-1])
                )
        if isinstance(answer, list):
            answer = answer[min(times, len(answer)) - 1]
        if "{last}" in answer.get("html", ""):  # a page that repeats what was asked
            answer = {**answer, "html": answer["html"].replace("{last}", url.split("/")[-1])}
        if answer.get("text") == "INTERMEDIATE":
            return {**answer, "bytes": self.intermediate}
        if "with_cookie" in answer and headers.get("cookie"):
            return dict(answer["with_cookie"])
        if "to_browsers" in answer and "Chrome/" in headers.get("user-agent", ""):
            return dict(answer["to_browsers"])
        return dict(answer)

    # --- the proxy

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._enter(writer)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            line, headers = await _head_of_request(reader)
            method, where, _ = line.split(" ", 2)
            if method == "CONNECT":
                lab = self.resolve.get(where)
                self.asked[f"CONNECT {where}"] += 1
                if lab is None:
                    self._refuse(writer)
                else:
                    await _tunnel(reader, writer, int(lab.rpartition(":")[2]))
            else:
                parts = urlsplit(where)
                path = where.split("/", 3)[3] if where.count("/") > 2 else ""
                if f"{parts.hostname}:{parts.port or 80}" not in self.resolve:
                    self.asked[where] += 1
                    self._refuse(writer)
                else:
                    await self._answer(writer, "http", f"/{path}", headers)
            await writer.drain()
        await self._leave(writer)

    def _refuse(self, writer: asyncio.StreamWriter) -> None:
        status, phrase, body = self.proxy_error
        writer.write(
            f"HTTP/1.1 {status} {phrase}\r\nContent-Length: {len(body)}\r\n"
            "Connection: close\r\n\r\n".encode()
            + body
        )


NOT_HERE = "<title>404 Not Found</title><h1>Not Found</h1>"


async def _request(reader: asyncio.StreamReader) -> tuple[str, dict[str, str]]:
    line, headers = await _head_of_request(reader)
    return line.split(" ")[1], headers


async def _head_of_request(reader: asyncio.StreamReader) -> tuple[str, dict[str, str]]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in head[1:] if line)
    return head[0], {name.lower(): value.strip() for name, _, value in pairs}


def _head(answer: Answer) -> bytes:
    headers = {"Connection": "close", **answer.get("headers", {})}
    body = _body(answer)
    if answer.get("does") not in {"endless", "drip"} and "Content-Length" not in headers:
        headers["Content-Length"] = str(len(body) + (10 if answer.get("does") == "stall" else 0))
    if "to" in answer and "to_charset" not in answer:
        headers["Location"] = answer["to"]
    if answer.get("does") == "bomb":
        headers["Content-Encoding"] = "gzip"
    if "pdf" in answer:
        headers.setdefault("Content-Type", "application/pdf")
    if "html" in answer:
        headers.setdefault("Content-Type", "text/html; charset=utf-8")
    status = answer.get("status", 302 if "to" in answer else 200)
    lines = [f"HTTP/1.1 {status} {answer.get('phrase', 'Some Phrase')}"]
    for name, value in headers.items():
        lines += [f"{name}: {one}" for one in (value if isinstance(value, list) else [value])]
    head = "\r\n".join(lines).encode()
    if "to_charset" in answer:
        head += b"\r\nLocation: " + answer["to"].encode(answer["to_charset"])
    return head + b"\r\n\r\n"


def _body(answer: Answer) -> bytes:
    if answer.get("does") == "bomb":
        return _bomb(answer.get("html", ""))
    if "html" in answer:
        text = answer["html"]
        return str(text).encode(answer.get("charset", "utf-8"))
    if "bytes" in answer:
        return bytes(answer["bytes"])
    if "pdf" in answer:
        return b"%PDF-1.7\n" + b"x" * 3000
    if "jpeg" in answer:
        width, height = answer["jpeg"]
        return (
            b"\xff\xd8\xff\xe0\x00\x10JFIF"
            + b"\0" * 10
            + struct.pack(">BBHBHHB", 0xFF, 0xC0, 17, 8, height, width, 3)
            + b"\0" * 200
        )
    return str(answer.get("text", "")).encode()


def _host(url: str) -> str:
    """The host of an address, as name servers and certificates have it."""
    return (urlsplit(url).hostname or "").encode("idna").decode()


def _context_for_names(names: Sequence[str], issue: Issue) -> ssl.SSLContext:
    """What a server shows to whoever asks: a certificate that has the name they ask for.

    One for all names of a lab would be so long that reading it takes a third of a check, and one
    for each takes as long to make.
    """
    contexts: dict[int, ssl.SSLContext] = {}
    places = {name: place // NAMES_IN_CERTIFICATE for place, name in enumerate(names)}

    def choose(connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        place = places.get(name or "", 0)
        if place not in contexts:
            start = place * NAMES_IN_CERTIFICATE
            contexts[place] = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            issue(*names[start : start + NAMES_IN_CERTIFICATE]).configure_cert(contexts[place])
        connection.context = contexts[place]

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.sni_callback = choose
    return context


def _der(pem: bytes) -> bytes:
    return x509.load_pem_x509_certificate(pem).public_bytes(serialization.Encoding.DER)


def _leaf(issuer: trustme.CA, names: list[str], place: str) -> bytes:
    """Key and certificate of a leaf that names the place of its issuer's certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    signer = serialization.load_pem_private_key(issuer.private_key_pem.bytes(), None)
    parent = x509.load_pem_x509_certificate(issuer.cert_pem.bytes())
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "leaf")]))
        .issuer_name(parent.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(n) for n in names]), False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(parent.public_key()), False
        )
    )
    if place:
        where = x509.AccessDescription(
            x509.AuthorityInformationAccessOID.CA_ISSUERS, x509.UniformResourceIdentifier(place)
        )
        builder = builder.add_extension(x509.AuthorityInformationAccess([where]), False)
    leaf = builder.sign(signer, hashes.SHA256())
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ) + leaf.public_bytes(serialization.Encoding.PEM)


@functools.cache
def _bomb(page: str) -> bytes:
    return gzip.compress(page.encode() + b" " * 50_000_000, 1)


async def _close(writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        writer.close()
        await writer.wait_closed()


def _reset(writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def _tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
    far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")

    async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        with contextlib.suppress(OSError):
            sink.close()

    try:
        await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))
    finally:
        far_writer.transport.abort()
        await _close(far_writer)
