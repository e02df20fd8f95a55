"""Unpacking: decompresses what comes over the wire, never more of it than is asked for."""

from __future__ import annotations

import zlib

_EITHER = 32 + zlib.MAX_WBITS  # gzip or zlib, told apart by the first bytes


class Unpacker:
    """Turns the bytes that come into those that were meant.

    Servers name the wrong packing often enough that bytes which cannot be
    unpacked are taken as they are.
    """

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding.strip().lower()
        self._engine = (
            zlib.decompressobj(_EITHER) if self._encoding in {"gzip", "x-gzip", "deflate"} else None
        )
        self._begun = False

    @property
    def foreign(self) -> bool:
        """Whether it came packed in a way that nobody asked for and that is not known here."""
        return self._engine is None and self._encoding not in {"", "identity", "none", "utf-8"}

    def unpack(self, chunk: bytes, room: int) -> bytes:
        """At most ``room`` bytes of what ``chunk`` holds."""
        if room <= 0:
            return b""
        if self._engine is None:
            return chunk[:room]
        try:
            out = self._engine.decompress(chunk, room)
        except zlib.error:
            return b"" if self._begun else self._otherwise(chunk, room)
        self._begun = self._begun or bool(out)
        return out

    def _otherwise(self, chunk: bytes, room: int) -> bytes:
        self._begun = True
        self._engine = zlib.decompressobj(-zlib.MAX_WBITS)
        if self._encoding == "deflate":  # some servers leave the wrapping off
            try:
                return self._engine.decompress(chunk, room)
            except zlib.error:
                pass
        self._engine = None
        return chunk[:room]
