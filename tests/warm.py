"""A Python that has loaded the project, and forks off a process for each command it is handed.

To load everything takes a second, and the tests run hundreds of commands. What runs here is as
real as when started by hand: a process with its own arguments, folder, environment, files and
exit status. Two things are not: texts are hashed alike in all of them, so what must not depend on
the order of a set is started afresh; and a forgotten import may go unseen, so ``test_scripts.py``
starts every script afresh once.

Run as a program this is the one that forks; :class:`Warm` is how tests speak to it.
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

THEIRS = """
    aiohttp babel.support colorama jinja2.ext jinja2.loaders linecache logging.config lxml.etree
    markdown.extensions.admonition markdown.extensions.attr_list markdown.extensions.codehilite
    markdown.extensions.fenced_code markdown.extensions.tables markdown.extensions.toc
    material.templates mkdocs.commands.build mkdocs.config.config_options mkdocs.localization
    mkdocs.theme multiprocessing.pool pydantic.type_adapter pygments.formatters.html
    pygments.lexers.css pygments.lexers.data pygments.lexers.html pygments.lexers.shell
    pymdownx.highlight pymdownx.superfences rich.progress ruamel.yaml segno selectolax.lexbor
    xml.etree.ElementTree zipfile
""".split()
"""What scripts and builds load of others; one that is missing here is only loaded later."""

ROOMS = ("console", "bench.synthetic")
"""The packages beside the product that many commands need."""


class Warm:
    """The warmed-up Python of a test run; ends with it."""

    def __init__(self) -> None:
        """Start it."""
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # what is typed at a terminal is for the tests
            )

    def run(
        self, command: list[str], cwd: Path, env: dict[str, str], answers: str, timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """Run a script, or ``-m`` and a module, to its end, as ``subprocess.run`` would."""
        asked = json.dumps({"command": command, "cwd": str(cwd), "env": env})
        with contextlib.ExitStack() as stack:
            given, out, err = files = [
                stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
                for _ in range(3)
            ]
            given.write(answers)
            given.seek(0)
            socket.send_fds(self._line, [b"!"], [file.fileno() for file in files])
            self._line.sendall(f"{asked}\n".encode())
            self._line.settimeout(timeout)
            pid = int(self._said())
            try:
                status = int(self._said())
            except TimeoutError:
                os.kill(pid, signal.SIGKILL)
                self._said()
                raise subprocess.TimeoutExpired(command, timeout) from None
            for file in (out, err):
                file.seek(0)
            return subprocess.CompletedProcess(command, status, out.read(), err.read())

    def close(self) -> None:
        """End it."""
        self._line.close()
        self._process.wait()

    def _said(self) -> str:
        text = b""
        while not text.endswith(b"\n"):
            more = self._line.recv(1)
            if not more:
                raise RuntimeError("The Python that runs commands has ended.")
            text += more
        return text.decode()


def serve(line: socket.socket) -> dict[str, Any] | None:
    """Fork for each command; gives it to the new process, and None at the end to the old one."""
    while True:
        _, files, _, _ = socket.recv_fds(line, 1, 3)
        if not files:
            return None
        with line.makefile("rb", buffering=0) as lines:
            asked: dict[str, Any] = json.loads(lines.readline())
        pid = os.fork()
        if pid == 0:
            line.close()
            for number, file in enumerate(files):
                os.dup2(file, number)
                os.close(file)
            return asked
        for file in files:
            os.close(file)
        line.sendall(f"{pid}\n".encode())
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        line.sendall(f"{status}\n".encode())


def load() -> None:
    """Load what commands will need."""
    for name in (*THEIRS, "resource_catalog", *ROOMS):
        importlib.import_module(name)
    for name in ("resource_catalog", *ROOMS):
        for module in pkgutil.walk_packages(sys.modules[name].__path__, f"{name}."):
            importlib.import_module(module.name)
    gc.collect()
    gc.freeze()


def become(command: list[str], cwd: str, env: dict[str, str]) -> None:
    """Go on as Python does that was started with this command."""
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
    """Load everything, then be each command in turn."""
    paths = [str(ROOT), str(ROOT / "hooks"), str(ROOT / "scripts")]
    sys.path[0:1] = paths
    load()
    sys.path[0 : len(paths)] = [""]
    asked = serve(socket.socket(fileno=int(sys.argv[1])))
    if asked:
        become(**asked)


if __name__ == "__main__":
    main()
