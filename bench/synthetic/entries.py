"""Generate synthetic entries, each as the YAML text of its file.

An entry depends on the seed, its number and the entries before it, but not on how many follow: a
larger catalog contains a smaller one, so figures measured at 500 and at 10,000 entries are about
the same resources.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bench.synthetic.grammar import finish_text, title_case
from bench.synthetic.sample_pools import SamplePools
from bench.synthetic.text_generator import TextGenerator
from bench.synthetic.weighted_items import Rng, WeightedItems
from bench.synthetic.yaml_lines import list_lines, quote, text_lines

FIRST_DAY, LAST_DAY = date(2024, 11, 21), date(2026, 11, 20)

_SHORT = frozenset("a an and at by for from how in into of on the to we what who with".split())
_FORMATS = {
    "guide": WeightedItems(["html", "pdf", "document"], 1),
    "report": WeightedItems(["pdf", "html"], 1),
    "video": WeightedItems(["video", "html"], 1),
    "template": WeightedItems(["document", "slides", "pdf"], 1),
    "primer": WeightedItems(["html", "pdf"], 1),
    "infographic": WeightedItems(["pdf", "image"], 1),
    "podcast": WeightedItems(["audio", "html"], 1),
    "questionnaire": WeightedItems(["document", "pdf", "html"], 1),
}
_ENDINGS = {"pdf": ".pdf", "image": ".png", "audio": ".mp3", "slides": ".pptx", "document": ".docx"}
_DATE_LENGTHS = WeightedItems([4, 7, 10], 1)  # an ISO date cut to the year, the month, the day
_PATHS = WeightedItems(["resources", "library", "learn", "publications", "r"])
_FEATURES = {
    "video": ["captions", "transcript", "audioDescription"],
    "podcast": ["transcript"],
    "infographic": ["alternativeText", "longDescription", "highContrastDisplay"],
    "report": ["taggedPDF", "tableOfContents", "structuralNavigation"],
    "guide": ["structuralNavigation", "alternativeText", "tableOfContents", "readingOrder"],
}
_LICENSES = WeightedItems(
    ["CC BY 4.0", "CC BY-NC 4.0", "CC BY-SA 4.0", "CC BY-NC-ND 4.0", "CC0 1.0"]
)
_ACCESS = WeightedItems(
    ("open " * 40 + "sign-in " * 4 + "on-request " * 3 + "unlocated " * 3 + "paid").split(), 0
)
_PARENTS = {"podcast": "podcast", "template": "guide", "questionnaire": "guide", "video": "video"}


@dataclass(frozen=True)
class SyntheticEntry:
    """A generated entry: the text of its file, and what the vocabularies need of it."""

    id: str
    text: str
    phases: list[str]
    stages: list[str]
    is_listed: bool


@dataclass
class _SharedState:
    """What later entries must not repeat, and what they may refer to."""

    titles: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    by_topic: dict[str, list[str]] = field(default_factory=dict)
    series: dict[str, list[str]] = field(default_factory=dict)


class EntryGenerator:
    """Generates the entries of a catalog, in order."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._state = _SharedState()
        self._pools = SamplePools(seed)

    def entries(self, count: int) -> Iterator[SyntheticEntry]:
        """The first ``count`` entries."""
        for number in range(count):
            # One generator per entry, so that a change to one entry leaves the others as they are.
            rng = random.Random(f"{self._seed} entry {number}").random  # noqa: S311
            yield _EntryBuilder(self._pools, self._state, rng).build()


