"""Define the worksheet: fields in parts, each with help beside it."""

from resource_catalog.tools.kind import Kind
from resource_catalog.tools.worksheet.worksheet import Worksheet, faults, page_data
from resource_catalog.tools.worksheet.worksheet_document import document, table

KIND = Kind(
    name="worksheet",
    record=Worksheet,
    faults=faults,
    page_data=page_data,
    document=document,
    table=table,
)
