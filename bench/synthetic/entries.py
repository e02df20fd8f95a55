"""Synthetic entries: one invented resource after another, as the YAML of its file.

An entry depends on the seed, its number and the entries before it, never on
how many follow: a larger catalog holds a smaller one, so figures measured at
500 and at 10,000 entries are about the same resources.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bench.synthetic.chance import Bag, Chance
from bench.synthetic.grammar import finish, in_title_case
from bench.synthetic.speaker import Speaker
from bench.synthetic.world import World
from bench.synthetic.yaml_lines import flow, prose, quoted

FIRST_DAY, LAST_DAY = date(2024, 11, 21), date(2026, 11, 20)

_SHORT = frozenset("a an and at by for from how in into of on the to we what who with".split())
_FORMATS = {
    "guide": Bag(["html", "pdf", "document"], 1),
    "report": Bag(["pdf", "html"], 1),
    "video": Bag(["video", "html"], 1),
    "template": Bag(["document", "slides", "pdf"], 1),
    "primer": Bag(["html", "pdf"], 1),
    "infographic": Bag(["pdf", "image"], 1),
    "podcast": Bag(["audio", "html"], 1),
    "questionnaire": Bag(["document", "pdf", "html"], 1),
}
_ENDINGS = {"pdf": ".pdf", "image": ".png", "audio": ".mp3", "slides": ".pptx", "document": ".docx"}
_PRECISIONS = Bag([4, 7, 10], 1)  # letters of a date: the year, the month, the day
_PATHS = Bag(["resources", "library", "learn", "publications", "r"])
_FEATURES = {
    "video": ["captions", "transcript", "audioDescription"],
    "podcast": ["transcript"],
    "infographic": ["alternativeText", "longDescription", "highContrastDisplay"],
    "report": ["taggedPDF", "tableOfContents", "structuralNavigation"],
    "guide": ["structuralNavigation", "alternativeText", "tableOfContents", "readingOrder"],
}
_LICENSES = Bag(["CC BY 4.0", "CC BY-NC 4.0", "CC BY-SA 4.0", "CC BY-NC-ND 4.0", "CC0 1.0"])
_ACCESS = Bag(
    ("open " * 40 + "sign-in " * 4 + "on-request " * 3 + "unlocated " * 3 + "paid").split(), 0
)
_PARENTS = {"podcast": "podcast", "template": "guide", "questionnaire": "guide", "video": "video"}


@dataclass(frozen=True)
class Made:
    """An entry that is ready to be written."""

    id: str
    text: str
    phases: list[str]
    stages: list[str]
    is_listed: bool


@dataclass
class _Known:
    """What later entries must not repeat, and what they may point to."""

    titles: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    by_topic: dict[str, list[str]] = field(default_factory=dict)
    series: dict[str, list[str]] = field(default_factory=dict)


class Synthesis:
    """A catalog's entries, made in their order."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._known = _Known()
        self._world = World(seed)

    def entries(self, count: int) -> Iterator[Made]:
        """The first ``count`` entries."""
        for number in range(count):
            # A generator of its own, so that no entry feels how another one was made.
            chance = random.Random(f"{self._seed} entry {number}").random  # noqa: S311
            yield _Making(self._world, self._known, chance).entry()


