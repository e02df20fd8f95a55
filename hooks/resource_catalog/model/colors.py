"""Define colors, and whether texts in them can be read."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator

from resource_catalog.model.field_types.value_type import (
    ValueType,
    schema_pattern,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted

_COLOR = re.compile(r"#[0-9a-f]{6}")
_SHORT = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")

READABLE = 4.5
"""The least contrast of a text with its ground, by WCAG 2.1, level AA."""

LIGHT_GROUNDS = ("#faf8f3", "#ffffff", "#f1eee5")
DARK_GROUNDS = ("#12191c", "#1a2327")
"""What texts stand on, as in ``overrides/css/shared/tokens.css``."""


def _check_color(value: str) -> str:
    color = _spelled(value)
    if color != value:
        raise validation_error(
            "bad-color",
            _("%(color)s is not a color.", color=quoted(value)),
            _("Write # and six of 0-9 and a-f: %(color)s.", color=quoted(color or "#155e63")),
            color,
        )
    return value


def _spelled(text: str) -> str | None:
    """``#115566`` for ``#156`` or ``115566``."""
    found = _SHORT.fullmatch(text.strip())
    if not found:
        return None
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def contrast(color: str, grounds: Iterable[str]) -> float:
    """The least contrast of a color with any of the grounds, 1 to 21."""
    return min(_ratio(_luminance(color), _luminance(ground)) for ground in grounds)


def nearest_readable(color: str, grounds: Iterable[str]) -> str:
    """The color of the same hue that is nearest in lightness and can be read on all grounds."""
    grounds = tuple(grounds)
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(color))
    steps = sorted((abs(step / 200 - lightness), step / 200) for step in range(201))
    for _distance, light in steps:
        found = _hex(colorsys.hls_to_rgb(hue, light, saturation))
        if contrast(found, grounds) >= READABLE:
            return found
    raise ValueError(f"nothing can be read on {', '.join(grounds)}")


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in channels)


Color = Annotated[str, AfterValidator(_check_color), schema_pattern(_COLOR), ValueType("line")]