class _EntryBuilder:
    """Builds one entry."""

    def __init__(self, pools: SamplePools, state: _SharedState, rng: Rng) -> None:
        self._pools = pools
        self._state = state
        self._rng = rng
        self._type = pools.types.draw(rng)
        self._topics = pools.topics.draw_distinct(
            rng, 1 + self._happens(0.45) + self._happens(0.15)
        )
        self._topic = self._topics[0][0]
        subject, band, skills = pools.subjects.draw(rng)
        self._authors = pools.people.draw_distinct(rng, int(rng() * 4))
        self._publishers = pools.publishers.draw_distinct(rng, 1 + self._happens(0.12))
        fixed = {
            "place": pools.places.draw(rng),
            "subject": subject,
            "grade": pools.grades[band].draw(rng),
            "person": (self._authors or [pools.people.draw(rng)])[0],
        }
        self._texts = TextGenerator(rng, fixed, {"topic": self._topics[0][1], "skill": skills})

    def build(self) -> SyntheticEntry:
        """Build the entry, and record it for later entries."""
        rng, pools, state = self._rng, self._pools, self._state
        language = "es" if self._happens(0.03) else "en"
        title = self._new_title(f"title-{self._type}", " (in Spanish)" if language == "es" else "")
        entry_id = self._new_id(title)
        phases = _in_order(pools.phases, rng, (0, 1, 1, 2))
        stages = _in_order(pools.stages, rng, (0, 1, 1, 2))
        added = FIRST_DAY + timedelta(int(rng() * ((LAST_DAY - FIRST_DAY).days + 1)))
        # Most resources are a few years old when a catalog finds them, a few much older.
        published = added - timedelta(int(20 + 1500 * rng() + 4000 * rng() ** 4))
        neighbors = state.by_topic.get(self._topics[-1][0], [])
        parents = state.series.get(_PARENTS.get(self._type, ""), [])
        parent = parents[int(rng() * len(parents))] if parents and self._happens(0.3) else ""
        retired = self._happens(0.015)

        lines = [
            "# yaml-language-server: $schema=../schema/entry.schema.json",
            *text_lines("title", title),
            *(self._other_title() if self._happens(0.08) else ()),
            f"type: {self._type}",
            *list_lines("phases", phases),
            *list_lines("stages", stages),
            *text_lines("summary", self._summary()),
            *(text_lines("recommended_use", self._use()) if self._happens(0.96) else ()),
            *self._links(entry_id, published.year),
            *list_lines("authors", self._authors),
            *list_lines("publishers", [name for name, _ in self._publishers]),
            *(
                list_lines("contributors", pools.people.draw_distinct(rng, 2))
                if self._happens(0.06)
                else ()
            ),
            *(self._published(published) if self._happens(0.85) else ()),
            *self._size(bool(parent)),
            f"language: {language}",
            *([f"license: {_LICENSES.draw(rng)}"] if self._happens(0.3) else ()),
            *self._features(),
            *list_lines("audiences", _in_order(pools.audiences, rng, (1, 2, 2, 3))),
            *list_lines("topics", [topic for topic, _ in self._topics]),
            *([f"part_of: {parent}"] if parent else ()),
            *list_lines("related", self._some_of(neighbors) if self._happens(0.4) else ()),
            *(self._retirement(added, neighbors) if retired else ()),
            *list_lines("aliases", [self._alias(entry_id)] if self._happens(0.03) else ()),
            f"added: {added.isoformat()}",
            *self._sources(),
            *(text_lines("notes", self._texts.sentence("note")) if self._happens(0.08) else ()),
        ]
        if not retired:
            for topic, _ in self._topics:
                state.by_topic.setdefault(topic, []).append(entry_id)
            if not parent and self._happens(0.1):
                state.series.setdefault(self._type, []).append(entry_id)
        return SyntheticEntry(entry_id, "\n".join(lines) + "\n", phases, stages, not retired)

    def _happens(self, probability: float) -> bool:
        return self._rng() < probability

    def _new_title(self, rule: str, ending: str = "") -> str:
        title = ""
        for attempt in range(40):
            self._texts.start_text(retry=attempt > 0)
            title = self._texts.phrase(rule)
            if self._happens(0.6):
                title = finish_text(title_case(title))
            title += ending + (f", Part {attempt}" if attempt > 20 else "")
            if len(title) <= 140 and _key(title) not in self._state.titles:
                break
        else:
            title += f" ({len(self._state.titles)})"
        self._state.titles.add(_key(title))
        return title

    def _other_title(self) -> list[str]:
        return ["also_known_as:", f"  - {quote(self._new_title('another-title'))}"]

    def _new_id(self, title: str) -> str:
        parts = [w for w in _key(title).split() if w not in _SHORT and w.isascii()]
        return self._claim("-".join(parts[:6]) or "resource")

    def _alias(self, entry_id: str) -> str:
        year = 2014 + int(self._rng() * 8)
        return self._claim(f"{entry_id}-{year}")

    def _claim(self, wanted: str) -> str:
        """The id, or the first of ``id-2``, ``id-3`` … that is neither an id nor an alias."""
        claimed, number = wanted, 1
        while claimed in self._state.ids:
            number += 1
            claimed = f"{wanted}-{number}"
        self._state.ids.add(claimed)
        return claimed

    def _summary(self) -> str:
        self._texts.start_text()
        summary = self._texts.sentence(self._type)
        if len(summary) < 120 or self._happens(0.8):
            summary += " " + self._texts.sentence("second")
        return summary

    def _use(self) -> str:
        self._texts.start_text()
        use = self._texts.sentence("use")
        return use + " " + self._texts.sentence("use-more") if self._happens(0.4) else use

    def _links(self, entry_id: str, year: int) -> list[str]:
        rng = self._rng
        access = _ACCESS.draw(rng)
        host = self._publishers[0][1]
        form = _FORMATS[self._type].draw(rng)
        path = f"files/{year}" if form in _ENDINGS else _PATHS.draw(rng)
        address = f"https://{host}/{path}/{entry_id}{_ENDINGS.get(form, '')}"
        links: list[tuple[str, str, str]] = []
        if access not in ("unlocated", "on-request"):
            links.append((address, form, "primary"))
            if self._happens(0.12):
                links.append((f"https://library.example.net/items/{entry_id}", "html", "alternate"))
        if self._happens(0.1):
            links.append((f"https://{host}/{self._topic}/", "html", "landing"))
        if self._happens(0.05):
            links.append((f"https://archive.example.org/{year}/{entry_id}", "html", "archive"))
        lines = ["links:"] if links else []
        for url, kind, role in links:
            lines += [f"  - url: {url}", f"    format: {kind}", f"    role: {role}"]
        lines.append(f"access: {access}")
        if access == "on-request":
            lines += text_lines("request_from", self._texts.phrase("whom"))
        return lines

    def _published(self, day: date) -> list[str]:
        return [f"published: {day.isoformat()[: _DATE_LENGTHS.draw(self._rng)]}"]

    def _size(self, is_part: bool) -> list[str]:
        """The duration or extent."""
        rng = self._rng
        small, large = 2 + int(rng() * 20), 6 + int(90 * rng() ** 2)
        if self._happens(0.15):
            return []
        if self._type == "podcast" and not is_part and self._happens(0.5):
            return [f"extent: {small} episodes"]
        if self._type in ("video", "podcast"):
            hours, rest = divmod(large, 60)
            return [f"duration: {f'{hours} h ' if hours else ''}{rest or 1} min"]
        if self._type == "questionnaire":
            return [f"duration: {5 + small} min", f"extent: {large} questions"]
        if self._type == "infographic":
            return ["extent: 1 page"]
        return [f"extent: {large if self._type in ('report', 'guide') else small} pages"]

    def _features(self) -> list[str]:
        features = _FEATURES.get(self._type)
        if not features or not self._happens(0.5):
            return []
        return list_lines("accessibility", WeightedItems(features).draw_distinct(self._rng, 3))

    def _some_of(self, ids: Sequence[str]) -> list[str]:
        count = 1 + int(self._rng() * 3)
        drawn = [ids[int(self._rng() * len(ids))] for _ in range(count if ids else 0)]
        return list(dict.fromkeys(drawn))

    def _retirement(self, added: date, neighbors: Sequence[str]) -> list[str]:
        lines = []
        if neighbors and self._happens(0.6):
            lines.append(f"replaced_by: {neighbors[int(self._rng() * len(neighbors))]}")
        day = added + timedelta(int(self._rng() * (LAST_DAY - added).days))
        why = text_lines("why", self._texts.sentence("retired"), "  ")
        return [*lines, "retired:", f"  on: {day.isoformat()}", *why]

    def _sources(self) -> list[str]:
        lines = ["sources:"]
        for _ in range(1 + self._happens(0.25)):
            lines.append(f"  - document: {quote(self._texts.phrase('document'))}")
            if self._happens(0.8):
                lines.append(f"    section: {quote(self._texts.phrase('section'))}")
        return lines


def _in_order(terms: WeightedItems[str], rng: Rng, counts: Sequence[int]) -> list[str]:
    """Draw a random one of ``counts`` terms; return them in the order of the vocabulary."""
    drawn = terms.draw_distinct(rng, counts[int(rng() * len(counts))])
    return [term for term in terms.items if term in drawn]


def _key(title: str) -> str:
    """Equal for titles that differ only in case, accents and punctuation.

    The checks have a rule like it. This one is separate, so that a change of that rule does not
    change the catalog, and figures from before and after it stay comparable.
    """
    plain = title.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", title).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain).strip()
