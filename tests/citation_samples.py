"""References of every shape, for styles and formats to be tried on."""

from __future__ import annotations

import datetime

from building import CATALOG
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.site.citations.person_names import parse_names
from resource_catalog.site.citations.reference import CslType, Reference, reference_of
from resource_catalog.site.site import Site


def real_site() -> Site:
    """The real catalog, published at an address of its own."""
    catalog, problems = open_catalog(CATALOG)
    assert catalog is not None, problems
    moment = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    link_statuses = LinkStatuses(catalog, moment.date())
    return Site(catalog, link_statuses, lambda path: f"https://library.example/{path}", moment)


def real_references() -> list[Reference]:
    """What can be cited of the real catalog."""
    site = real_site()
    return [reference_of(entry, site) for entry in site.catalog.entries.values()]


def reference(
    kind: CslType = "report",
    authors: tuple[str, ...] = (),
    publishers: tuple[str, ...] = (),
    date: tuple[int, ...] = (),
    title: str = "Signs that the moment has come: a story for teachers",
    genre: str = "Guide",
) -> Reference:
    """A reference with an id that tells what it has."""
    parts = [kind, str(len(authors)), str(len(publishers)), str(len(date)), str(len(title))]
    return Reference(
        id="-".join(parts),
        csl_type=kind,
        title=title,
        authors=parse_names(authors),
        publishers=publishers,
        contributors=(),
        date=date,
        genre=genre,
        url="https://example.org/a.pdf",
        page_url="https://library.example/resources/a/",
        language="en",
        summary="What it is.",
    )


PEOPLE = ("Barnett Berry", "Karen Cator", "Kim Farris-Berg", "Ludwig van Beethoven")


NAMES: tuple[tuple[str, ...], ...] = (
    ("Pat Doe, Ph.D.",),
    ("Dr. Kim Poe", "Ann Lee, Ed.D., NBCT"),
    ("Prof. Dr. Ada Roe, M.Ed.", "Poe, Dr. Kim"),
    ("Smith, John, Jr.",),
    ("Martin Luther King, Jr.", "John Smith III"),
    ("World Health Organization",),
    ("World Health Organization", "Ann Lee"),
    ("Center for Teaching Quality", "Digital Promise Network"),
    ("Maria de la Cruz", "Dick Van Dyke"),
    ("Charles de Gaulle",),
    ("Ludwig van Beethoven", "王小波", "UNESCO Bangkok"),
    ("Plato",),
    ("Plato", "Ann Lee"),
    ("Ann Lee et al.",),
    ("Ann Lee", "Bo Chu et al."),
    ("王小波",),
    ("Иван Петров", "Петров Иван Сергеевич"),
    ("محمد بن سلمان",),
    ("Jean-Pierre Vernant",),
    ("J. R. R. Tolkien",),
    ("José Ñuñez", "Zoë O’Brien"),
    tuple(f"Person{letter} Number{letter}" for letter in "abcdefghijklmnopqrstuvwx"),
)
"""Degrees, titles, suffixes, organizations, particles, single names, others, other scripts."""


def references_with_names() -> list[Reference]:
    """References whose authors are hard to take apart."""
    return [
        reference(kind, names, publishers, date)
        for kind in ("report", "webpage")
        for names in NAMES
        for publishers, date in (((), ()), (("Digital Promise",), (2017, 9)), ((), (2017,)))
    ]


def invented_references() -> list[Reference]:
    """Each kind, with no, one, two, three and many authors, with and without all the rest."""
    kinds: tuple[CslType, ...] = ("report", "webpage", "motion_picture", "broadcast")
    found = []
    for kind in kinds:
        for authors in ((), PEOPLE[:1], PEOPLE[:2], PEOPLE[:3], PEOPLE[2:] * 12):
            found += [
                reference(kind, authors, publishers, date)
                for publishers in ((), ("Digital Promise",))
                for date in ((), (2017,), (2017, 9), (2017, 9, 4))
            ]
    return found
