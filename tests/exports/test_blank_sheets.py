"""Blank sheets of tools: read by programs that are not ours, and the same in every build."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from opened_site import open_folder
from qti_rules import QTI, faults_of_qti
from resource_catalog.exports.blank_sheets import sheet_files
from resource_catalog.site.site import Site
from sites import with_tools

HOSTILE = '=1+1"><img src=x onerror=alert(1)> ]]> & ünï'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = with_tools(tmp_path_factory.mktemp("sheets") / "catalog")
    path = folder / "tools/practices.yml"
    text = path.read_text(encoding="utf-8").replace("They work together.", f"'{HOSTILE}'")
    path.write_text(text.replace("It helps.", "x" * 2000), encoding="utf-8")
    return open_folder(folder)


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return {file.path: file.raw for file in sheet_files.files(site)}


def opened(raw: bytes) -> tuple[list[tuple[str, str]], list[list[list[str]]]]:
    """The paragraphs of a document, each after its style, and the cells of its tables."""
    document = Document(io.BytesIO(raw))
    tables = [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]
    return [(p.style.name, p.text) for p in document.paragraphs if p.text.strip()], tables


def test_each_tool_has_its_files_and_they_are_offered_on_its_page(
    site: Site, files: dict[str, bytes]
) -> None:
    offered = [
        download.path
        for tool in site.catalog.tools.values()
        for download in sheet_files.downloads(tool.address, site)
    ]
    assert sorted(offered) == sorted(files)
    endings = {path.rpartition("/")[2].partition(".")[2] for path in files}
    assert endings == {"docx", "txt", "csv", "qti.zip"}
    assert len(files) == 3 * len(site.catalog.tools) + 1
    assert list(sheet_files.downloads("tools/", site)) == []


def test_files_are_the_same_in_every_build(site: Site, files: dict[str, bytes]) -> None:
    assert {file.path: file.raw for file in sheet_files.files(site)} == files
    for path, raw in files.items():
        if path.endswith((".docx", ".zip")):
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                assert archive.testzip() is None
                assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}


def test_documents_have_a_title_a_language_headings_and_header_rows(
    site: Site, files: dict[str, bytes]
) -> None:
    for tool in site.catalog.tools.values():
        document = Document(io.BytesIO(files[f"{tool.address}{tool.id}.docx"]))
        assert document.core_properties.title == tool.title
        assert document.core_properties.language == "en"
        assert document.core_properties.modified is None, "the same bytes in every build"
        styles = [p.style.name for p in document.paragraphs]
        assert styles[0] == "Title"
        assert {"Heading 1", "Heading 2"} & set(styles)
        for table in document.tables:
            first, *others = table.rows
            assert first._tr.trPr.find(qn("w:tblHeader")) is not None
            assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
        lang = document.styles.element.find(".//" + qn("w:lang"))
        assert lang.get(qn("w:val")) == "en-US"


def test_what_is_asked_is_there_with_room_for_answers(files: dict[str, bytes]) -> None:
    paragraphs, _ = opened(files["tools/statements/statements.docx"])
    assert paragraphs[3:] == [
        ("Heading 1", "What & why"),
        ("Then", "A sentence each."),
        ("Heading 2", "Our <goal>"),
        ("Help", "What will be different?"),
        ("Heading 2", "Who coordinates it?"),
        ("Heading 1", "More"),
        ("Heading 2", "Our theory"),
        ("Heading 1", "What helps"),
        ("Normal", "Zebra"),
    ]
    document = Document(io.BytesIO(files["tools/statements/statements.docx"]))
    room = [p.text.count("\n") + 1 for p in document.paragraphs if p.style.name == "Answer"]
    assert room == [4, 1, 4]
    _, (steps,) = opened(files["tools/pilot-dates/pilot-dates.docx"])
    assert steps[0] == ["Step", "When", "Who does it", "Notes"]
    assert steps[1][:3] == [
        "Invite educators",
        "From 8 weeks before to 2 weeks before: The day educators begin",
        "Coordinator",
    ]
    assert steps[2][3] == "Place:\nTime:"
    paragraphs, _ = opened(files["tools/survey/survey.docx"])
    assert ("Option", "☐ Partly") in paragraphs
    assert ("Then", "Then: Which part should be clearer?") in paragraphs
    paragraphs, _ = opened(files["tools/invitations/invitations.docx"])
    assert ("Normal", "Subject: Come on [Day <1>]") in paragraphs
    assert ("Normal", "We meet on [Day <1>], here: [Place].") in paragraphs


def test_hostile_and_long_texts_stay_texts(files: dict[str, bytes]) -> None:
    _, tables = opened(files["tools/practices/practices.docx"])
    assert tables[0][1][0] == f"{HOSTILE}\n{'x' * 2000}"
    text = files["tools/practices/practices.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1][:2] == ["People <first>", f"'{HOSTILE}"]
    assert HOSTILE in files["tools/practices/practices.txt"].decode("utf-8")


def test_tables_have_the_columns_of_those_that_are_filled_in(files: dict[str, bytes]) -> None:
    def rows(tool: str) -> list[list[str]]:
        text = files[f"tools/{tool}/{tool}.csv"].decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline="")))

    assert rows("survey")[3] == [
        *("2a", "Which part should be clearer?", "Free text", "", ""),
        *("General & more", "Before it begins\nWhen it is over"),
    ]
    assert rows("invitations")[2] == ["Reminder", "Do not forget [Day <1>]", "See you: [Place]"]
    assert rows("pilot-dates")[-1] == ["When is there time?", ""]
    assert rows("statements")[1] == ["What & why", "Our <goal>", ""]


def test_all_questions_go_to_learning_platforms(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(files["tools/survey/survey.qti.zip"])) as package:
        assert package.namelist() == ["imsmanifest.xml", "survey/survey.xml"]
        etree.fromstring(package.read("imsmanifest.xml"))
        survey = etree.fromstring(package.read("survey/survey.xml"))
    assert faults_of_qti(survey, rubric=False) == []
    assert [str(item.get("ident")) for item in survey.iter(f"{QTI}item")] == [
        f"survey.{name}" for name in ("name", "clear", "clear.follow-up", "who", "again", "why")
    ]


def test_documents_run_from_right_to_left_where_their_language_does(mirrored_folder: Path) -> None:
    for tool in ("pilot-dates", "statements"):
        document = Document(
            io.BytesIO((mirrored_folder / f"tools/{tool}/{tool}.docx").read_bytes())
        )
        assert (
            document.styles.element.find(".//" + qn("w:pPrDefault")).find(".//" + qn("w:bidi"))
            is not None
        )
        assert document.styles.element.find(".//" + qn("w:lang")).get(qn("w:bidi")) == "ar-XB"
        assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
        assert all(t._tbl.tblPr.find(qn("w:bidiVisual")) is not None for t in document.tables)
        runs = [*document.element.body.iter(qn("w:r"))]
        written = [run for run in runs if re.search("[\u0600-\u06ff]", "".join(run.itertext()))]
        assert len(written) > 5
        assert all(run.find(".//" + qn("w:rtl")) is not None for run in written)
        others = [run for run in runs if run not in written]
        assert not any(run.find(".//" + qn("w:rtl")) is not None for run in others)


def test_a_page_without_javascript_offers_them(tools_folder: Path) -> None:
    html = (tools_folder / "tools/survey/index.html").read_text(encoding="utf-8")
    (without,) = [part for part in html.split("<noscript>")[1:] if "fill it in by hand" in part]
    for ending in ("docx", "txt", "csv", "qti.zip"):
        assert f"/survey/survey.{ending}" in without.partition("</noscript>")[0]
        assert (tools_folder / f"tools/survey/survey.{ending}").is_file()
