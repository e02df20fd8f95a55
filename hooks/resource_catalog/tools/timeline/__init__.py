"""Define the timeline: steps with a distance from one or two days, which a team sets."""

from resource_catalog.tools.kind import Kind
from resource_catalog.tools.timeline.timeline import Timeline, faults, page_data
from resource_catalog.tools.timeline.timeline_document import document, table

KIND = Kind(
    name="timeline",
    record=Timeline,
    faults=faults,
    page_data=page_data,
    document=document,
    table=table,
)
