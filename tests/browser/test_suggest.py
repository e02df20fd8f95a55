"""The form: what is typed becomes a file that the check accepts, and every fault is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import NARROW, complaints, reader
from building import CATALOG, ROOT, copy_of_catalog, run_script
from form_modules import form_modules
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.convert.record_conversion import why_invalid
from resource_catalog.loading.duplicates import title_key
from resource_catalog.model.addresses.private_hosts import refusal, why_private
from resource_catalog.model.addresses.url_template import fill_url
from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.field_types.urls import same_address_key, why_not_followable
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import Link
from resource_catalog.pages.suggest import form_data
from resource_catalog.site.repository_links import github_new_file_urls
from resource_catalog.site.suggest.suggest_form import entry_form

HOSTILE = (
    "Report: what works",
    "Tips # 1 to 3 #hashtag",
    "@coaches, start here",
    "- a dash first",
    "yes",
    "2017",
    "12:30",
    "~",
    "'single' and \"double\"",
    "back\\slash \\n and \\u0041",
    "{brace} [bracket], comma & *star !tag %percent |bar >more `tick`",
    "<script>alert(1)</script> </textarea> ${x}",
    "? question: yes",
    "null",
    "=cmd|'/c calc'!A0",
    "Ünïcödé — “quotes” … 日本語 עברית 😀",
    "trailing colon:",
)
"""Titles that mean something else to a program that is not careful, one for each type of entry."""


@pytest.fixture(scope="module")
def tab(browser: Browser, site: str) -> Iterator[Page]:
    """A reader at the form, who looks at it again and again."""
    with reader(browser, accept_downloads=True) as page:
        yield page


def open_form(page: Page, site: str, query: str = "") -> list[str]:
    """The form as someone sees it who was never there; gives what goes wrong from now on."""
    found = complaints(page)
    page.goto(f"{site}contribute/suggest/{query}")
    page.evaluate("localStorage.clear()")
    page.goto(f"{site}contribute/suggest/{query}")
    return found


def learned(page: Page) -> None:
    """Wait until the page knows what the library has."""
    page.get_by_label("Title").focus()
    page.locator('form[data-rc-known="yes"]').wait_for()


FILL = """([form, answers]) => {
  const change = element => element.dispatchEvent(new Event("input", {bubbles: true}));
  for (const [key, value] of Object.entries(answers)) {
    for (const element of form.querySelectorAll(`[name="${key}"]`)) {
      if (element.type === "checkbox") element.checked = value.includes(element.value);
      else element.value = Array.isArray(value) ? value.join("\\n") : value;
      change(element);
    }
  }
  const rows = form.getElementsByClassName("rc-field__row");
  (answers.links ?? []).forEach((link, index) => {
    if (!rows[index]) rows[0].parentElement.nextElementSibling.click();
    const [url, format, role] = rows[index].querySelectorAll("input, select");
    url.value = link.url;
    format.value = link.format;
    change(format);
    format.dispatchEvent(new Event("change", {bubbles: true}));
    if (role) role.value = link.role;
    change(url);
  });
}"""


def answer(page: Page, answers: dict[str, Any]) -> None:
    """Fill in the form by the keys of an entry, at one go."""
    form = page.locator("form[data-rc-suggest]").element_handle()
    page.evaluate(FILL, [form, answers])


def hand_in(page: Page) -> tuple[str, str]:
    """Press the button; gives the name and the text of the file that can be downloaded."""
    page.get_by_role("button", name="Check and send").click()
    expect(page.get_by_role("heading", name="Ready to send")).to_be_focused()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the file").click()
    return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")


def shown(page: Page) -> str:
    """The file as the page shows it."""
    return page.locator("[data-rc-file]").text_content()


def test_every_type_and_every_hostile_text_becomes_a_file_that_the_check_accepts(
    tab: Page, site: str, tmp_path: Path
) -> None:
    """And what the loader reads from it is what was typed."""
    found = open_form(tab, site)
    catalog, _ = open_catalog(CATALOG)
    types = list(catalog.facets["types"].by_id)
    folder = copy_of_catalog(tmp_path)
    typed: dict[str, dict[str, Any]] = {}
    for index in range(max(len(types), len(HOSTILE))):
        text = HOSTILE[index % len(HOSTILE)]
        answers = _answers(index, text, types[index % len(types)])
        answer(tab, answers)
        if index == 0:
            assert hand_in(tab) == (f"{answers['name']}.yml", shown(tab))
        expect(tab.get_by_role("heading", name="Ready to send")).to_be_visible()
        (folder / "entries" / f"{answers['name']}.yml").write_text(shown(tab), encoding="utf-8")
        typed[answers["name"]] = answers
    checked = run_script("validate.py", folder)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    read, problems = open_catalog(folder)
    assert problems == []
    for name, answers in typed.items():
        assert _as_typed(read.entries[name], answers) == answers
    assert found == []


def _answers(index: int, text: str, kind: str) -> dict[str, Any]:
    """An entry with a text in every place where there can be one."""
    links = [
        {"url": f"https://example.org/{index}/a%20b?q=a:b&c=d#top", "format": "pdf"},
        {"url": f"http://example.org:8080/~me/{index}", "format": "html", "role": "landing"},
    ]
    return {
        "title": f"{text}" if index % 2 else f"{text} {index}",
        "type": kind,
        "links": links,
        "access": "open",
        "summary": f"{text}\n{text}" if index % 3 == 0 else f"{text} {'more words ' * 30}{text}",
        "recommended_use": text,
        "phases": ["planning"],
        "audiences": ["educators", "coordinators"],
        "also_known_as": [f"{text} also", f"{text} {index} ({kind})"],
        "authors": [text, "Zoë O'Neill"],
        "publishers": ["no", "1e3"],
        "published": ("2017", "2017-09", "2024-02-29")[index % 3],
        "duration": "1 h 30 min",
        "extent": text,
        "language": ("no", "en", "pt-BR")[index % 3],
        "license": text,
        "accessibility": ["captions", "MathML"],
        "changes": [f"2026-11-0{index % 9 + 1}: {text}", f"March 5, 2024: {text} again"],
        "notes": text,
        "name": f"suggested-{index}",
    }


def _as_typed(entry: Entry, answers: dict[str, Any]) -> dict[str, Any]:
    read = {**entry.model_dump(), **{key: list(terms) for key, terms in entry.tags.items()}}
    read |= {"type": entry.type, "name": entry.id}
    links = [{"url": link.url, "format": link.format, "role": link.role} for link in entry.links]
    links[0].pop("role")
    read["links"] = links
    on, what = zip(*((str(c["on"]), c["what"]) for c in read["changes"]), strict=True)
    assert on[1] == "2024-03-05"
    read["changes"] = [f"{on[0]}: {what[0]}", f"March 5, 2024: {what[1]}"]
    return {key: list(v) if isinstance(v := read[key], tuple) else v for key in answers}


def test_3_3_what_is_wrong_is_said_where_it_is_and_in_a_list(tab: Page, site: str) -> None:
    """Above the questions, naming each, with how to put it right (WCAG 3.3.1 to 3.3.3)."""
    found = open_form(tab, site)
    assert tab.locator(".rc-field__fault:visible").count() == 0, "nobody is blamed in advance"
    seen = tab.locator("form [data-rc-field]:visible")
    assert seen.evaluate_all("all => all.map(field => field.dataset.rcField)") == [
        *("links", "title", "summary", "recommended_use"),
    ]
    needed = tab.locator("form [aria-required=true]:visible").count()
    assert needed == tab.locator("form .rc-field__need:visible").count() == 3
    tab.get_by_role("button", name="Check and send").click()
    title = tab.get_by_role("heading", name="Fix 3 problems")
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()
    assert tab.get_by_role("link", name="Download the file").count() == 0
    listed = tab.locator(".rc-suggest__faults li").all_inner_texts()
    assert [text.split(" Enter")[0] for text in listed] == ["Where it is", "Title", "Summary"]
    field = tab.get_by_label("Title", exact=False).first
    assert field.get_attribute("aria-invalid") == "true"
    described = field.get_attribute("aria-describedby").split()
    said = [tab.locator(f"#{place}").text_content() for place in described]
    assert "Enter a title." in said
    tab.get_by_role("button", name="Where it is").click()
    expect(tab.locator("#suggest-link-0")).to_be_focused()
    tab.keyboard.type("https://example/")
    assert "its host is not complete" in tab.locator("#suggest-link-0-fault").inner_text()
    answer(tab, {"title": "A new one", "summary": "What it is."})
    tab.locator("#suggest-link-0").fill("https://example.org/new")
    expect(tab.get_by_role("heading", name="Ready to send")).to_be_visible()
    assert found == []


def test_access_decides_what_else_is_asked(tab: Page, site: str) -> None:
    open_form(tab, site)
    tab.get_by_text("More details (optional)").click()
    links, whom = tab.locator('[data-rc-field="links"]'), tab.locator("#suggest-request_from")
    assert (links.is_visible(), whom.is_visible()) == (True, False)
    tab.locator("#suggest-access").select_option("unlocated")
    assert (links.is_visible(), whom.is_visible()) == (False, False)
    answer(tab, {"title": "A lost one", "type": "guide", "summary": "What it is."})
    assert "links:" not in hand_in(tab)[1]
    tab.locator("#suggest-access").select_option("on-request")
    assert (links.is_visible(), whom.is_visible()) == (True, True)
    assert "unknown" in tab.locator(".rc-suggest__faults").inner_text()


def test_what_the_library_has_already_is_shown(tab: Page, site: str) -> None:
    found = open_form(tab, site)
    catalog, _ = open_catalog(CATALOG)
    entry = next(e for e in catalog.entries.values() if e.links and len(e.title.split()) > 4)
    learned(tab)
    answer(tab, {"title": f"  {entry.title.upper()}!", "type": "guide"})
    note = tab.locator("#suggest-title-note")
    expect(note).to_contain_text("The library has this title already")
    link = note.get_by_role("link", name=entry.title, exact=True)
    assert link.get_attribute("href").endswith(f"/resources/{entry.id}/")
    tab.get_by_label("Title").first.fill(" ".join(entry.title.split()[:-1]))
    expect(note).to_contain_text("Much like")
    tab.get_by_label("Title").first.fill("Nothing like it at all")
    expect(note).to_be_hidden()
    other = entry.links[0].url.replace("https://", "http://www.") + "/?utm_source=mail"
    tab.locator("#suggest-link-0").fill(other)
    expect(tab.locator("#suggest-link-0-note")).to_contain_text(entry.title)
    tab.get_by_text("More details (optional)").click()
    tab.locator("#suggest-name").fill(entry.id)
    tab.get_by_role("button", name="Check and send").click()
    expect(tab.locator("#suggest-name-fault")).to_contain_text("is also that of")
    assert found == []


def test_nothing_may_stand_twice(tab: Page, site: str) -> None:
    open_form(tab, site)
    links = [
        {"url": "https://example.org/a", "format": "html"},
        {"url": "http://www.example.org/a/", "format": "html", "role": "alternate"},
    ]
    answer(tab, {"title": "A title", "also_known_as": ["a  TITLE!"], "links": links})
    tab.get_by_role("button", name="Check and send").click()
    assert "is here twice" in tab.locator("#suggest-also_known_as-fault").inner_text()
    assert "is here twice" in tab.locator("#suggest-link-1-fault").inner_text()
    assert tab.locator("#suggest-link-0-fault").is_hidden()
    tab.locator("#suggest-link-1-role").select_option("landing")
    assert tab.locator("#suggest-link-1-fault").is_hidden()
    tab.get_by_role("button", name="Remove").click()
    assert "landing" not in shown(tab)
    expect(tab.locator("#suggest-link-0")).to_be_focused()


def test_the_preview_is_a_card_of_the_library(tab: Page, site: str) -> None:
    open_form(tab, site)
    answer(
        tab,
        {
            "title": "<b>A title</b>",
            "type": "video",
            "summary": "Why one would watch it.",
            "links": [{"url": "https://example.org/a.mp4", "format": "video"}],
            "publishers": ["One house", "Another"],
            "published": "2017-09",
            "duration": "14 min",
        },
    )
    card = tab.locator("[data-rc-preview]")
    assert card.locator(".rc-card__title").inner_text() == "<b>A title</b>"
    assert card.locator(".rc-card__type").inner_text() == "Video"
    assert card.locator(".rc-card__type svg path").count() == 1
    facts = card.locator(".rc-facts-row li").all_inner_texts()
    assert facts == ["14 min", "Video", "One house, Another", "2017"]
    assert not card.locator(".rc-card__use").is_visible()
    answer(tab, {"recommended_use": "Watch it together."})
    assert "Watch it together." in card.locator(".rc-card__use").inner_text()
    tab.get_by_text("More details (optional)").click()
    tab.locator("#suggest-access").select_option("open")
    assert card.locator(".rc-facts-row li").nth(1).inner_text() == "Open video"


def test_the_format_is_guessed_until_it_is_chosen(tab: Page, site: str) -> None:
    open_form(tab, site)
    url, chosen = tab.locator("#suggest-link-0"), tab.locator("#suggest-link-0-format")
    url.fill("https://example.org/a.PDF?b=c.mp3")
    assert chosen.input_value() == "pdf"
    chosen.select_option("html")
    url.fill("https://example.org/a.mp4")
    assert chosen.input_value() == "html"


def test_what_can_only_mean_one_thing_is_read_so_and_said(tab: Page, site: str) -> None:
    """In the preview and the file at once; what may mean several things is a fault."""
    open_form(tab, site)
    safelink = "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa"
    answer(tab, {"published": "March 2024", "language": "Spanish", "links": [_link(safelink)]})
    assert "\npublished: 2024-03\nlanguage: es\n" in shown(tab)
    assert "- url: https://example.org/a\n" in shown(tab)
    notes = tab.locator(".rc-field__note:not([hidden])")
    assert [note.strip() for note in notes.all_text_contents()] == [
        "Read as https://example.org/a.",
        "Read as 2024-03.",
        "Read as es.",
    ]
    assert "2024" in tab.locator(".rc-suggest__preview, [data-rc-preview]").first.inner_text()
    answer(tab, {"published": "5/3/2023", "language": "es", "links": [_link("www.example.org")]})
    assert "- url: https://www.example.org\n" in shown(tab)
    tab.get_by_role("button", name="Check and send").click()
    expect(tab.locator("#suggest-published-fault")).to_contain_text("is not a date")
    answer(tab, {"published": "2062"})
    expect(tab.locator("#suggest-published-fault")).to_contain_text("is in the future")


def _link(url: str) -> dict[str, str]:
    return {"url": url, "format": "html", "role": "primary"}


def test_nothing_is_lost_on_reload_and_clearing_takes_two_presses(tab: Page, site: str) -> None:
    open_form(tab, site)
    typed = {
        "title": "Half a title",
        "topics": ["policy"],
        "authors": ["Zoë", "Émile"],
        "links": [
            {"url": "https://example.org/a", "format": "video"},
            {"url": "https://example.org/b", "format": "pdf", "role": "archive"},
        ],
    }
    answer(tab, typed)
    before = shown(tab)
    tab.reload()
    assert shown(tab) == before
    assert "role: archive" in before
    clear = tab.locator("[data-rc-draft] button")
    clear.click()
    assert tab.locator("#suggest-title").input_value() == "Half a title"
    clear.click()
    expect(tab.locator("#suggest-title")).to_have_value("")
    expect(tab.locator("[data-rc-draft]")).to_be_hidden()


def test_an_address_can_fill_in_the_form(tab: Page, site: str) -> None:
    query = "?phase=planning&stage=ready-to-plan&phase=exploration&type=guide&title=A%20%3Cb%3E"
    found = open_form(tab, site, f"{query}&url=https://example.org/a.pdf&topic=no-such&x=y")
    text = shown(tab)
    assert "phases: [exploration, planning]" in text
    assert "stages: [ready-to-plan]" in text
    assert 'title: "A <b>"' in text
    assert "format: pdf" in text
    assert "no-such" not in text
    assert found == []


def test_a_link_that_is_pasted_on_its_page_completes_the_entry(tab: Page, site: str) -> None:
    tab.goto(site + "resources/social-media-guide/")
    tab.get_by_label("Have the link? Paste it").fill("https://example.org/social.pdf")
    tab.get_by_role("button", name="Send").click()
    tab.wait_for_url("**/contribute/suggest/?*")
    tab.locator("#suggest-title").focus()
    tab.locator('form[data-rc-known="yes"]').wait_for()
    assert "url: https://example.org/social.pdf" in shown(tab)
    expect(tab.locator("#suggest-name")).to_have_value("social-media-guide")
    expect(tab.get_by_text("has this without a link")).to_be_visible()
    tab.get_by_role("button", name="Check and send").click()
    expect(tab.locator("[data-rc-part=title]")).to_have_text("Ready to send")


def test_the_form_fits_a_phone_when_it_is_full(tab: Page, site: str) -> None:
    open_form(tab, site)
    answer(tab, _answers(1, "Averylongwordwithoutanyspace" * 5, "report"))
    tab.get_by_role("button", name="Check and send").click()
    tab.set_viewport_size({"width": NARROW, "height": 800})
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= NARROW
    tab.set_viewport_size({"width": 1280, "height": 800})


@pytest.fixture(scope="module")
def probe(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The modules of the form alone, to be asked one by one."""
    with form_modules(browser, tmp_path_factory.mktemp("js")) as page:
        yield page


