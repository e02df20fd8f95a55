"""Define the question bank: questions in groups, of which a team makes a survey."""

from resource_catalog.tools.kind import Kind
from resource_catalog.tools.questions.question_bank import QuestionBank, faults, page_data

KIND = Kind(name="questions", record=QuestionBank, faults=faults, page_data=page_data)
