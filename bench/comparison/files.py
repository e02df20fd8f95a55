"""The files of a built site, unpacked where they are archives, as they are compared."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bench.comparison.hashed_names import hashes_in, replaced, without_hashes


def files_of(site: Path) -> dict[str, bytes]:
    """What every file holds, by its path; hashed names are made alike.

    What is in an archive has the path of the archive before it: neither the
    order nor the compression of its members is of interest to a reader.
    """
    found = dict(_unpacked(site))
    hashes = hashes_in(found)
    return {without_hashes(path): replaced(content, hashes) for path, content in found.items()}


def _unpacked(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*")):
        if not file.is_file():
            continue
        path, content = file.relative_to(site).as_posix(), file.read_bytes()
        if path.endswith(".gz"):
            yield path, gzip.decompress(content)
        elif zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for name in archive.namelist():
                    yield f"{path}/{name}", archive.read(name)
        else:
            yield path, content