URLS = """
https://example.org/a http://www.example.org/a/ https://EXAMPLE.org:443/a?utm_source=x&fbclid=1
https://example.org:80/a https://example.org/a?b=1&c=2 https://example.org/a?c=2&b=1
https://example.org/%7Eme https://example.org/~me https://example.org/a%2fb https://example.org/a/b
https://example.org/caf%C3%A9 https://example.org/café https://bücher.example/x
https://xn--bcher-kva.example/x https://example.org./a https://example.org/a# https://example.org/a#b
ftp://example.org https:// https:/example.org example.org/a https://example https://localhost/a
https://a:b@example.org https://@example.org https://example.org:0/ https://example.org:99999/
https://example.org:x/ https://[::1]/ https://[ https://example..org/ https://.example.org/
javascript:alert(1) mailto:a@example.org https://example.org/a<b https://example.org/a|b
https://example.org/Bloom's https://example.org/?q={x} https://a|b.org/ https://o'x.org/ https://digitalprоmise.org/
https://рау.com/ https://пример.org/
https://www.google.com/url?q=https://example.org/a%3Futm_id%3D1&sa=D
https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fexample.org%252F
https://example.org/go?url=https%3A%2F%2Fexample.net%2F https://www.google.com/search?q=https://example.org
https://youtu.be/dQw4w9WgXcQ https://m.youtube.com/watch?v=dQw4w9WgXcQ&si=x https://www.youtube.com/embed/dQw4w9WgXcQ
https://youtu.be/dQw4w9WgXcQ?t=1m2s https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=62 https://youtu.be/abcdefghijk
https://vimeo.com/123456 https://player.vimeo.com/video/123456?h=1
https://doi.org/10.1000/AbC https://dx.doi.org/10.1000/abc
https://en.m.wikipedia.org/wiki/A https://en.wikipedia.org/wiki/A https://example.org/%ff
https://example.org/a?gclsrc=1&IGSH=2&oly_anon_id=3&_hsmi=4 https://example.org/a?SI=1&usp=2
https://example.org/a?_hs=1 https://example.org/a?q=%20+ https://example.org/a?empty= HTTPS://example.org/
""".split()


