"""The modules of QR codes are those that segno, which has all of the standard, would draw."""

from __future__ import annotations

import random

import pytest
import segno

from resource_catalog.site import qr_encoder

LONGEST = [2331, 1000, 400]


def segno_rows(text: str) -> tuple[str, ...]:
    code = segno.make(text, micro=False, error="m", mask=qr_encoder.MASK_PATTERN)
    return tuple("".join(map(str, row)) for row in code.matrix)


def address(length: int) -> str:
    chosen = random.Random(length).choices("abcdefghijklmnopqrstuvwxyz0123456789-/", k=length)
    return ("https://" + "".join(chosen))[:length]


@pytest.mark.parametrize("lengths", [range(8, 120), range(120, 400, 7), LONGEST], ids=str)
def test_an_address_of_any_length_has_the_modules_of_segno(lengths: range | list[int]) -> None:
    for length in lengths:
        assert qr_encoder.module_rows(address(length)) == segno_rows(address(length)), length


@pytest.mark.parametrize("host", ["müller.example", "日本.example", "עברית.example", "🦉.example"])
def test_other_scripts_have_the_bytes_of_segno(host: str) -> None:
    text = f"https://{host}/phases/"
    assert qr_encoder.module_rows(text) == segno_rows(text)


def test_what_no_code_can_hold_is_refused() -> None:
    assert len(qr_encoder.module_rows("a" * 2331)) == 177
    with pytest.raises(ValueError, match="2332"):
        qr_encoder.module_rows("a" * 2332)
