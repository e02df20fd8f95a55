"""Damaged texts: what web pages, encodings and spreadsheets do to them, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_catalog.model.text_damage.escapes_and_mojibake import first_code, without_codes
from resource_catalog.model.text_damage.spreadsheet_errors import is_spreadsheet_error
from resource_catalog.model.text_damage.terms_made_dates import terms_made_dates

DAMAGED = {
    "Q&amp;A for coaches": "Q&A for coaches",
    "Teachers&#8217; guide": "Teachers’ guide",
    "One&nbsp;guide": "One guide",
    "AT&amp;amp;T": "AT&T",
    "Caf&eacute; &ndash; a&#x20;guide": "Café – a guide",
    "Teachersâ€™ guide": "Teachers’ guide",
    "â€œReadyâ€\x9d": "“Ready”",
    "Portfolio by JosÃ© Diaz": "Portfolio by José Diaz",
    "Schule in Ã–sterreich": "Schule in Österreich",
    "Ã‰tude sur lâ€™Ã©cole": "Étude sur l’école",
    "ÐŸÐ¸Ð»Ð¾Ñ‚": "Пилот",
    "ÎœÎ¬Î¸Î·ÏƒÎ·": "Μάθηση",
    "æ•™å¸ˆ": "教师",
    "ðŸ˜€ guide": "😀 guide",
    "ï»¿Guide": "\ufeffGuide",
    "Price 5Â€": None,
    "JosÃƒÂ©": "José",
    "Teachers=E2=80=99 guide": "Teachers’ guide",
    "First line_x000D_second": "First line second",
    "Teachers\\u2019 guide": "Teachers’ guide",
    "Jos\ufffd Diaz": None,
    "Teachers‚Äô guide": "Teachers’ guide",
    "Jos√© Nu√±ez": "José Nuñez",
    "TeachersÔÇÖ guide": "Teachers’ guide",
    "Jos├® Diaz": "José Diaz",
    "TeachersвЂ™ guide": "Teachers’ guide",
    "JosГ© Diaz": "José Diaz",
    "=?UTF-8?Q?Teachers=E2=80=99_guide?=": "Teachers’ guide",
    "=?utf-8?b?Sm9zw6k=?= Diaz": "José Diaz",
    "Planning%20Guide%20final": "Planning Guide final",
    "Jos%C3%A9 Diaz": "José Diaz",
}

SOUND = [
    "Q&A for coaches",
    "AT&T; and more",
    "Is x < y & y > z?",
    "Ã is a letter",
    "Amanhã",
    "“AMANHÃ”, ‘MANHÃ’, «IRMÃ», MANHÃ… e MANHÃ – sim",
    "CAFÉ» and «CAFÉ»",
    "«à la carte»…",
    "José’s guide",
    "Ñandú, Ångström, Œuvre, naïve, Ðuro, ÂME",
    "Écoles d’été – un guide “français”",
    "Пилот – 教师 – ครู – שלום – Μάθηση",
    "a=1&b=2; =E2 is a cell; x=C3",
    r"C:\users\new and \n",
    "R&D; &c; &; &#; &unknown; &notepad; &copyright;",
    "100 € – 50 £ ± 2 %",
    "Version _x000_ of x000D",
    "2√π and √®x; a √ß",
    "├── src",
    "100%20 and 5%C3",
    "=? and =?x?=",
    "Год и Гром в Ђурђево",
]


@pytest.mark.parametrize(("text", "better"), DAMAGED.items())
def test_codes_are_found_and_mended(text: str, better: str | None) -> None:
    if better is None and "\ufffd" not in text:
        assert first_code(text) == "", "no one can tell"
        return
    assert first_code(text)
    assert without_codes(text) == better


@pytest.mark.parametrize("text", SOUND)
def test_what_only_looks_like_a_code_is_left_alone(text: str) -> None:
    assert first_code(text) == ""


@given(st.text(alphabet="éèüñçßøåœžПилотειαñ教师 ’“”–…", min_size=1))
def test_any_text_read_in_the_wrong_encoding_is_found(text: str) -> None:
    """Apart from letters that have no byte of their own in Windows-1252."""
    try:
        misread = text.encode().decode("cp1252")
    except UnicodeDecodeError:
        return
    if len(text.replace(" ", "")) > 3:
        assert first_code(misread) or misread.isascii(), misread


@pytest.mark.parametrize(
    "text",
    [
        "#REF!",
        "#N/A",
        " #DIV/0! ",
        "#NAME?",
        "#value!",
        "#SPILL!",
        "#####",
        "Err:502",
        "#WERT!",
        "#NV",
    ],
)
def test_errors_of_spreadsheets_are_known(text: str) -> None:
    assert is_spreadsheet_error(text)


@pytest.mark.parametrize(
    "text",
    [
        "#1",
        "#MicrocredentialMonday",
        "##",
        "N/A",
        "#N/A means that nothing was found",
        "Error",
        "#NVC",
    ],
)
def test_other_signs_are_no_errors(text: str) -> None:
    assert not is_spreadsheet_error(text)


BANDS = ("k-2", "3-5", "6-8", "9-12", "Grades 1-2", "10/11")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("5-Mar", ["3-5"]),
        ("8-Jun", ["6-8"]),
        ("Dec-09", ["9-12"]),
        ("12-Sep", ["9-12"]),
        ("5. Mrz", ["3-5"]),
        ("8 juin", ["6-8"]),
        ("2026-03-05", ["3-5"]),
        ("2026-03-05 00:00:00", ["3-5"]),
        ("3/5/2026", ["3-5"]),
        ("05.03.2026", ["3-5"]),
        ("11-Oct", ["10/11"]),
        ("4-Mar", []),
        ("3-6", []),
        ("Marching 5", []),
        ("5 stars", []),
    ],
)
def test_a_term_is_known_in_the_date_that_a_spreadsheet_made(text: str, terms: list[str]) -> None:
    assert terms_made_dates(text, BANDS) == terms
