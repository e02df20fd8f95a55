"""Pages that show nothing of what the catalog promised, or nothing beside its title."""

from __future__ import annotations

from html import escape

import pytest
from selectolax.lexbor import LexborHTMLParser

from links.corpus_pages import judged
from resource_catalog.links.finding import Finding
from resource_catalog.links.judge.page.furniture import FURNITURE, strip_furniture


def seen(
    host: str, catalog: str, title: str, html: str, *, lang: str = "en", summary: str = ""
) -> Finding:
    """The finding for a page at a deep address."""
    row = {
        "kind": "",
        "host": host,
        "lang": lang,
        "catalog": {"title": catalog, "summary": summary},
        "page": {"title": title},
    }
    return judged(row, f"<title>{escape(title)}</title><body>{html}</body>")


PROMOTION = (
    "<h3>New this month</h3><p>A choir warm-up without a piano, a map of every water fountain,"
    " and twelve ways to line up. Bring what you no longer use to the swap meet.</p>"
)


@pytest.mark.parametrize(
    ("host", "catalog", "title", "html", "verdict"),
    [
        # Nothing is as promised, and a short sentence says so in words that no list has.
        (
            "oak-desk.test",
            "The Great Bean Race",
            "Oak Desk",
            "<p>That kit has left our shelves, and we do not keep copies.</p>" + PROMOTION,
            "soft404",
        ),
        (
            "taller-vivo.test",
            "Sombras chinescas paso a paso",
            "Taller Vivo",
            "<p>Lo sentimos: este material ya no forma parte de la colección.</p>",
            "soft404",
        ),
        (
            "weatherroom.test",
            "Cloud Journal for Third Grade",
            "The Weather Room",
            "<p>Whoever posted this lesson asked us to unlist it.</p><h2>For third grade</h2>",
            "soft404",
        ),
        (
            "tabule.test",
            "Jak dlouhý je stín",
            "Tabule",
            "<p>Omlouváme se, tento materiál už v databázi nemáme.</p>",
            "soft404",
        ),
        # Nothing is as promised, and something else is there.
        (
            "storyquilt.test",
            "Patchwork Poems",
            "24h Drain Repair",
            "<h1>Blocked drain? We are on our way</h1><p>Fixed prices, water heaters, leak"
            " detection, sewer cameras. Call for a visit on the same day.</p>",
            "drift",
        ),
        (
            "xiaoxiaoshu.test",
            "古诗里的春天",
            "香港高端手表工厂直供",
            "<p>支持货到付款，七天无理由退换，微信同号，批发零售，全国发货。"
            "劳力士、欧米茄、百达翡丽等品牌齐全。</p>",
            "drift",
        ),
        # In another language than the title, nothing can be told.
        (
            "alte-eiche.test",
            "The night walk in the forest",
            "Nachtwanderung",
            "<p>Wir gehen leise, zählen Schritte und horchen auf den Kauz. Danach schreibt"
            " jedes Kind drei Geräusche auf.</p>",
            "ok",
        ),
        (
            "alte-eiche.test",
            "Night walk sheet",
            "Nachtwanderung",
            "<p>Wir gehen leise, zählen Schritte und horchen auf den Kauz. Danach schreibt"
            " jedes Kind drei Geräusche auf.</p>",
            "unverified",
        ),
        # Own words, a picture that is described, and a question about cookies are no faults.
        (
            "oak-cellar.test",
            "Moths at the Porch Light",
            "Oak Cellar",
            "<p>Hang a sheet on the porch, switch on a light, and count moths.</p>" + PROMOTION,
            "ok",
        ),
        (
            "poster-wall.test",
            "The Life of Paper",
            "Poster Wall",
            '<img src=a.png alt="The life of paper, as a poster">' + PROMOTION,
            "ok",
        ),
        (
            "gazette.test",
            "How Children Argue",
            "Consent",
            "<p>We pay for our work with cookies. If you do not agree, you can subscribe."
            " Settings for cookies can be changed at any time.</p>",
            "ok",
        ),
        # The title is there, and beside it only a notice.
        (
            "fernwood.test",
            "Tides and Time",
            "Tides and Time",
            "<h1>Tides and Time</h1><p>We are still stitching this one together.</p>",
            "soft404",
        ),
        (
            "ask.test",
            "Recess Survey for Families",
            "Recess Survey for Families",
            "<h1>Recess Survey for Families</h1><p>We have what we need and are no longer"
            " gathering replies.</p>",
            "soft404",
        ),
        (
            "students.college.test",
            "Phonics Ladder",
            "Phonics Ladder",
            "<h1>Phonics Ladder</h1><p>You will find everything at <a"
            ' href="http://ladder.test/">ladder.test</a> from now on.</p>',
            "soft404",
        ),
        (
            "vraagje.test",
            "Enquête schooltuin",
            "Enquête schooltuin",
            "<h1>Enquête schooltuin</h1><p>Deze vragenlijst is inmiddels gesloten.</p>"
            "<h2>Nieuw</h2><p>Een canon zonder noten, een kaart van alle kraantjes.</p>",
            "soft404",
        ),
        # So it is with these, and they are all there is to see.
        (
            "rhyme-barn.test",
            "Lullaby for a Barn",
            "Lullaby for a Barn",
            "<h1>Lullaby for a Barn</h1><p>We are not asleep. The moon is over the barn.</p>",
            "ok",
        ),
        (
            "ask.test",
            "Recess Survey",
            "Recess Survey",
            "<h1>Recess Survey</h1><p>There are no wrong answers. It is over in two minutes.</p>"
            "<button>Start</button>",
            "ok",
        ),
        (
            "lab.uni.test",
            "Pond Life Image Set",
            "Pond Life Image Set",
            "<h1>Pond Life Image Set</h1><p>900 labeled photographs of what lives in one pond."
            ' Download from <a href="https://repository.test/r/1">repository.test/r/1</a>.</p>',
            "ok",
        ),
        (
            "webi.test",
            "Webinaire : lire à voix haute",
            "Webinaire : lire à voix haute",
            "<h1>Webinaire : lire à voix haute</h1><p>Cet événement est terminé.</p>"
            '<a href="/replay">Revoir</a> <a href="/notes">Lire le compte rendu</a>',
            "ok",
        ),
        # Checks against robots and refusals, in other languages.
        (
            "estante.test",
            "Contos junto ao fogo",
            "Verificação de segurança",
            "<p>Confirme que é humano para continuar.</p><script>start()</script>",
            "blocked",
        ),
        (
            "muro.test",
            "Il vento nelle vele",
            "Accesso negato",
            "<h1>Accesso negato</h1><p>Il tuo indirizzo è stato bloccato dal firewall.</p>",
            "blocked",
        ),
        (
            "toosha.test",
            "川のはたらき",
            "お知らせ",
            "<p>アクセスが集中しています。時間をおいてお試しください。</p>",
            "blocked",
        ),
    ],
)
def test_what_a_page_lacks_decides(
    host: str, catalog: str, title: str, html: str, verdict: str
) -> None:
    found = seen(host, catalog, title, html)
    assert found.verdict == verdict, found.reason


def test_a_page_that_was_so_when_it_was_seen_first_is_left_alone() -> None:
    page = "<h1>Welcome</h1><p>Trails, owls, and school visits from April to October.</p>" * 2
    assert seen("trails.test", "Fractions with Tortillas", "Trails", page).verdict == "soft404"
    row = {
        "kind": "",
        "host": "trails.test",
        "lang": "en",
        "catalog": {"title": "Fractions with Tortillas"},
        "page": {"title": "Trails"},
    }
    known = judged(row, f"<title>Trails</title>{page}", known_title="Trails")
    assert known.verdict == "ok"


def test_furniture_in_furniture_is_taken_out_and_the_main_part_stays() -> None:
    tree = LexborHTMLParser(
        "<body><div class=menu><header id=head><p class=nav>A</p></header></div>"
        + "<div class=topbar>" * 300
        + "</div>" * 300
        + "<main><header>Kept</header><p class=lead>The text itself</p></main>"
        "<p class=footer>B</p></body>"
    )
    strip_furniture(tree, FURNITURE)
    assert tree.body is not None
    assert tree.body.text(separator=" ") == "Kept The text itself"
