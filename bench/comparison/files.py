"""Read the files of a built site for comparison, with archives unpacked."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bench.comparison.hashed_names import find_hashes, mask_content, mask_path


def read_site(site: Path) -> dict[str, bytes]:
    """The content of every file by its path; hashes in names are masked.

    A member of an archive has the path of the archive as a prefix: the order and compression of the
    members make no difference to a reader.
    """
    found = dict(_unpacked(site))
    hashes = find_hashes(found)
    return {mask_path(path): mask_content(content, hashes) for path, content in found.items()}


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
