"""Decompress gzip and deflate response bodies up to a size limit (decompression-bomb safe)."""

from __future__ import annotations

import zlib

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS  # gzip or zlib, told apart by the first bytes


class Decompressor:
    """Decompress the chunks of one response body.

    Servers declare the wrong encoding often enough that bytes which cannot be decompressed are
    taken as they are.
    """

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding.strip().lower()
        self._decoder = (
            zlib.decompressobj(_GZIP_OR_ZLIB)
            if self._encoding in {"gzip", "x-gzip", "deflate"}
            else None
        )
        self._started = False

    @property
    def is_unsupported(self) -> bool:
        """Whether the encoding is neither known here nor one that was accepted."""
        return self._decoder is None and self._encoding not in {"", "identity", "none", "utf-8"}

    def decompress(self, chunk: bytes, max_bytes: int) -> bytes:
        """Decompress ``chunk`` to at most ``max_bytes`` bytes."""
        if max_bytes <= 0:
            return b""
        if self._decoder is None:
            return chunk[:max_bytes]
        try:
            data = self._decoder.decompress(chunk, max_bytes)
        except zlib.error:
            return b"" if self._started else self._fall_back(chunk, max_bytes)
        self._started = self._started or bool(data)
        return data

    def _fall_back(self, chunk: bytes, max_bytes: int) -> bytes:
        self._started = True
        self._decoder = zlib.decompressobj(-zlib.MAX_WBITS)
        if self._encoding == "deflate":  # some servers omit the zlib header
            try:
                return self._decoder.decompress(chunk, max_bytes)
            except zlib.error:
                pass
        self._decoder = None
        return chunk[:max_bytes]
