"""Define the features that make a resource accessible, in schema.org's words."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.field_types.value_type import (
    ValueType,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted

# https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20230718/
ACCESSIBILITY_FEATURES = tuple(
    """
    alternativeText annotations ARIA audioDescription bookmarks braille captions closedCaptions
    describedMath displayTransformability highContrastAudio highContrastDisplay index largePrint
    latex longDescription MathML none openCaptions pageBreakMarkers pageNavigation readingOrder
    rubyAnnotations signLanguage structuralNavigation synchronizedAudioText tableOfContents
    tactileGraphic taggedPDF timingControl transcript ttsMarkup unknown unlocked
    """.split()
)

USUAL_FEATURES = tuple(
    """
    alternativeText captions transcript audioDescription signLanguage structuralNavigation
    tableOfContents readingOrder largePrint highContrastDisplay
    """.split()
)
"""Those that a form shows first."""


def _check_accessibility(value: str) -> str:
    if value not in ACCESSIBILITY_FEATURES:
        raise validation_error(
            "unknown-value",
            _("%(value)s is not one of schema.org's words for accessibility.", value=quoted(value)),
            did_you_mean(value, ACCESSIBILITY_FEATURES)
            or _("Write captions, transcript or the like."),
            certain_match(value, ACCESSIBILITY_FEATURES),
        )
    return value


AccessibilityFeature = Annotated[
    str,
    AfterValidator(_check_accessibility),
    Field(json_schema_extra={"enum": list(ACCESSIBILITY_FEATURES)}),
    ValueType("accessibility"),
]
