"""Values: answers in free words made into what an entry holds, with a remark on every guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from resource_catalog.intake.questions import Question
from resource_catalog.problems import quoted
from resource_catalog.suggestions import closest_match
from resource_catalog.urls import why_not_followable

MOST_ADDRESSES = 10

_LINKED = re.compile(r"!?\[([^\]\[]*)\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)>?[^)]*\)")
_BARE = re.compile(r"[^\s<>\"'`\[\]|]+")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?::\d+)?(?:[/?#].*)?", re.I)
_EMPHASIS = re.compile(r"(\*\*|__|\*|`+)(?=\S)(.+?)(?<=\S)\1")
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+(?:\[[ xX]\]\s+)?")
_FORMATS = {
    "pdf": "pdf",
    **dict.fromkeys("mp3 m4a ogg oga wav flac".split(), "audio"),
    **dict.fromkeys("mp4 m4v webm mov".split(), "video"),
    **dict.fromkeys("doc docx odt rtf xls xlsx ods csv txt".split(), "document"),
    **dict.fromkeys("ppt pptx odp key".split(), "slides"),
    **dict.fromkeys("png jpg jpeg gif svg webp".split(), "image"),
}


def line(text: str) -> str:
    """Free words as one line, without the marks of a link or of emphasis around them."""
    text = _LINKED.sub(lambda match: match[1] or match[2], text)
    return " ".join(_EMPHASIS.sub(r"\2", text).split())


def lines(text: str) -> list[str]:
    """Free words as a list: one a line, or between semicolons."""
    parts = (line(_BULLET.sub("", part)) for part in re.split(r"[\n;]", text))
    return list(dict.fromkeys(part for part in parts if part))


def addresses(text: str) -> tuple[list[str], list[str]]:
    """The addresses in free words, each once, and remarks on what is none."""
    found: dict[str, None] = {}
    remarks: list[str] = []
    for word in _words(text):
        url = word
        if not re.match(r"[a-z][a-z0-9+.-]*:", word, re.I) and _HOST.fullmatch(word):
            url = f"https://{word}"
            remarks.append(f"{quoted(word)} has no https:// in front; it was added.")
        if re.match(r"https?:", url, re.I) and not why_not_followable(url):
            found[url] = None
        elif re.match(r"[a-z][a-z0-9+.-]*:\S", url, re.I) or "/" in url:
            why = why_not_followable(url) or "it is not complete"
            remarks.append(f"{quoted(word)} is not an address for readers: {why}.")
    if len(found) > 1:
        remarks.append("There are several addresses; the first one is taken to be the best.")
    if len(found) > MOST_ADDRESSES:
        remarks.append(f"Only the first {MOST_ADDRESSES} of {len(found)} addresses are used.")
    return list(found)[:MOST_ADDRESSES], remarks


def format_of(url: str) -> str:
    """What a reader gets at an address, as far as its ending tells."""
    path = urlsplit(url).path
    return _FORMATS.get(path.rpartition(".")[2].lower(), "html") if "." in path else "html"


def chosen(text: str, question: Question) -> tuple[list[str], list[str]]:
    """The values that an answer to a drop-down names, and remarks on what is no choice.

    Labels may hold commas, which GitHub also puts between them, so the longest
    label that fits is taken first.
    """
    by_label = {_plain(label): value for label, value in question.choices}
    by_label.update({_plain(value): value for _, value in question.choices})
    found: dict[str, None] = {}
    remarks: list[str] = []
    for part in text.split("\n"):
        rest = _plain(_BULLET.sub("", part))
        if "- [ ]" in part:
            continue
        while rest:
            label = next((some for some in _longest_first(by_label) if _starts(rest, some)), None)
            if label is None:
                label, _, rest = (piece.strip() for piece in rest.partition(","))
                if not label:
                    continue
                likely = closest_match(label, by_label)
                if likely is None:
                    remarks.append(f"{quoted(label)} is not one of “{question.label}”.")
                    continue
                remarks.append(f"{quoted(label)} is taken for {quoted(by_label[likely])}.")
                found[by_label[likely]] = None
            else:
                found[by_label[label]] = None
                rest = rest[len(label) :].strip(" ,")
    return list(found), remarks


def _longest_first(labels: dict[str, str]) -> Sequence[str]:
    return sorted(labels, key=len, reverse=True)


def _starts(text: str, label: str) -> bool:
    return text.startswith(label) and text[len(label) :].lstrip()[:1] in ("", ",")


def _words(text: str) -> list[str]:
    """What may be an address: targets of links, and whatever stands without spaces."""
    targets = [match[2] for match in _LINKED.finditer(text)]
    bare = _BARE.findall(_LINKED.sub(" ", text))
    return [*targets, *filter(None, map(_trimmed, bare))]


def _trimmed(word: str) -> str:
    """A word without the punctuation of the sentence around it."""
    word = word.strip("*_").lstrip("(").rstrip(".,;:!?")
    while word.endswith(")") and word.count("(") < word.count(")"):
        word = word[:-1].rstrip(".,;:!?")
    return word


def _plain(text: str) -> str:
    return " ".join(text.strip().strip('`*_"“”').casefold().split())
