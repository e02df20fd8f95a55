"""Write a question bank for learning platforms: QTI 1.2.1 in a package (IMS Common Cartridge 1.1).

``overrides/js/tools/questions/qti.js`` writes the survey that a team has made of it in the same
form. Specification: https://www.imsglobal.org/question/ and https://www.imsglobal.org/cc/.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.tools.document_parts import SheetFile
from resource_catalog.tools.questions.question_bank import QuestionBank

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_FIRST = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LONGEST_TITLE = 100


def files(bank: QuestionBank, catalog: Catalog) -> Iterator[SheetFile]:
    """One package with all questions."""
    content = (
        ("imsmanifest.xml", _manifest(bank, catalog.identity.language)),
        ("survey/survey.xml", _survey(bank)),
    )
    yield SheetFile("qti.zip", _("All questions for a learning platform (QTI 1.2)"), content)


def _manifest(bank: QuestionBank, language: str) -> str:
    title = escape(bank.title)
    return f"""\
{_FIRST}<manifest identifier="{escape(f"m.{bank.id}")}" xmlns="{_PACKAGE}" xmlns:lom="{_LOM}">
<metadata>
<schema>IMS Common Cartridge</schema>
<schemaversion>1.1.0</schemaversion>
<lom:lom><lom:general>
<lom:title><lom:string language="{escape(language)}">{title}</lom:string></lom:title>
</lom:general></lom:lom>
</metadata>
<organizations>
<organization identifier="organization" structure="rooted-hierarchy">
<item identifier="root">
<item identifier="item" identifierref="survey"><title>{title}</title></item>
</item>
</organization>
</organizations>
<resources>
<resource identifier="survey" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment">
<file href="survey/survey.xml"/>
</resource>
</resources>
</manifest>
"""


def _survey(bank: QuestionBank) -> str:
    items: list[str] = []
    for one in bank.questions:
        ident = f"{bank.id}.{one.id}"
        items.append(_item(ident, one.text, one.help, one.answer, one.options))
        if one.follow_up:
            items.append(_item(f"{ident}.follow-up", one.follow_up, None, "text", ()))
    lines = "\n".join(items)
    about = _metadata(cc_profile="cc.exam.v0p1", qmd_assessmenttype="Examination")
    return f"""{_FIRST}<questestinterop xmlns="{_QTI}">
<assessment ident="{escape(bank.id)}" title="{escape(bank.title)}">
{about}
<section ident="{escape(bank.id)}.questions">
{lines}
</section>
</assessment>
</questestinterop>
"""


def _item(ident: str, text: str, help_text: str | None, form: str, options: Sequence[str]) -> str:
    title = " ".join(text.split())[:_LONGEST_TITLE]
    about = _metadata(cc_profile=_profile(form, options), qmd_computerscored="No")
    asked = _material(f"{text}\n{help_text}" if help_text else text)
    answer = _choices(ident, form, options) if options else _open(ident)
    return f"""<item ident="{escape(ident)}" title="{escape(title)}">
<itemmetadata>{about}</itemmetadata>
<presentation>{asked}{answer}</presentation>
</item>"""


def _profile(form: str, options: Sequence[str]) -> str:
    """The kind of question; one with two options to choose from is written like true or false."""
    if not options:
        return "cc.essay.v0p1"
    if form == "choices":
        return "cc.multiple_response.v0p1"
    return "cc.true_false.v0p1" if len(options) == 2 else "cc.multiple_choice.v0p1"


def _choices(ident: str, form: str, options: Sequence[str]) -> str:
    labels = "".join(
        f'<response_label ident="{escape(ident)}.{number}">{_material(option)}</response_label>'
        for number, option in enumerate(options, start=1)
    )
    many = "Multiple" if form == "choices" else "Single"
    return (
        f'<response_lid ident="{escape(ident)}.answer" rcardinality="{many}">'
        f'<render_choice shuffle="No">{labels}</render_choice></response_lid>'
    )


def _open(ident: str) -> str:
    return (
        f'<response_str ident="{escape(ident)}.answer" rcardinality="Single"><render_fib>'
        f'<response_label ident="{escape(ident)}.text"/></render_fib></response_str>'
    )


def _material(text: str) -> str:
    return f'<material><mattext texttype="text/plain">{escape(text)}</mattext></material>'


def _metadata(**entries: str) -> str:
    fields = "".join(
        f"<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry>"
        "</qtimetadatafield>"
        for label, entry in entries.items()
    )
    return f"<qtimetadata>{fields}</qtimetadata>"
