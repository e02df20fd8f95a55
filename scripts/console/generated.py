"""Generated files: written where they are out of date, or only named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path


def bring_up_to_date(
    folder: Path,
    texts: Mapping[str, str],
    *,
    check: bool,
    command: str,
    may_be_old: Collection[str] = (),
) -> int:
    """Write files into a folder, by their names; gives the exit status.

    With ``check``, only those are named that are out of date, with the
    ``command`` that writes them; ``may_be_old`` are not among them.
    """
    stale = 0
    for name, text in texts.items():
        path = folder / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        if check and name in may_be_old:
            continue
        stale += 1
        if check:
            print(f"{path.as_posix()} is out of date: run {command}")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.as_posix()} written")
    return 1 if check and stale else 0
