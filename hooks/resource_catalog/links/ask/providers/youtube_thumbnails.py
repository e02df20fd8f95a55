"""Recognize YouTube's placeholder thumbnail by the dimensions of the JPEG."""

from __future__ import annotations


def is_placeholder(image: bytes) -> bool:
    """Whether an image has the dimensions of YouTube's thumbnail for missing videos."""
    return jpeg_size(image) == (120, 90)


def jpeg_size(image: bytes) -> tuple[int, int] | None:
    """Width and height in pixels from the header of a JPEG file; None if there are none."""
    position = 2
    while image[:2] == b"\xff\xd8" and position + 9 <= len(image) and image[position] == 0xFF:
        marker = image[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height = int.from_bytes(image[position + 5 : position + 7], "big")
            width = int.from_bytes(image[position + 7 : position + 9], "big")
            return width, height
        position += 2 + int.from_bytes(image[position + 2 : position + 4], "big")
    return None
