"""Fixing: new addresses go into the text, and nothing else in it changes by a byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import CATALOG
from resource_catalog.links.finding import Finding
from resource_catalog.links.report.moved_links import (
    fixable_links,
    proof_of,
    render_proofs,
)
from resource_catalog.links.target import Target
from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.link_url_editor import rewrite_urls
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord

OLD, NEW = "http://example.org/old-guide.pdf", "https://www.example.org/library/guide.pdf?v=2"

SHAPES = {
    "plain": "links:\n  - url: {url}\n    format: pdf\n",
    "comment": "links:\n  - url: {url}  # the one of 2019\n    format: pdf\n",
    "double quotes": 'links:\n  - url: "{url}"\n',
    "single quotes": "links:\n  - format: pdf\n    url:   '{url}'\n    role: primary\n",
    "list at the margin": "links:\n- url: {url}\n- url: https://other.example.org/\n",
    "flow": "links: [{{url: {url}, format: pdf}}, {{url: https://other.example.org/}}]\n",
    "flow in quotes": 'links: [ {{ "url": "{url}" }} ]  # short\n',
    "flow over lines": "links:\n  - {{url: {url},\n     format: pdf}}\n",
    "folded": "links:\n  - url: >-\n      {url}\n    format: pdf\n",
    "literal at the end": "links:\n  - format: pdf\n    url: |-\n      {url}",
    "on its own line": "links:\n  - url:\n      {url}\n",
    "no line break at the end": "links:\n  - url: {url}",
    "last of the list": "links:\n  - url: {url}\n\n# what follows\naccess: open\n",
    "moved before": "links:\n  - url: {url}\n    formerly: [http://a.example.org/]  # long ago\n",
    "moved before, a list": "links:\n  - formerly:\n      - http://a.example.org/\n"
    "    url: {url}\n",
    "moved before, nothing": "links:\n  - url: {url}\n    formerly: []\n",
}


def data(text: str) -> dict:
    found, faults = parser.parse(text.removeprefix("\ufeff"))
    assert not faults
    return found


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_the_address_changes(shape: str, line_end: str, mark: str) -> None:
    around = "# top\ntitle:   'Ünïcode — “x” 🎓'   # why\nsummary: >-\n  One\n  two\n"
    text = mark + (around + SHAPES[shape]).replace("\n", line_end)
    before, wanted = text.format(url=OLD), text.format(url=NEW)
    after = rewrite_urls(before, {OLD: NEW})
    assert after is not None
    link = next(link for link in data(after)["links"] if link["url"] == NEW)
    assert link["formerly"][-1] == OLD
    # Without the note of the old address it is, byte for byte, the text typed with the new one.
    lines = after.split(line_end)
    kept = [line for line in lines if OLD not in line or NEW in line]
    plain = line_end.join(kept)
    for note in (f", formerly: [{OLD}]", f", {OLD}", OLD):
        plain = plain.replace(note, "")
    had = [line for line in wanted.split(line_end) if "formerly: [" not in line]
    assert [line for line in plain.split(line_end) if "formerly: [" not in line] == had


PROSE = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\x85"),
    max_size=30,
)
SAFE = st.from_regex(r"[a-z0-9/._~=&?%+-]{0,40}", fullmatch=True)


@given(
    PROSE,
    SAFE,
    SAFE,
    st.sampled_from(["plain", "double quotes", "single quotes", "folded", "flow in quotes"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_else_stands_there_stays(
    prose: str, old_path: str, new_path: str, shape: str, line_end: str
) -> None:
    old, new = f"http://a.example.org/{old_path}", f"https://b.example.org/{new_path}"
    quoted = "'" + prose.replace("'", "''") + "'"
    head = f"# {prose}\ntitle: {quoted} # {prose}\n"
    tail = f"notes: {quoted}\n# {prose}"
    body = SHAPES[shape].format(url=old)
    text = (head + body + tail).replace("\n", line_end)
    if parser.parse(text)[1]:
        return  # not a text that a catalog would hold
    after = rewrite_urls(text, {old: new})
    assert after is not None
    assert after.startswith(head.replace("\n", line_end))
    assert after.endswith(tail.replace("\n", line_end))
    assert data(after)["links"][0]["url"] == new
    # Taking the new address and the note out again gives the text from before.
    back = after.replace(new, old, 1)
    for note in (f"{line_end}    formerly: [{old}]", f", formerly: [{old}]"):
        back = back.replace(note, "")
    note = f'formerly: ["{old}"]'
    back = back.replace(f"{line_end}    {note}", "").replace(f", {note}", "")
    assert back == text


@pytest.mark.parametrize("path", sorted(CATALOG.glob("entries/*.yml")), ids=lambda p: p.stem)
def test_the_real_entries_come_out_as_a_maintainer_would_write_them(path) -> None:
    text = path.read_bytes().decode()
    found = data(text).get("links") or []
    changes = {link["url"]: f"https://moved.example.org/{n}" for n, link in enumerate(found)}
    after = rewrite_urls(text, changes)
    if not found:
        assert after is None
        return
    assert after is not None
    lines, new = text.splitlines(), after.splitlines()
    added = [line for line in new if line not in lines]
    assert len(new) == len(lines) + len(found)
    assert len(added) == 2 * len(found)
    assert all(re.match(r" +(- )?(url: https://moved|formerly: \[)", line) for line in added)


@pytest.mark.parametrize(
    "text",
    [
        "links: none\n",
        "title: [\n",
        "links:\n  - url: &a http://example.org/old-guide.pdf\n",
        "- url: http://example.org/old-guide.pdf\n",
        "",
    ],
)
def test_what_cannot_be_changed_cleanly_is_left_alone(text: str) -> None:
    assert rewrite_urls(text, {OLD: NEW}) is None


def record(**fields: object) -> LinkRecord:
    day = "2026-11-02"
    moved = {"state": "moved", "target": NEW, "target_runs": 2}
    return LinkRecord(**{"since": day, "first_seen": day, **moved, **fields})


@pytest.mark.parametrize(
    ("fields", "taken", "allowed"),
    [
        ({}, [], True),
        ({"target_runs": 1}, [], False),
        ({"state": "ok"}, [], False),
        ({"target": "javascript:alert(1)"}, [], False),
        ({"target": "http://user:word@example.org/"}, [], False),
        ({}, ["example.org/library/guide.pdf?v=2"], False),
        ({"target": OLD.replace("http:", "https:")}, ["example.org/old-guide.pdf"], True),
    ],
)
def test_which_links_may_be_rewritten(fields: dict, taken: list[str], allowed: bool) -> None:
    ledger = Ledger(links={OLD: record(**fields)})
    found = list(fixable_links([Target(OLD)], ledger, ["example.org/old-guide.pdf", *taken]))
    assert bool(found) is allowed


DAY_BEFORE = "2026-10-05"


@pytest.mark.parametrize(
    ("seen", "known", "new", "proven"),
    [
        ({"shown_title": "The Guide | Press"}, {}, NEW, True),
        ({"title": "Buy oak kitchens"}, {}, "https://kitchens.example.net/", False),
        # Seen at the new place only: it agrees with itself.
        (
            {"title": "Oak kitchens"},
            {"title": "Oak kitchens", "target_since": "2026-11-02"},
            "https://kitchens.example.net/",
            False,
        ),
        (
            {"title": "Our press"},
            {"title": "Our press", "target_since": "2026-11-02", "first_seen": DAY_BEFORE},
            "https://press.example.net/",
            True,
        ),
        (
            {"title": "Oak kitchens"},
            {"title": "Our press", "target_since": "2026-11-02", "first_seen": DAY_BEFORE},
            "https://press.example.net/",
            False,
        ),
        ({"title": "Anything"}, {}, OLD.replace("http:", "https:"), True),
        ({"title": "Anything"}, {}, "https://www.example.org/", False),
        ({"shown_title": "The Guide", "verdict": "soft404"}, {}, NEW, False),
        (
            {"shown_title": "The Guide", "content_type": "text/html; a=b"},
            {"content_type": "text/html"},
            NEW,
            True,
        ),
        (
            {"shown_title": "The Guide", "content_type": "text/html"},
            {"content_type": "image/png"},
            NEW,
            False,
        ),
    ],
)
def test_a_new_address_needs_a_proof(seen: dict, known: dict, new: str, proven: bool) -> None:
    link = Target(OLD, title="The guide", file="catalog/entries/guide.yml")
    finding = Finding(new, **{"verdict": "ok", "reason": "", **seen})
    proof = proof_of(link, new, finding, record(**known))
    assert (proof is not None) is proven
    if proof:
        assert OLD in render_proofs([proof])
        assert new in render_proofs([proof])


def test_a_proof_says_which_words_agree_and_what_was_remembered() -> None:
    link = Target(OLD, title="The Small Guide", file="catalog/entries/guide.yml")
    known = {"title": "Small Guide", "target_since": "2026-11-02", "first_seen": DAY_BEFORE}
    finding = Finding(NEW, "ok", "", title="Guide, small", shown_title="A small guide <b>")
    proof = proof_of(link, NEW, finding, record(**known))
    assert proof is not None
    said = render_proofs([proof])
    assert "in the catalog: “The Small Guide”; there: “A small guide " in said
    assert "words that agree: small, guide" in said
    assert "before: “Small Guide”, first seen 2026-10-05" in said
    assert "<b>" not in said


def test_what_a_person_took_back_is_not_proposed_again() -> None:
    ledger = Ledger(links={OLD: record()})
    assert not list(fixable_links([Target(OLD, former=(NEW,))], ledger, []))
