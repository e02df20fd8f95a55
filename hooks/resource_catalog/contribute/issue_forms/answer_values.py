"""Parse free-text answers into the values of an entry, with a remark on every guess."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from resource_catalog.contribute.issue_forms.form_questions import IssueQuestion
from resource_catalog.model.addresses.tracking import without_tracking
from resource_catalog.model.did_you_mean import closest_match
from resource_catalog.model.field_types.urls import (
    mended_url,
    why_not_followable,
    with_scheme,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import printable, quoted
from resource_catalog.model.text_damage.escapes_and_mojibake import without_entities

MAX_URLS = 10

_MARKDOWN_LINK = re.compile(
    r"!?\[([^\]\[]*)\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)>?[^)]*\)"
)
_BARE_WORD = re.compile(r"[^\s<>\"`\[\]]+")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`+)(?=\S)(.+?)(?<=\S)\1")
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+(?:\[[ xX]\]\s+)?")
_FORMAT_OF_SUFFIX = {
    "pdf": "pdf",
    **dict.fromkeys("mp3 m4a ogg oga wav flac".split(), "audio"),
    **dict.fromkeys("mp4 m4v webm mov".split(), "video"),
    **dict.fromkeys("doc docx odt rtf xls xlsx ods csv txt".split(), "document"),
    **dict.fromkeys("ppt pptx odp key".split(), "slides"),
    **dict.fromkeys("png jpg jpeg gif svg webp".split(), "image"),
}


def parse_line(text: str) -> str:
    """Parse an answer as a single line, without Markdown links and emphasis."""
    text = _MARKDOWN_LINK.sub(lambda match: match[1] or match[2], text)
    return " ".join(_EMPHASIS.sub(r"\2", text).split())


def parse_lines(text: str) -> list[str]:
    """Parse an answer as a list, with items on lines of their own or separated by semicolons."""
    parts = (
        parse_line(_BULLET.sub("", part)) for part in re.split(r"[\n;]", without_entities(text))
    )
    return list(dict.fromkeys(part for part in parts if part))


def parse_urls(text: str) -> tuple[list[str], list[str]]:
    """Parse the URLs in an answer; return them without duplicates, and remarks on invalid ones."""
    found: dict[str, None] = {}
    remarks: list[str] = []
    is_broken = False  # where an address breaks off, the next word may be the rest of it
    for candidate in _url_candidates(text):
        has_scheme = re.match(r"[a-z][a-z0-9+.-]*:", candidate, re.I) is not None
        if is_broken and not has_scheme:
            continue
        url = with_scheme(candidate)
        if url != candidate:
            remarks.append(
                _("%(address)s has no https:// in front; it was added.", address=quoted(candidate))
            )
        better = mended_url(url)
        if not why_not_followable(better):
            if better not in (url, without_tracking(url)):
                remarks.append(
                    _(
                        "%(address)s was written as %(better)s.",
                        address=quoted(candidate),
                        better=printable(better),
                    )
                )
            found[better] = None
        elif re.match(r"[a-z][a-z0-9+.-]*:\S", url, re.I) or "/" in url:
            is_broken = has_scheme
            reason = why_not_followable(url) or _("it is not complete")
            remarks.append(
                _(
                    "%(address)s is not an address for readers: %(reason)s.",
                    address=quoted(candidate),
                    reason=reason,
                )
            )
    if len(found) > 1:
        remarks.append(_("There are several addresses; the first is used as the main one."))
    if len(found) > MAX_URLS:
        remarks.append(
            _(
                "Only the first %(most)s of the %(total)s addresses are used.",
                most=MAX_URLS,
                total=len(found),
            )
        )
    return list(found)[:MAX_URLS], remarks


def guess_format(url: str) -> str:
    """Guess the format of a link from the file name extension of its URL."""
    path = urlsplit(url).path
    return _FORMAT_OF_SUFFIX.get(path.rpartition(".")[2].lower(), "html") if "." in path else "html"


def parse_choices(text: str, question: IssueQuestion) -> tuple[list[str], list[str], bool]:
    """Parse the answer to a drop-down; return the values, remarks, and whether one is unknown.

    GitHub separates labels by commas, but labels may contain commas, so the longest
    label that matches is taken.
    """
    choices = (*question.former_choices, *question.choices)
    by_label = {_normalize_label(label): value for label, value in choices}
    by_label.update({_normalize_label(value): value for __, value in question.choices})
    longest_first = sorted(by_label, key=len, reverse=True)
    found: dict[str, None] = {}
    remarks: list[str] = []
    is_unknown = False
    for part in text.split("\n"):
        rest = _normalize_label(_BULLET.sub("", part))
        if "- [ ]" in part:
            continue
        while rest:
            label = next((name for name in longest_first if _starts_with(rest, name)), None)
            if label is None:
                label, __, rest = (piece.strip() for piece in rest.partition(","))
                if not label:
                    continue
                closest_label = closest_match(label, by_label)
                if closest_label is None:
                    is_unknown = True
                    remarks.append(
                        _(
                            "%(word)s is not one of “%(question)s”.",
                            word=quoted(label),
                            question=question.label,
                        )
                    )
                    continue
                meant = quoted(by_label[closest_label])
                remarks.append(_("%(word)s was read as %(term)s.", word=quoted(label), term=meant))
                found[by_label[closest_label]] = None
            else:
                found[by_label[label]] = None
                rest = rest[len(label) :].strip(" ,")
    return list(found), remarks, is_unknown


def _starts_with(text: str, label: str) -> bool:
    return text.startswith(label) and text[len(label) :].lstrip()[:1] in ("", ",")


def _url_candidates(text: str) -> list[str]:
    """The targets of Markdown links, lines that are one URL, and all words, which may be URLs."""
    lines = [line.strip() for line in text.split("\n")]
    text = "\n".join(with_scheme(line) if " " in line else line for line in lines)
    targets = [match[2] for match in _MARKDOWN_LINK.finditer(text)]
    words = _BARE_WORD.findall(_MARKDOWN_LINK.sub(" ", text))
    return [*targets, *filter(None, map(_strip_punctuation, words))]


def _strip_punctuation(candidate: str) -> str:
    """A word without the punctuation of its sentence."""
    candidate = candidate.strip("*_'|").lstrip("(").rstrip(".,;:!?'")
    while candidate.endswith(")") and candidate.count("(") < candidate.count(")"):
        candidate = candidate[:-1].rstrip(".,;:!?")
    return candidate


def _normalize_label(text: str) -> str:
    return " ".join(text.strip().strip('`*_"“”').casefold().split())
