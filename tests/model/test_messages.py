"""Messages: said in the language of the site, with a catalog's own words in place of ours."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import CATALOG, ROOT
from resource_catalog.model.field_types.dates import format_day, format_partial_date
from resource_catalog.model.messages import (
    N_,
    _,
    alternatives,
    count,
    in_sentence,
    listed,
    named,
    ngettext,
    override,
    together,
)
from resource_catalog.model.messages.direction import direction
from resource_catalog.model.messages.language_messages import ENGLISH, Messages
from resource_catalog.model.messages.own_words import as_message, as_written, with_words
from resource_catalog.model.messages.po_files import messages_in, read
from resource_catalog.model.messages.pseudo import RIGHT_TO_LEFT_TAG, TAG, accented

POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural="
"(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Search"
msgstr "Szukaj"

msgid "Link"
msgstr ""

#, fuzzy
msgid "Copied"
msgstr "Nie wiadomo"

msgid "Previous %(noun)s"
msgstr "%(Noun)s: poprzedni"

msgid "%(num)s resource"
msgid_plural "%(num)s resources"
msgstr[0] "%(num)s zasób"
msgstr[1] "%(num)s zasoby"
msgstr[2] "%(num)s zasobów"
"""


@pytest.fixture
def polish(tmp_path: Path) -> Iterator[Messages]:
    path = tmp_path / "pl.po"
    path.write_text(POLISH, encoding="utf-8")
    with override(read(path)):
        yield read(path)


def test_english_is_what_stands_in_the_code() -> None:
    assert _("Open the %(format)s", format="PDF") == "Open the PDF"
    assert _("All of it") == N_("All of it") == "All of it"
    assert _("5 %% of it") == "5 % of it"
    assert [ngettext("%(num)s cat", "%(num)s cats", n) for n in (1, 2)] == ["1 cat", "2 cats"]
    assert [count(n, "resource") for n in (0, 1, 1323)] == [
        "No resources",
        "1 resource",
        "1,323 resources",
    ]


@pytest.mark.usefixtures("polish")
def test_messages_come_from_the_file_of_a_language() -> None:
    assert _("Search") == "Szukaj"
    assert [_("Link"), _("Copied")] == ["Link", "Copied"], "nobody has confirmed another text"


@pytest.mark.usefixtures("polish")
def test_numbers_choose_among_all_forms_of_a_language() -> None:
    found = [count(n, "resource") for n in (1, 3, 5, 22)]
    assert found == ["1 zasób", "3 zasoby", "5 zasobów", "22 zasoby"]
    assert count(15000, "resource") == "15\xa0000 zasobów"


@pytest.mark.usefixtures("polish")
def test_a_noun_can_stand_alone_with_a_capital_letter() -> None:
    assert _("Previous %(noun)s", noun="etap") == "Etap: poprzedni"


@pytest.mark.usefixtures("polish")
def test_dates_and_lists_are_written_as_the_language_does() -> None:
    assert format_day(datetime.date(2026, 11, 21)) == "21 listopada 2026"
    assert format_partial_date("2017-09") == "wrzesień 2017"
    assert format_partial_date("2017") == "2017"
    assert listed(["a", "b", "c"]) == "a, b i c"


@pytest.mark.parametrize(
    ("language", "counted", "noun", "day"),
    [
        (
            "fr-CA",
            ["Aucune ressource", "1 ressource", "1\xa0323 ressources"],
            "Étape\xa0: avant",
            "21 novembre 2026",
        ),
        (
            "es",
            ["Ningún recurso", "1 recurso", "1,323 recursos"],
            "Étape anterior",
            "21 de noviembre de 2026",
        ),
    ],
)
def test_the_site_speaks_another_language(
    language: str, counted: list[str], noun: str, day: str
) -> None:
    with override(messages_in(language)):
        assert [count(n, "resource") for n in (0, 1, 1323)] == counted
        assert _("Previous %(noun)s", noun="étape") == noun
        assert format_day(datetime.date(2026, 11, 21)) == day


@pytest.mark.parametrize(
    ("language", "items", "every", "either"),
    [
        ("es", ["agua", "insignias"], "agua e insignias", "agua o insignias"),
        ("es", ["agua", "hierba"], "agua y hierba", "agua o hierba"),
        ("es", ["uno", "dos", "8"], "uno, dos y 8", "uno, dos u 8"),
        ("es-MX", ["agua", "otoño"], "agua y otoño", "agua u otoño"),
        ("de", ["a", "b", "i"], "a, b und i", "a, b oder i"),
        ("fr", ["a", "b", "i"], "a, b et i", "a, b ou i"),
        ("nl", ["i"], "i", "i"),
    ],
)
def test_lists_are_joined_as_the_language_does(
    language: str, items: list[str], every: str, either: str
) -> None:
    with override(Messages(language=language)):
        assert (together(items), alternatives(items)) == (every, either)
        assert [*map(listed(items).count, items)] == [every.count(item) for item in items]


