"""Phrases of error pages, sign-in forms and other pages shown instead of the one requested.

Many languages. Each line is one regular expression, matched against normalized text
(:func:`resource_catalog.model.title_matching.normalize_text`): lower case, no accents, no punctuation.
Accents may be written here; they are removed. To support another language, add lines.
"""

from resource_catalog.links.judge.phrases.dns_errors import NO_SUCH_HOST
from resource_catalog.links.judge.phrases.for_sale import FOR_SALE, SALE_MARKUP
from resource_catalog.links.judge.phrases.google import GOOGLE_GONE, GOOGLE_NEEDS_ACCESS
from resource_catalog.links.judge.phrases.not_found import (
    APOLOGY,
    GONE_WEAK,
    NOT_FOUND,
    NOT_FOUND_TEXT,
)
from resource_catalog.links.judge.phrases.outage import OUTAGE, OUTAGE_TEXT
from resource_catalog.links.judge.phrases.robot_check import (
    CHALLENGE,
    ROBOT_CHECK,
    ROBOT_MARKUP,
    ROBOT_TEXT,
)
from resource_catalog.links.judge.phrases.sign_in import SIGN_IN, SIGN_IN_TEXT

__all__ = [
    "APOLOGY",
    "CHALLENGE",
    "FOR_SALE",
    "GONE_WEAK",
    "GOOGLE_GONE",
    "GOOGLE_NEEDS_ACCESS",
    "NOT_FOUND",
    "NOT_FOUND_TEXT",
    "NO_SUCH_HOST",
    "OUTAGE",
    "OUTAGE_TEXT",
    "ROBOT_CHECK",
    "ROBOT_MARKUP",
    "ROBOT_TEXT",
    "SALE_MARKUP",
    "SIGN_IN",
    "SIGN_IN_TEXT",
]
