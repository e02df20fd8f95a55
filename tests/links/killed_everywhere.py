"""Run a command over and over, killed before its first change to a file, its second, and so on.

After each the command is run once more in peace; the folder it works in (``catalog``, here) must
then be what it is when nobody is killed. ``python killed_everywhere.py COMMAND ARGUMENT …``, from
the folder above.
"""

from __future__ import annotations

import os
import runpy
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

CATALOG, BEFORE = Path("catalog"), Path("before")
CHANGES = {"os.rename", "os.remove", "os.chmod", "os.truncate"}


def main() -> int:
    """Run the command; gives the exit status."""
    script, *arguments = sys.argv[1:]
    sys.argv = [script, *arguments]
    sys.path.insert(0, str(Path(script).parent))
    import check_links  # loaded once, for all the runs to come

    assert Path(check_links.__file__) == Path(script)
    shutil.copytree(CATALOG, BEFORE)
    assert run(script) in (0, 1)
    wanted = contents()
    for number in range(1000):
        restore()
        if run(script, lambda number=number: kill_before(number)) >= 0:
            print(number, "moments")
            return 0
        left = sorted(contents())
        if run(script) not in (0, 1) or contents() != wanted:
            print(f"killed before change {number}, with {left}:", contents(), "not", wanted)
            return 1
    return 1


def run(script: str, prepare: Callable[[], None] = lambda: None) -> int:
    """The command in a process of its own; gives its exit status, less than 0 when killed."""
    child = os.fork()
    if child == 0:
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        prepare()
        try:
            runpy.run_path(script, run_name="__main__")
        except SystemExit as ended:
            os._exit(int(ended.code or 0))
        os._exit(3)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_before(number: int) -> None:
    """Die without a word when so many changes to files have been made."""
    made = 0

    def hook(event: str, what: tuple[Any, ...]) -> None:
        nonlocal made
        if event in CHANGES or (event == "open" and is_written(*what)):
            if made == number:
                os.kill(os.getpid(), signal.SIGKILL)
            made += 1

    sys.addaudithook(hook)


def is_written(path: object, mode: str | None, flags: int) -> bool:
    """Whether a file of the catalog is opened to be changed."""
    return CATALOG.name in str(path) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def contents() -> dict[str, bytes]:
    """Every file of the catalog."""
    return {path.as_posix(): path.read_bytes() for path in CATALOG.rglob("*") if path.is_file()}


def restore() -> None:
    """The catalog as it was at first."""
    shutil.rmtree(CATALOG)
    shutil.copytree(BEFORE, CATALOG)


if __name__ == "__main__":
    sys.exit(main())