def test_addresses_are_judged_as_the_check_judges_them(probe: Page, site: str) -> None:
    data = json.loads(_data(probe, site))
    urls = [*URLS, "https://exa mple.org", "https://example.org/\u200b", ""]
    ours = probe.evaluate(
        "([all, {words, readings}]) => all.map(u => addressFault(u, words, readings))", [urls, data]
    )
    for url, fault in zip(urls, ours, strict=True):
        invalid, why = why_invalid(Link, "url", url), why_private(url)
        theirs = invalid[1:] if invalid else refusal(url, why) if why else None
        assert (fault and (fault["message"], fault["hint"])) == theirs, url


def test_the_same_address_is_known_in_every_spelling(probe: Page) -> None:
    good = [url for url in URLS if not why_not_followable(url)]
    keys = probe.evaluate("all => all.map(sameAddressKey)", good)
    theirs = [same_address_key(url) for url in good]
    for i, one in enumerate(good):
        for j, other in enumerate(good):
            assert (keys[i] == keys[j]) == (theirs[i] == theirs[j]), f"{one} {other}"


def test_texts_are_judged_in_the_words_of_the_check(probe: Page, site: str) -> None:
    data = json.loads(_data(probe, site))
    questions = {question["key"]: question for question in data["questions"]}
    values = {
        "published": ["2017", "2017-9", "2017-13", "2023-02-29", "0000", "x" * 99, "2024-02-29"],
        "duration": ["14 min", "1 h 30 min", "90", "2h", "ages", "24 pages"],
        "language": ["en", "pt-BR", "English", "EN", "zh-Hant"],
        "title": [
            "a",
            "a" * 300,
            "a" * 301,
            "a\u0007b",
            "a\u202eb",
            "\u200b",
            "\U0001f600" * 301,
            "Q&amp;A &#8217;s",
            "AT&T; more",
            "&unknown; &notepad;",
            "#N/A",
            "#1",
            "#WERT!",
            "a\u200bb",
            "ครู\u200bใหญ่",
            "a\ufeffb",
        ],
        "summary": ["a" * 2000, "a" * 2001],
    }
    for key, texts in values.items():
        ours = probe.evaluate(
            "([all, q, words]) => all.map(t => textFault(t, q, words))",
            [texts, questions[key], data["words"]],
        )
        for text, fault in zip(texts, ours, strict=True):
            theirs = why_invalid(Entry, key, text)
            assert (fault and fault["message"]) == (theirs and theirs[1]), text
            # The check may know what was meant; the form says what is right in general.
            general = {said[2] for said in (theirs, why_invalid(Entry, key, "?")) if said}
            assert not fault or fault["hint"] in general, text


