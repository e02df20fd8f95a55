"""Define the checklist: practices in groups, each marked with how far it has come."""

from resource_catalog.tools.checklist.checklist import Checklist, faults, page_data
from resource_catalog.tools.checklist.checklist_document import document, table
from resource_catalog.tools.kind import Kind

KIND = Kind(
    name="checklist",
    record=Checklist,
    faults=faults,
    page_data=page_data,
    document=document,
    table=table,
)
