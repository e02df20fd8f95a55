"""Define the message kit: texts with blanks, which a team fills in once and sends on its own."""

from resource_catalog.tools.kind import Kind
from resource_catalog.tools.messages.message_document import document, table
from resource_catalog.tools.messages.message_kit import MessageKit, faults, page_data

KIND = Kind(
    name="messages",
    record=MessageKit,
    faults=faults,
    page_data=page_data,
    document=document,
    table=table,
)
