"""Pictures: the size of a JPEG, by which YouTube's grey one is known."""

from __future__ import annotations


def is_grey(picture: bytes) -> bool:
    """Whether a picture has the size of the one that YouTube shows for what is not there."""
    return jpeg_size(picture) == (120, 90)


def jpeg_size(picture: bytes) -> tuple[int, int] | None:
    """Width and height as the head of a JPEG file gives them."""
    place = 2
    while picture[:2] == b"\xff\xd8" and place + 9 <= len(picture) and picture[place] == 0xFF:
        kind = picture[place + 1]
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:
            height = int.from_bytes(picture[place + 5 : place + 7], "big")
            width = int.from_bytes(picture[place + 7 : place + 9], "big")
            return width, height
        place += 2 + int.from_bytes(picture[place + 2 : place + 4], "big")
    return None
