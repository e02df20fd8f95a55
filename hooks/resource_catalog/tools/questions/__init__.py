"""Define the question bank: questions in groups, of which a team makes a survey."""

from resource_catalog.tools.kind import Kind
from resource_catalog.tools.questions.bank_document import document, table
from resource_catalog.tools.questions.qti_package import files
from resource_catalog.tools.questions.question_bank import QuestionBank, faults, page_data

KIND = Kind(
    name="questions",
    record=QuestionBank,
    faults=faults,
    page_data=page_data,
    document=document,
    table=table,
    files=files,
)