def test_titles_and_ids_are_compared_as_the_check_compares_them(probe: Page) -> None:
    titles = [*HOSTILE, "Ærø & Straße", "  A  b-c_d ", "ÀÉÎ", "ﬁne ½", "...", "日本語", "x" * 200]
    titles += [
        "C",
        "C++",
        "C#",
        "C++20",
        "A+",
        "A*",
        "A+/B*",
        ".NET",
        "ASP.NET",
        "Use .NET.",
        "+1 #2 * 3",
    ]
    assert probe.evaluate("all => all.map(titleKey)", titles) == [title_key(t) for t in titles]
    slugs = probe.evaluate("all => all.map(suggestSlug)", titles)
    assert slugs == [suggest_slug(title) for title in titles]


def test_each_way_out_holds_the_whole_entry_or_says_that_it_is_too_long(probe: Page) -> None:
    new_file, upload = github_new_file_urls(
        "https://github.com/o/n/edit/main/docs/", "../catalog/entries"
    )
    assert upload == "https://github.com/o/n/upload/main/catalog/entries"
    ways = {
        "newFile": new_file,
        "issue": "https://git.example.org/o/n/issues/new?title={title}&body={body}",
        "email": "library+in@example.org",
    }
    text = "title: 'A & B {title} ```#'\nsummary: ümlaut\n"
    entry = {"name": "a-b", "title": "A & B {body} #", "text": text}
    found = probe.evaluate("([ways, entry]) => addressesOf(ways, entry)", [ways, entry])
    assert found["newFile"].startswith("https://github.com/o/n/new/main/catalog/entries?")
    assert _query(found["newFile"]) == {"filename": "a-b.yml", "value": text}
    issue = _query(found["issue"])
    assert issue == {"title": "Suggestion: A & B {body} #", "body": f"````yaml\n{text}````\n"}
    address, _, query = found["email"].removeprefix("mailto:").partition("?")
    assert unquote(address) == "library+in@example.org"
    assert "+" not in query, "e-mail programs do not take it for a space"
    mail = dict(part.split("=") for part in query.split("&"))
    assert unquote(mail["body"]) == f"a-b.yml\n\n{text}".replace("\n", "\r\n")
    long = {**entry, "text": "ü" * 5000}
    found = probe.evaluate("([ways, entry]) => addressesOf(ways, entry)", [ways, long])
    assert set(found.values()) == {""}


