"""Define the types of fields, one noun per file, and how else people may write their values.

Each type validates the text of a YAML scalar. A wrong value raises a ``PydanticCustomError`` whose
type is a code of ``problems.RULES``, with the message, the hint and the replacement of the problem
in its context.
"""

from resource_catalog.model.field_types.accessibility import AccessibilityFeature
from resource_catalog.model.field_types.bodies import Body
from resource_catalog.model.field_types.dates import Day, PartialDate
from resource_catalog.model.field_types.durations import Duration, Months
from resource_catalog.model.field_types.emails import Email
from resource_catalog.model.field_types.field_names import FieldName
from resource_catalog.model.field_types.flags import Flag
from resource_catalog.model.field_types.languages import Language
from resource_catalog.model.field_types.numbers import Number
from resource_catalog.model.field_types.slugs import EntryId, Slug
from resource_catalog.model.field_types.texts import Line, LongLine, Name, Prose
from resource_catalog.model.field_types.urls import Url

__all__ = [
    "AccessibilityFeature",
    "Body",
    "Day",
    "Duration",
    "Email",
    "EntryId",
    "FieldName",
    "Flag",
    "Language",
    "Line",
    "LongLine",
    "Months",
    "Name",
    "Number",
    "PartialDate",
    "Prose",
    "Slug",
    "Url",
]