class _Making:
    """The making of one entry."""

    def __init__(self, world: World, known: _Known, chance: Chance) -> None:
        self._world = world
        self._known = known
        self._chance = chance
        self._type = world.types.draw(chance)
        self._topics = world.topics.several(chance, 1 + self._happens(0.45) + self._happens(0.15))
        self._topic = self._topics[0][0]
        subject, band, skills = world.subjects.draw(chance)
        self._authors = world.people.several(chance, int(chance() * 4))
        self._publishers = world.publishers.several(chance, 1 + self._happens(0.12))
        fixed = {
            "place": world.places.draw(chance),
            "subject": subject,
            "grade": world.grades[band].draw(chance),
            "person": (self._authors or [world.people.draw(chance)])[0],
        }
        self._speaker = Speaker(chance, fixed, {"topic": self._topics[0][1], "skill": skills})

    def entry(self) -> Made:
        """Make it, and let later entries know of it."""
        chance, world, known = self._chance, self._world, self._known
        language = "es" if self._happens(0.03) else "en"
        title = self._new_title(f"title-{self._type}", " (in Spanish)" if language == "es" else "")
        entry_id = self._new_id(title)
        phases = _in_order(world.phases, chance, (0, 1, 1, 2))
        stages = _in_order(world.stages, chance, (0, 1, 1, 2))
        added = FIRST_DAY + timedelta(int(chance() * ((LAST_DAY - FIRST_DAY).days + 1)))
        # Most resources are a few years old when a catalog finds them, a few much older.
        published = added - timedelta(int(20 + 1500 * chance() + 4000 * chance() ** 4))
        neighbors = known.by_topic.get(self._topics[-1][0], [])
        parents = known.series.get(_PARENTS.get(self._type, ""), [])
        parent = parents[int(chance() * len(parents))] if parents and self._happens(0.3) else ""
        retired = self._happens(0.015)

        lines = [
            "# yaml-language-server: $schema=../schema/entry.schema.json",
            *prose("title", title),
            *(self._other_title() if self._happens(0.08) else ()),
            f"type: {self._type}",
            *flow("phases", phases),
            *flow("stages", stages),
            *prose("summary", self._summary()),
            *(prose("recommended_use", self._use()) if self._happens(0.96) else ()),
            *self._links(entry_id, published.year),
            *flow("authors", self._authors),
            *flow("publishers", [name for name, _ in self._publishers]),
            *(flow("contributors", world.people.several(chance, 2)) if self._happens(0.06) else ()),
            *(self._published(published) if self._happens(0.85) else ()),
            *self._size(bool(parent)),
            f"language: {language}",
            *([f"license: {_LICENSES.draw(chance)}"] if self._happens(0.3) else ()),
            *self._features(),
            *flow("audiences", _in_order(world.audiences, chance, (1, 2, 2, 3))),
            *flow("topics", [topic for topic, _ in self._topics]),
            *([f"part_of: {parent}"] if parent else ()),
            *flow("related", self._some_of(neighbors) if self._happens(0.4) else ()),
            *(self._retirement(added, neighbors) if retired else ()),
            *flow("aliases", [self._alias(entry_id)] if self._happens(0.03) else ()),
            f"added: {added.isoformat()}",
            *self._sources(),
            *(prose("notes", self._speaker.sentence("note")) if self._happens(0.08) else ()),
        ]
        if not retired:
            for topic, _ in self._topics:
                known.by_topic.setdefault(topic, []).append(entry_id)
            if not parent and self._happens(0.1):
                known.series.setdefault(self._type, []).append(entry_id)
        return Made(entry_id, "\n".join(lines) + "\n", phases, stages, not retired)

    def _happens(self, probability: float) -> bool:
        return self._chance() < probability

    def _new_title(self, rule: str, ending: str = "") -> str:
        title = ""
        for attempt in range(40):
            self._speaker.begin(afresh=attempt > 0)
            title = self._speaker.phrase(rule)
            if self._happens(0.6):
                title = finish(in_title_case(title))
            title += ending + (f", Part {attempt}" if attempt > 20 else "")
            if len(title) <= 140 and _key(title) not in self._known.titles:
                break
        else:
            title += f" ({len(self._known.titles)})"
        self._known.titles.add(_key(title))
        return title

    def _other_title(self) -> list[str]:
        return ["also_known_as:", f"  - {quoted(self._new_title('another-title'))}"]

    def _new_id(self, title: str) -> str:
        parts = [w for w in _key(title).split() if w not in _SHORT and w.isascii()]
        return self._claim("-".join(parts[:6]) or "resource")

    def _alias(self, entry_id: str) -> str:
        year = 2014 + int(self._chance() * 8)
        return self._claim(f"{entry_id}-{year}")

    def _claim(self, wanted: str) -> str:
        """The id, or the first of ``id-2``, ``id-3`` … that no entry has, nor ever had."""
        claimed, number = wanted, 1
        while claimed in self._known.ids:
            number += 1
            claimed = f"{wanted}-{number}"
        self._known.ids.add(claimed)
        return claimed

    def _summary(self) -> str:
        self._speaker.begin()
        summary = self._speaker.sentence(self._type)
        if len(summary) < 120 or self._happens(0.8):
            summary += " " + self._speaker.sentence("second")
        return summary

    def _use(self) -> str:
        self._speaker.begin()
        use = self._speaker.sentence("use")
        return use + " " + self._speaker.sentence("use-more") if self._happens(0.4) else use

    def _links(self, entry_id: str, year: int) -> list[str]:
        chance = self._chance
        access = _ACCESS.draw(chance)
        host = self._publishers[0][1]
        form = _FORMATS[self._type].draw(chance)
        path = f"files/{year}" if form in _ENDINGS else _PATHS.draw(chance)
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
            lines += prose("request_from", self._speaker.phrase("whom"))
        return lines

    def _published(self, day: date) -> list[str]:
        return [f"published: {day.isoformat()[: _PRECISIONS.draw(self._chance)]}"]

    def _size(self, is_part: bool) -> list[str]:
        """How long it takes and how much of it there is."""
        chance = self._chance
        small, large = 2 + int(chance() * 20), 6 + int(90 * chance() ** 2)
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
        return flow("accessibility", Bag(features).several(self._chance, 3))

    def _some_of(self, ids: Sequence[str]) -> list[str]:
        count = 1 + int(self._chance() * 3)
        drawn = [ids[int(self._chance() * len(ids))] for _ in range(count if ids else 0)]
        return list(dict.fromkeys(drawn))

    def _retirement(self, added: date, neighbors: Sequence[str]) -> list[str]:
        lines = []
        if neighbors and self._happens(0.6):
            lines.append(f"replaced_by: {neighbors[int(self._chance() * len(neighbors))]}")
        day = added + timedelta(int(self._chance() * (LAST_DAY - added).days))
        why = prose("why", self._speaker.sentence("retired"), "  ")
        return [*lines, "retired:", f"  on: {day.isoformat()}", *why]

    def _sources(self) -> list[str]:
        lines = ["sources:"]
        for _ in range(1 + self._happens(0.25)):
            lines.append(f"  - document: {quoted(self._speaker.phrase('document'))}")
            if self._happens(0.8):
                lines.append(f"    section: {quoted(self._speaker.phrase('section'))}")
        return lines


def _in_order(bag: Bag[str], chance: Chance, counts: Sequence[int]) -> list[str]:
    """As many terms as one of the counts says, in the order of their vocabulary."""
    drawn = bag.several(chance, counts[int(chance() * len(counts))])
    return [term for term in bag.items if term in drawn]


def _key(title: str) -> str:
    """Equal for titles that differ only in case, accents and punctuation.

    The checks have a rule like it. This one stays apart, so that figures from
    before and after a change of the rules are about the same catalog.
    """
    plain = title.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", title).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain).strip()