def _query(url: str) -> dict[str, str]:
    asked = parse_qs(urlsplit(url).query, strict_parsing=True)
    return {name: values[0] for name, values in asked.items()}


def _data(page: Page, site: str) -> str:
    """What the page of the form tells the browser."""
    text: str = page.request.get(f"{site}contribute/suggest/").text()
    return text.split('id="rc-suggest-data">')[1].split("</script>")[0]


CHANGES = (
    ("A Spanish edition is out.", "2026-11-27", "A Spanish edition is out."),
    ("2026-11-21: A Spanish edition is out.", "2026-11-21", "A Spanish edition is out."),
    ("Nov 21, 2026: Moved.", "2026-11-21", "Moved."),
    ("21.11.2026: Moved.", "2026-11-21", "Moved."),
    ("Part 2: it is new.", "2026-11-27", "Part 2: it is new."),
    ("At 9:30 it moved.", "2026-11-27", "At 9:30 it moved."),
    ("https://example.org/2 is new.", "2026-11-27", "https://example.org/2 is new."),
    ("2026-11-28: Tomorrow there.", "2026-11-28", "Tomorrow there."),
    ("2026-11-29: Not yet.", "2026-11-29", "“2026-11-29” is in the future."),
    ("3/4/2026: Either.", "3/4/2026", "“3/4/2026” is not a day."),
    ("2024-02-29: A leap day.", "2024-02-29", "A leap day."),
    ("2026-02-29: No leap year.", "2026-02-29", "“2026-02-29” is not a day."),
    ("2026-02-30: Never.", "2026-02-30", "“2026-02-30” is not a day."),
    ("2026/2/30: Never.", "2026/2/30", "“2026/2/30” is not a day."),
    ("30.2.2026: Never.", "30.2.2026", "“30.2.2026” is not a day."),
    ("Feb 30, 2026: Never.", "Feb 30, 2026", "“Feb 30, 2026” is not a day."),
    ("2026-02: Vague.", "2026-02", "“2026-02” is not a day."),
    ("2026-11-21: ", "2026-11-27", "2026-11-21:"),
    ("2026-11-21: A &amp; B", "2026-11-21", "“&amp;” is a code that"),
)