def test_without_messages_of_its_own_a_language_has_the_nearest() -> None:
    assert messages_in("tlh") is messages_in("en-US") is ENGLISH


def test_each_english_writes_days_in_its_own_way() -> None:
    day = datetime.date(2026, 11, 21)
    assert format_day(day) == "November 21, 2026"
    assert format_partial_date("2017-09-14") == "September 14, 2017"
    with override(messages_in("en-GB")):
        assert (format_day(day), _("Copy link")) == ("21 November 2026", "Copy link")


def test_the_pseudo_language_changes_every_letter_and_no_value() -> None:
    assert accented("Open the %(format)s") == "⟦Öþéñ ţĥé %(format)s⟧"
    with override(messages_in(TAG)):
        assert _("Open the %(format)s", format="PDF") == "⟦Öþéñ ţĥé PDF⟧"
        assert count(2, "resource") == "⟦2 ŕéšöûŕçéš⟧"
        assert not {*"NovembrJan"} & {*format_day(datetime.date(2026, 11, 21))}


def test_a_language_is_written_in_its_direction() -> None:
    tags = "ar ar-EG fa he ur ps sd ug yi dv ckb uz-Arab pa-Arab-PK ar-XB"
    assert {tag: direction(tag) for tag in tags.split()} == dict.fromkeys(tags.split(), "rtl")
    tags = "en es fr pt-BR en-XA sd-Deva az-Latn-IR uz ckb-Latn zh-Hant"
    assert {tag: direction(tag) for tag in tags.split()} == dict.fromkeys(tags.split(), "ltr")
    with override(messages_in(RIGHT_TO_LEFT_TAG)):
        assert _("Open the %(format)s", format="PDF") == "⟦ضطجص فدج PDF⟧"


OWN = {
    "entry.one": "activity",
    "entry.many": "activities",
    "nav.stages": "Levels",
    "Total time: {duration}.": "In all {duration}, 100%.",
}


def test_a_catalog_may_have_words_of_its_own() -> None:
    with override(with_words(ENGLISH, OWN)):
        assert [count(n, "resource") for n in (0, 1, 2)] == [
            "No activities",
            "1 activity",
            "2 activities",
        ]
        assert _("Cite a resource: %(resource)s", resource="x") == "Cite an activity: x"
        assert _("Total time: %(duration)s.", duration="2 h") == "In all 2 h, 100%."
        assert named("nav.stages", "Stages") == "Levels"
        assert named("nav.phases", "Phases") == "Phases"


def test_in_another_language_a_noun_changes_only_where_it_stands_alone(polish: Messages) -> None:
    with override(with_words(polish, {"entry.one": "gra", "entry.many": "gry"})):
        assert count(1, "resource") == "1 gra"
        assert _("Resources") == "Gry"
        assert _("Cite a resource") == "Cite a resource"


def test_texts_are_written_with_braces_in_a_catalog() -> None:
    assert as_message("100% of {name}") == "100%% of %(name)s"
    assert as_written(as_message("100% of {name}")) == "100% of {name}"


def test_what_is_kept_between_builds_differs_where_a_message_does(polish: Messages) -> None:
    spoken = [ENGLISH, with_words(ENGLISH, OWN), polish, with_words(polish, OWN), messages_in(TAG)]
    keys = [messages.key for messages in spoken]
    assert len({*keys}) == len(keys)


def test_nouns_keep_their_capitals_where_they_must() -> None:
    assert [in_sentence(noun) for noun in ("Phase", "RDM stage", "Étape")] == [
        "phase",
        "RDM stage",
        "étape",
    ]
    with override(Messages("de")):
        assert in_sentence("Phase") == "Phase"


def test_english_loads_nothing_of_babel() -> None:
    code = """
import sys
from pathlib import Path
from resource_catalog.loading.checks import open_catalog
catalog, found = open_catalog(Path(sys.argv[1]))
assert catalog and catalog.identity.language == "en", found
print([name for name in sys.modules if name.split(".")[0] in ("babel", "gettext")])
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(CATALOG)],
        cwd=ROOT / "hooks",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
