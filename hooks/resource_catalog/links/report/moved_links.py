"""Decide which moved links are rewritten, and check their new URLs first."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from resource_catalog.links.finding import Finding
from resource_catalog.links.judge.url_kinds import registered_domain
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import InvalidUrlError, parse_url
from resource_catalog.model.field_types import urls
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord
from resource_catalog.model.markdown.github_markdown import address_span, code_span, escape
from resource_catalog.model.messages import _
from resource_catalog.model.title_matching import normalize_text, significant_words

MIN_RUNS = 2
"""How many runs in a row must have found the same redirect target."""

Moves = Sequence[tuple[Target, str]]
"""Links, each with its new URL."""


def find_moves(targets: Sequence[Target], ledger: Ledger) -> Moves:
    """The links of entries that have moved permanently, according to the ledger."""
    known_keys = {_url_key(target.url) for target in targets}
    in_entries = [target for target in targets if target.entry]
    return list(fixable_links(in_entries, ledger, known_keys))


def fixable_links(
    targets: Collection[Target], ledger: Ledger, known_keys: Collection[str]
) -> Iterator[tuple[Target, str]]:
    """The links that may be rewritten, with their new URLs, which have yet to be checked.

    ``known_keys`` are the keys of all URLs in the catalog, so that no two links become the same.
    """
    for target in targets:
        record = ledger.links.get(target.url)
        if record is None or record.last_verdict != "moved" or record.target_runs < MIN_RUNS:
            continue
        new = record.target
        if new in target.former:  # a person has taken this one back
            continue
        key = urls.same_address_key(new) if not urls.why_not_followable(new) else ""
        if key and (key not in known_keys or key == urls.same_address_key(target.url)):
            yield target, new


def targets_to_check(moves: Moves, ledger: Ledger) -> dict[str, Target]:
    """The new URLs to check before anything is rewritten, as targets by old URL.

    If two links have the same new URL, neither is included: a person has to decide.
    """
    new_by_old = {target.url: new for target, new in moves}
    counts = Counter(new_by_old.values())
    by_url = {target.url: target for target, _ in moves}
    return {
        old: Target(
            url=new,
            title=by_url[old].title,
            summary=by_url[old].summary,
            authors=by_url[old].authors,
            access=by_url[old].access,
            format=by_url[old].format,
            known_title=ledger.links[old].title,
            known_type=ledger.links[old].content_type,
        )
        for old, new in new_by_old.items()
        if counts[new] == 1
    }


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a new address is taken for that of the same thing.

    ``remembered`` is the title of the page at the old address when it was still there.
    """

    old: str
    new: str
    file: str
    why: str
    catalog_title: str
    new_title: str
    remembered: str = ""
    remembered_on: datetime.date | None = None

    @property
    def words(self) -> list[str]:
        """The words of the catalog's title, or of the remembered one, that the new page shows."""
        own = normalize_text(self.catalog_title or self.remembered)
        shown = significant_words(normalize_text(self.new_title))
        return [word for word in dict.fromkeys(own.split()) if word in shown]


def proofs(
    targets: Mapping[str, Target], moves: Moves, findings: Sequence[Finding], ledger: Ledger
) -> dict[str, Proof]:
    """The proof for each old URL whose new page works and is the same thing.

    ``targets`` are the new URLs as targets by old URL, ``findings`` are in their order.
    """
    links = {target.url: target for target, _ in moves}
    found = {}
    for old, finding in zip(targets, findings, strict=True):
        proof = proof_of(links[old], targets[old].url, finding, ledger.links[old])
        if proof is not None:
            found[old] = proof
    return found


def proof_of(link: Target, new: str, finding: Finding, record: LinkRecord) -> Proof | None:
    """The proof that a new URL shows what was at the old one; None if there is none.

    The title in the ledger counts only if it was seen at the old address, before the redirect.
    """
    if finding.verdict != "ok" or not _has_type(finding, record):
        return None
    seen_before = record.target_since is not None and record.target_since > record.first_seen
    remembered = record.title if seen_before else ""
    if finding.shown_title:
        why = _("the new page shows the title of the entry")
    elif remembered:
        if _normalize_title(finding.title) != _normalize_title(remembered):
            return None
        why = _("the new page has the title that the old one had")
    elif _is_same_path(link.url, new):
        why = _("the same site leads to the same path")
    else:
        return None
    return Proof(
        old=link.url,
        new=new,
        file=link.file,
        why=why,
        catalog_title=link.title,
        new_title=finding.shown_title or finding.title,
        remembered=remembered,
        remembered_on=record.first_seen if remembered else None,
    )


def render_proofs(found: Iterable[Proof]) -> str:
    """The proofs as Markdown, one item each; empty if there is none."""
    items = []
    for proof in found:
        facts = [f"{proof.why[0].upper()}{proof.why[1:]}"]
        if proof.catalog_title:
            facts.append(_("in the catalog: “%(title)s”", title=escape(proof.catalog_title)))
        if proof.new_title:
            facts.append(_("there: “%(title)s”", title=escape(proof.new_title)))
        else:
            facts.append(_("no title there"))
        if proof.words:
            words = ", ".join(map(escape, proof.words))
            facts.append(_("words that agree: %(words)s", words=words))
        if proof.remembered and proof.remembered_on:
            title, day = escape(proof.remembered), proof.remembered_on.isoformat()
            facts.append(_("before: “%(title)s”, first seen %(day)s", title=title, day=day))
        place = f" · {code_span(proof.file)}" if proof.file else ""
        items.append(
            f"- {address_span(proof.old)} → {address_span(proof.new)}{place}\n  {'; '.join(facts)}."
        )
    return "\n".join(items) + "\n" if items else ""


def _has_type(finding: Finding, record: LinkRecord) -> bool:
    media_type = finding.content_type.partition(";")[0].strip().lower()
    return not (record.content_type and media_type and media_type != record.content_type)


def _is_same_path(old: str, new: str) -> bool:
    """Whether two URLs of one site differ in scheme, host and folder at most."""
    try:
        one, other = parse_url(old), parse_url(new)
    except InvalidUrlError:
        return False
    names = [url.segments[-1:] for url in (one, other)]
    is_one_site = registered_domain(one.host) == registered_domain(other.host)
    return is_one_site and names[0] == names[1] and one.query == other.query


def changes_by_file(moves: Moves, old_urls: Collection[str]) -> dict[str, dict[str, str]]:
    """New URLs by old ones for each file, limited to ``old_urls``."""
    changes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for target, new in moves:
        if target.url in old_urls:
            changes[target.file][target.url] = new
    return dict(changes)


def _url_key(url: str) -> str:
    try:
        return urls.same_address_key(url)
    except ValueError:
        return url


def _normalize_title(title: str) -> str:
    return re.sub(r"[\W_]+", " ", title.casefold()).strip()
