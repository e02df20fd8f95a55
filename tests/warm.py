"""A fork server: a Python that has imported the project and forks a process for each command.

Importing everything takes a second, and the tests run hundreds of commands. A command runs as it
does from a shell, in a process with its own arguments, folder, environment, files and exit status,
with two differences: all have the same hash seed, so tests that depend on it start a new Python;
and a missing import may go unnoticed, so ``test_scripts.py`` starts every script in a new Python.

Run as a program, this is the server; :class:`Warm` is its client.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

THIRD_PARTY = """
    aiohttp babel.support colorama jinja2.ext jinja2.loaders linecache logging.config lxml.etree
    markdown.extensions.admonition markdown.extensions.attr_list markdown.extensions.codehilite
    markdown.extensions.fenced_code markdown.extensions.tables markdown.extensions.toc
    material.templates mkdocs.commands.build mkdocs.config.config_options mkdocs.localization
    mkdocs.theme multiprocessing.pool pydantic.type_adapter pygments.formatters.html
    pygments.lexers.css pygments.lexers.data pygments.lexers.html pygments.lexers.shell
    pymdownx.highlight pymdownx.superfences rich.progress ruamel.yaml selectolax.lexbor
    xml.etree.ElementTree zipfile
""".split()
"""Third-party modules that scripts and builds import; others are imported when needed."""

PACKAGES = ("console", "bench.synthetic")
"""The packages of this project that many commands import."""


class Warm:
    """The client of a fork server, which it starts."""

    def __init__(self) -> None:
        """Start the server."""
        self._socket, server_end = socket.socketpair()
        with server_end:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(server_end.fileno())],
                pass_fds=[server_end.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl+C is for the tests only
            )

    def run(
        self, command: list[str], cwd: Path, env: dict[str, str], answers: str, timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """Run a script, or ``-m`` and a module, like ``subprocess.run``."""
        request = json.dumps({"command": command, "cwd": str(cwd), "env": env})
        with contextlib.ExitStack() as stack:
            given, out, err = files = [
                stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
                for _ in range(3)
            ]
            given.write(answers)
            given.seek(0)
            socket.send_fds(self._socket, [b"!"], [file.fileno() for file in files])
            self._socket.sendall(f"{request}\n".encode())
            self._socket.settimeout(timeout)
            pid = int(self._read_line())
            try:
                status = int(self._read_line())
            except TimeoutError:
                os.kill(pid, signal.SIGKILL)
                self._read_line()
                raise subprocess.TimeoutExpired(command, timeout) from None
            for file in (out, err):
                file.seek(0)
            return subprocess.CompletedProcess(command, status, out.read(), err.read())

    def close(self) -> None:
        """Stop the server."""
        self._socket.close()
        self._process.wait()

    def _read_line(self) -> str:
        text = b""
        while not text.endswith(b"\n"):
            more = self._socket.recv(1)
            if not more:
                raise RuntimeError("The Python that runs commands has ended.")
            text += more
        return text.decode()


def serve(connection: socket.socket) -> dict[str, Any] | None:
    """Fork for each command; return it in the child, and None in the parent at the end."""
    while True:
        _, files, _, _ = socket.recv_fds(connection, 1, 3)
        if not files:
            return None
        with connection.makefile("rb", buffering=0) as lines:
            request: dict[str, Any] = json.loads(lines.readline())
        pid = os.fork()
        if pid == 0:
            connection.close()
            for number, file in enumerate(files):
                os.dup2(file, number)
                os.close(file)
            return request
        for file in files:
            os.close(file)
        connection.sendall(f"{pid}\n".encode())
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        connection.sendall(f"{status}\n".encode())


def load() -> None:
    """Import what commands need."""
    for name in (*THIRD_PARTY, "resource_catalog", *PACKAGES):
        importlib.import_module(name)
    for name in ("resource_catalog", *PACKAGES):
        for module in pkgutil.walk_packages(sys.modules[name].__path__, f"{name}."):
            importlib.import_module(module.name)
    gc.collect()
    gc.freeze()


def become(command: list[str], cwd: str, env: dict[str, str]) -> None:
    """Run a command in this process as if Python had been started with it."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    if command[0] == "-m":
        sys.argv = command[1:]
        sys.path[0] = cwd
        runpy.run_module(command[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = command
        sys.path[0] = str(Path(command[0]).resolve().parent)
        runpy.run_path(command[0], run_name="__main__")


def main() -> None:
    """Import everything, then serve commands."""
    paths = [str(ROOT), str(ROOT / "hooks"), str(ROOT / "scripts")]
    sys.path[0:1] = paths
    load()
    sys.path[0 : len(paths)] = [""]
    request = serve(socket.socket(fileno=int(sys.argv[1])))
    if request:
        become(**request)


if __name__ == "__main__":
    main()
