"""Nouns of a vocabulary in another language: they stand alone, whatever their gender."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from opened_site import renderer_of
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.messages import po_files
from resource_catalog.pages import facets
from resource_catalog.site.site import Site
from sample_catalog import IDENTITY, VOCABULARIES, write_catalog

FRENCH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Share or print this %(phase)s"
msgstr "%(Phase)s : partager ou imprimer"

msgid "Share or print this %(stage)s"
msgstr "%(Stage)s : partager ou imprimer"

msgid "Previous %(noun)s"
msgstr "Retour : %(noun)s"

msgid "Next %(noun)s"
msgstr "Suite : %(noun)s"

msgid "%(singular)s %(number)s of %(total)s"
msgstr "%(singular)s %(number)s sur %(total)s"

msgid "%(num)s resource"
msgid_plural "%(num)s resources"
msgstr[0] "%(num)s ressource"
msgstr[1] "%(num)s ressources"

msgid "No resources"
msgstr "Aucune ressource"
"""

NOUNS = {
    "phases": {**VOCABULARIES["phases"], "label": "Étapes", "singular": "Étape"},
    "stages": {**VOCABULARIES["stages"], "label": "Niveaux", "singular": "Niveau"},
}
"""One of each gender: une étape, un niveau."""

ENTRIES = {"zebra": {"title": "Zèbre", "phases": ["first"], "stages": ["early"]}}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    (tmp_path / "fr.po").write_text(FRENCH, encoding="utf-8")
    monkeypatch.setattr(po_files, "FOLDER", tmp_path)
    po_files.messages_in.cache_clear()
    identity = {**IDENTITY, "language": "fr"}
    folder = write_catalog(tmp_path / "catalog", ENTRIES, NOUNS, identity)
    catalog, problems = open_catalog(folder)
    assert catalog, problems
    moment = datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)
    return Site(
        catalog, LinkStatuses(catalog, moment.date()), "https://example.org/".__add__, moment
    )


def words(site: Site, path: str) -> str:
    page = next(page for page in facets.pages(site) if page.path == path)
    html = renderer_of(site).html(page)
    return " ".join(LexborHTMLParser(html).text(separator=" ").split())


def test_a_feminine_noun_stands_alone(site: Site) -> None:
    found = words(site, "phases/first/")
    assert "Étape : partager ou imprimer" in found
    assert "Étape 1 sur 2" in found
    assert "Suite : étape" in found
    assert "1 ressource" in found
    assert "21 novembre 2026" in found


def test_a_masculine_noun_stands_alone(site: Site) -> None:
    found = words(site, "stages/early/")
    assert "Niveau : partager ou imprimer" in found
    assert "Niveau 1 sur 2" in found
    assert "Suite : niveau" in found
