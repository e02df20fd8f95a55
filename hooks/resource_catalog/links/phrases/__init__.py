"""Phrases: what pages say, in many languages, when they are not the page that was asked for.

Each line is a regular expression for one way of saying it, matched against
plain text (:func:`resource_catalog.links.words.plain`): small letters, no
accents, no signs. Accents may be written here; they are taken out. A phrase
that is missing for a language is added as one more line.
"""

from resource_catalog.links.phrases.for_sale import FOR_SALE, SALE_MARKS
from resource_catalog.links.phrases.google import GOOGLE_ASKS, GOOGLE_GONE
from resource_catalog.links.phrases.no_host import NO_HOST
from resource_catalog.links.phrases.not_found import APOLOGY, GONE, NOT_FOUND, STRONG
from resource_catalog.links.phrases.robot_check import ROBOT_CHECK, ROBOT_MARKS, ROBOT_TEXT
from resource_catalog.links.phrases.sign_in import SIGN_IN, SIGN_IN_TEXT
from resource_catalog.links.phrases.trouble import TROUBLE, TROUBLE_TEXT

__all__ = [
    "APOLOGY",
    "FOR_SALE",
    "GONE",
    "GOOGLE_ASKS",
    "GOOGLE_GONE",
    "NOT_FOUND",
    "NO_HOST",
    "ROBOT_CHECK",
    "ROBOT_MARKS",
    "ROBOT_TEXT",
    "SALE_MARKS",
    "SIGN_IN",
    "SIGN_IN_TEXT",
    "STRONG",
    "TROUBLE",
    "TROUBLE_TEXT",
]
