"""Write zip files; the same content always gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time in a zip file. It is fixed, so that builds are reproducible."""


def zip_archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file of ``files``, which are pairs of a name and a content."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return found.getvalue()
