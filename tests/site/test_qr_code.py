"""QR codes: what is drawn is what segno, which knows the standard, would draw."""

from __future__ import annotations

import io

import pytest
import segno
import zxingcpp
from lxml import etree
from PIL import Image

from resource_catalog.site import qr_code
from resource_catalog.site.qr_encoder import MASK_PATTERN

ADDRESSES = [
    "https://example.org/",
    "https://library.example.org/roadmap/phases/preparation/ready-to-launch/",
    "http://127.0.0.1:8000/collections/" + "a-long-name-" * 12,
    "https://müller.example/phasen/vorbereitung/",
]


def code(address: str) -> segno.QRCode:
    return segno.make(address, micro=False, error="m", mask=MASK_PATTERN)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_svg_is_that_of_segno(address: str) -> None:
    drawn = code(address).svg_inline(omitsize=True, svgid="name", svgclass=None, lineclass=None)
    assert qr_code.svg(address, "name") == drawn


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_svg_file_has_the_same_drawing_on_white(address: str) -> None:
    drawing = etree.fromstring(qr_code.svg_file(address))
    white, dark = drawing.iter("{http://www.w3.org/2000/svg}path")
    side = len(code(address).matrix) + 2 * qr_code.QUIET_ZONE
    assert drawing.attrib["viewBox"] == f"0 0 {side} {side}"
    assert white.attrib == {"fill": "#fff", "d": f"M0 0h{side}v{side}H0z"}
    assert f'd="{dark.attrib["d"]}"' in qr_code.svg(address, "name")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_png_is_that_of_segno(address: str) -> None:
    """To the byte, so that nothing a reader of PNG files may want is missing."""
    file = io.BytesIO()
    code(address).save(file, kind="png", scale=qr_code.MODULE_PIXELS, compresslevel=6)
    assert qr_code.png(address) == file.getvalue()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_small_damaged_and_rotated_code_is_decoded(address: str) -> None:
    """Half a millimetre a square on paper, a corner folded over, and never held straight."""
    picture = Image.open(io.BytesIO(qr_code.png(address))).convert("L")
    small = picture.resize((picture.width // 4, picture.height // 4))
    stain = picture.width // 6
    picture.paste(128, (picture.width // 2, picture.height // 2, *[picture.width // 2 + stain] * 2))
    turned = picture.rotate(17, expand=True, fillcolor=255)
    for shown in (small, picture, turned):
        (found,) = zxingcpp.read_barcodes(shown)
        assert found.text == address


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_other_pattern_would_be_far_better(address: str) -> None:
    """By the marks that the standard gives: few large areas, nothing that looks like a corner."""
    from segno.encoder import mask_scores

    def marks(mask: int) -> int:
        squares = segno.make(address, micro=False, error="m", mask=mask).matrix
        return sum(mask_scores(squares, len(squares), len(squares)))

    assert marks(MASK_PATTERN) <= 1.25 * min(map(marks, range(8)))
