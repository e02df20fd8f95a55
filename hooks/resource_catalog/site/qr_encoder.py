"""Encode a text as the modules (the dark and light squares) of a QR code.

A site has hundreds of codes in a few sizes. Where each bit of the text is drawn depends on the size
alone, so this is worked out once for a size, and a code takes less than a tenth of a millisecond.

The text is stored as bytes, in the smallest code with error correction level M, and with a higher
level if that code has room for it. Level M survives a fold or stain on paper over 15 % of the
modules.

Standard: ISO/IEC 18004:2015; its clauses are named below. ``tests/site/test_qr_encoder.py``
compares the codes with those of segno, which has all of the standard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate, product, zip_longest
from operator import itemgetter
from typing import NamedTuple

MASK_PATTERN = 2
"""The data mask, one of eight; the code itself records which. This one inverts every third column.

Trying all eight, as encoders do, takes most of the time and improves the code by a few percent.
"""

# For versions 1 to 40, the number of blocks that the text is divided into, and how many bytes
# correct the errors in each (7.5.1).
_BLOCKS_M = """
    1:10 1:16 1:26 2:18 2:24 4:16 4:18 4:22 5:22 5:26 5:30 8:22 9:22 9:24 10:24 10:28 11:28 13:26
    14:26 16:26 17:26 17:28 18:28 20:28 21:28 23:28 25:28 26:28 28:28 29:28 31:28 33:28 35:28 37:28
    38:28 40:28 43:28 45:28 47:28 49:28"""
_BLOCKS_Q = """
    1:13 1:22 2:18 2:26 4:18 4:24 6:18 6:22 8:20 8:24 8:28 10:26 12:24 16:20 12:30 17:24 16:28 18:28
    21:26 20:30 23:28 23:30 25:30 27:30 29:30 34:28 34:30 35:30 38:30 40:30 43:30 45:30 48:30 51:30
    53:30 56:30 59:30 62:30 65:30 68:30"""
_BLOCKS_H = """
    1:17 1:28 2:22 4:16 4:22 4:28 5:26 6:26 8:24 8:28 11:24 11:28 16:22 16:24 18:24 16:30 19:28
    21:28 25:26 25:28 25:30 34:24 30:30 32:30 35:30 37:30 40:30 42:30 45:30 48:30 51:30 54:30 57:30
    60:30 63:30 66:30 70:30 74:30 77:30 81:30"""

_LEVELS = ((0b00, _BLOCKS_M), (0b11, _BLOCKS_Q), (0b10, _BLOCKS_H))
"""The levels of error correction, lowest first, each with the number that a code records."""

_INVERTED = str.maketrans("01", "10")


def module_rows(text: str) -> tuple[str, ...]:
    """The rows of modules from top to bottom, with ``1`` for dark and ``0`` for light.

    Raises ValueError for a text of more than 2,331 bytes, which no code can hold.
    """
    data = _bytes_of(text)
    version, level = _smallest(len(data))
    layout = _layout(version, level)
    words = _padded(data, layout.blocks[-1].stop, version)
    checks = (_check_bytes(words[block], layout.check_bytes) for block in layout.blocks)
    message = words + b"".join(checks)
    bits = f"{int.from_bytes(message):0{8 * len(message)}b}"
    modules = "".join(layout.modules(bits + bits.translate(_INVERTED) + "01"))
    side = _side(version)
    return tuple(modules[start : start + side] for start in range(0, len(modules), side))


def _bytes_of(text: str) -> bytes:
    """In Latin 1, which readers take for granted, or as they guess best."""
    for encoding in ("iso-8859-1", "shift_jis"):
        try:
            return text.encode(encoding)
        except UnicodeError:
            continue
    return text.encode()


@lru_cache(maxsize=256)
def _smallest(length: int) -> tuple[int, int]:
    """The smallest version for so many bytes of text, and its highest level."""
    for version in range(1, 41):
        head = 2 if version < 10 else 3  # see _padded
        for level in reversed(range(len(_LEVELS))):
            if head + length <= _blocks(version, level)[-1].stop:
                return version, level
    raise ValueError(f"no QR code holds {length} bytes")


def _blocks(version: int, level: int) -> list[slice]:
    """The bytes of the text that are in each block; later blocks may be longer by one."""
    number, check_bytes = _error_correction(version, level)
    length, longer = divmod(_capacity(version) // 8 - number * check_bytes, number)
    lengths = [length] * (number - longer) + [length + 1] * longer
    return [slice(end - size, end) for size, end in zip(lengths, accumulate(lengths), strict=True)]


def _error_correction(version: int, level: int) -> tuple[int, int]:
    """The number of blocks, and of the bytes that correct errors in each."""
    number, check_bytes = _LEVELS[level][1].split()[version - 1].split(":")
    return int(number), int(check_bytes)


def _side(version: int) -> int:
    return 17 + 4 * version


def _capacity(version: int) -> int:
    """The number of modules that no pattern takes (table 1)."""
    modules = (16 * version + 128) * version + 64
    if version >= 2:
        patterns = version // 7 + 2
        modules -= (25 * patterns - 10) * patterns - 55
    return modules - 36 if version >= 7 else modules


def _padded(data: bytes, length: int, version: int) -> bytes:
    """The text after its mode and length, and before what fills the code (7.4)."""
    count_bits = 8 if version < 10 else 16
    head = (0b0100 << count_bits | len(data)) << 4  # four bits move the text, and end it
    size = len(data) + (count_bits + 8) // 8
    used = head << 8 * len(data) | int.from_bytes(data) << 4
    # The standard fills without the zero. Readers ignore all of it, and segno always wrote one.
    return (used.to_bytes(size) + b"\0" + b"\xec\x11" * length)[:length]


# What corrects errors: the remainder of a division of polynomials over GF(256) (7.5.2).


def _check_bytes(block: bytes, number: int) -> bytes:
    remainders = _remainders(number)
    shift = 8 * (number - 1)
    kept = (1 << shift) - 1
    rest = 0
    for byte in block:
        rest = (rest & kept) << 8 ^ remainders[rest >> shift ^ byte]
    return rest.to_bytes(number)


@lru_cache(maxsize=32)
def _remainders(number: int) -> list[int]:
    """For each value of a byte, the remainder that it leaves."""
    powers = list(accumulate(range(254), lambda power, _: _doubled(power), initial=1))
    exponents = {power: exponent for exponent, power in enumerate(powers)}
    divisor = [1]
    for root in range(number):
        times = [powers[(exponents[value] + root) % 255] if value else 0 for value in divisor]
        divisor = [left ^ right for left, right in zip([*divisor, 0], [0, *times], strict=True)]
    remainders, of_bit = [0], divisor[1:]
    for _bit in range(8):
        remainder = int.from_bytes(bytes(of_bit))
        remainders += [remainder ^ other for other in remainders]
        of_bit = [_doubled(value) for value in of_bit]
    return remainders


def _doubled(value: int) -> int:
    return value << 1 ^ (0b1_0001_1101 if value & 0x80 else 0)


# Where everything is drawn.

_Module = tuple[int, int]
"""A row and a column."""


class _Layout(NamedTuple):
    """Where the message of a code is divided, and drawn.

    ``blocks`` are those of the text, and ``check_bytes`` is the number of bytes that correct errors
    in each. ``modules`` takes all modules, row by row, from the bits of the message, the same
    inverted, and ``01``.
    """

    blocks: list[slice]
    check_bytes: int
    modules: Callable[[str], tuple[str, ...]]


@lru_cache(maxsize=32)
def _layout(version: int, level: int) -> _Layout:
    blocks, (_number, check_bytes) = _blocks(version, level), _error_correction(version, level)
    bits = [8 * byte + bit for byte in _interleaved(blocks, check_bytes) for bit in range(8)]
    light, dark = 2 * len(bits), 2 * len(bits) + 1
    patterns = _patterns(version) | _format_information(version, _LEVELS[level][0])
    places = {module: dark if is_dark else light for module, is_dark in patterns.items()}
    free = (module for module in _zigzag(version) if module not in patterns)
    for module, bit in zip_longest(free, bits):
        inverted = module[1] % 3 == 0
        if bit is None:  # the last few modules may be more than the bits
            places[module] = dark if inverted else light
        else:
            places[module] = bit + len(bits) if inverted else bit
    side = range(_side(version))
    by_row = [places[row, column] for row in side for column in side]
    return _Layout(blocks, check_bytes, itemgetter(*by_row))


def _interleaved(blocks: list[slice], check_bytes: int) -> Iterator[int]:
    """The numbers of all bytes of the message in the order in which they are drawn (7.6)."""
    for index in range(blocks[-1].stop - blocks[-1].start):
        yield from (block.start + index for block in blocks if index < block.stop - block.start)
    for index in range(check_bytes):
        start = blocks[-1].stop + index
        yield from range(start, start + len(blocks) * check_bytes, check_bytes)


def _zigzag(version: int) -> Iterator[_Module]:
    """All modules in the order in which bits are drawn: up and down, two columns each (7.7.3)."""
    rows = range(_side(version))
    columns = [column for column in reversed(rows) if column != 6]
    for index in range(0, len(columns), 2):
        for row in rows if index % 4 else reversed(rows):
            yield row, columns[index]
            yield row, columns[index + 1]


@lru_cache(maxsize=32)
def _patterns(version: int) -> dict[_Module, bool]:
    """What all codes of a version have in common, and whether it is dark (6.3)."""
    side = _side(version)
    patterns = {}
    for index in range(side):
        patterns[6, index] = patterns[index, 6] = index % 2 == 0
    for corner in ((3, 3), (3, side - 4), (side - 4, 3)):
        patterns |= _squares(corner, 4, (0, 1, 3), side)
    centers = _alignment_centers(version)
    for row, column in product(centers, centers):
        if (row, column) not in ((6, 6), (6, side - 7), (side - 7, 6)):
            patterns |= _squares((row, column), 2, (0, 2), side)
    if version >= 7:
        bits = _protected(version, 18, 0b1_1111_0010_0101)
        for index in range(18):
            row, column = index // 3, side - 11 + index % 3
            patterns[row, column] = patterns[column, row] = bits >> index & 1 == 1
    return patterns


def _squares(center: _Module, radius: int, dark: tuple[int, ...], side: int) -> dict[_Module, bool]:
    """Squares around each other, dark at some distances from their center."""
    row, column = center
    return {
        (row + down, column + right): max(abs(down), abs(right)) in dark
        for down, right in product(range(-radius, radius + 1), repeat=2)
        if 0 <= row + down < side and 0 <= column + right < side
    }


def _alignment_centers(version: int) -> list[int]:
    """The rows and columns of the centers of alignment patterns (annex E)."""
    if version == 1:
        return []
    gaps = version // 7 + 1
    step = (8 * version + 3 * gaps + 8) // (4 * gaps) * 2
    last = _side(version) - 7
    return [6, *range(last - step * (gaps - 1), last + 1, step)]


def _format_information(version: int, level: int) -> dict[_Module, bool]:
    """Level and mask, twice (7.9)."""
    bits = _protected(level << 3 | MASK_PATTERN, 15, 0b101_0011_0111) ^ 0b101_0100_0001_0010
    last = _side(version) - 1
    found = {(last - 7, 8): True}
    for index in range(15):
        if index < 8:
            places = (index + (index >= 6), 8), (8, last - index)
        else:
            places = (8, 14 - index + (index == 8)), (last - 14 + index, 8)
        found |= dict.fromkeys(places, bits >> index & 1 == 1)
    return found


def _protected(value: int, length: int, divisor: int) -> int:
    """A value, and below it what corrects errors, in so many bits (annexes C and D)."""
    checks = divisor.bit_length() - 1
    rest = value << checks
    for bit in reversed(range(checks, length)):
        if rest >> bit & 1:
            rest ^= divisor << bit - checks
    return value << checks | rest
