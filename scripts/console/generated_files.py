"""Write generated files that are out of date, or list them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from resource_catalog.loading.saving.whole_file import write_file
from resource_catalog.model.messages import _


def update_files(
    folder: Path,
    texts: Mapping[str, str],
    *,
    check: bool,
    command: str,
    may_be_stale: Collection[str] = (),
    inside: Path | None = None,
) -> int:
    """Write ``texts`` by file name into a folder; return the exit status.

    With ``check`` nothing is written: files that are out of date are listed with the ``command``
    that writes them, except those in ``may_be_stale``. Raises ``OSError``, also for files that are
    not ``inside`` a folder.
    """
    stale = 0
    for name, text in texts.items():
        path = folder / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        if check and name in may_be_stale:
            continue
        stale += 1
        if check:
            print(
                _("%(file)s is out of date: run %(command)s", file=path.as_posix(), command=command)
            )
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, text, inside=inside)
            print(_("%(file)s written", file=path.as_posix()))
    return 1 if check and stale else 0
