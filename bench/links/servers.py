"""Run an HTTP server on the loopback address in a separate process, as the web to check."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

PAGE = (
    "<!DOCTYPE html><html><head><title>Guide {path}</title></head><body><h1>Guide {path}</h1>"
    + "<p>Teachers meet, choose what to learn, and show what they have made.</p>" * 40
    + "</body></html>"
)


def serve(pipe: Connection, delay: float) -> None:
    """Answer every URL with a page of its own, and the probe URLs of soft-404 checks with 404."""

    async def respond(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                path = head.split(" ", 2)[1]
                await asyncio.sleep(delay)
                missing = "no-such" in path
                body = ("Not found" if missing else PAGE.format(path=path)).encode()
                status = "404 Not Found" if missing else "200 OK"
                writer.write(
                    f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n"
                    f"Content-Length: {len(body)}\r\n\r\n".encode()
                    + body
                )
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(respond, "127.0.0.1", 0, backlog=1000)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


@contextmanager
def server(delay: float) -> Iterator[int]:
    """Run the server; yields its port. Every host of the benchmark resolves to it."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(there, delay), daemon=True)
    process.start()
    try:
        yield here.recv()
    finally:
        process.terminate()
        process.join()