def test_a_change_has_the_day_in_front_of_it_or_todays(probe: Page) -> None:
    """And a day that is not clear, or still to come, is a fault."""
    catalog, _ = open_catalog(ROOT / "tests" / "good_catalog")
    data = form_data(entry_form(catalog), {})
    found = probe.evaluate(
        """([lines, {questions, words, readings}]) => lines.map((line) => {
            const question = questions.find(({key}) => key === "changes");
            const {on, what} = changeOf(line.trim(), "2026-11-27", readings);
            const fault = changeFault(line.trim(), question, "2026-11-27", words, readings);
            return [on, fault ? fault.message : what];
        })""",
        [[line for line, _on, _says in CHANGES], data],
    )
    wanted = [(on, says) for _line, on, says in CHANGES]
    begun = [(on, said[: len(says)]) for (on, said), (_, says) in zip(found, wanted, strict=True)]
    assert begun == wanted


@pytest.mark.parametrize(
    "edit_uri",
    ["", "edit/main/docs/", "https://gitlab.example.org/o/n/-/edit/main/docs/", "https://e.org/"],
)
def test_only_githubs_form_for_new_files_is_known(edit_uri: str) -> None:
    assert github_new_file_urls(edit_uri, "../catalog/entries") == ("", "")


def test_a_pattern_is_filled_in_one_go() -> None:
    assert fill_url("{a}-{b}-{c}", {"a": "{b}", "b": "&"}) == "%7Bb%7D-%26-{c}"


def test_a_new_field_or_facet_is_asked_for_and_a_review_is_not() -> None:
    catalog, _ = open_catalog(ROOT / "tests" / "good_catalog")
    form = entry_form(catalog)
    asked = {question.key for question in form.questions}
    facets = {vocabulary.key or facet for facet, vocabulary in catalog.facets.items()}
    left_out = set("links aliases part_of related replaced_by instead added featured body".split())
    left_out |= {
        "tool_kind",
        "retired",
        "reviewed",
        "verified",
        "sources",
    }  # groups of keys
    assert asked == (set(Entry.model_fields) - {"id", "tags", "file"} - left_out) | facets | {
        "links"
    }
    assert len(asked) == len(form.questions)
