"""The world of a synthetic catalog: what all of its entries draw from."""

from __future__ import annotations

import random

from bench.synthetic.chance import Bag
from bench.synthetic.names import people, places, publishers
from bench.synthetic.rules import Texts, texts
from bench.synthetic.words import items, sections


class World:
    """The people, places, publishers and bags of words that all entries share."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(f"{seed} world").random  # noqa: S311  # repeatable on purpose
        topics = [(head[0], texts(lines[1:])) for head, lines in sections("topics")]
        self.topics: Bag[tuple[str, Texts]] = Bag(topics, 0.6)
        subjects = [(*head, texts(lines)) for head, lines in sections("subjects")]
        self.subjects: Bag[tuple[str, str, Texts]] = Bag(subjects, 0.3)  # type: ignore[arg-type]
        self.grades = {head[0]: Bag(items(lines), 0.5) for head, lines in sections("grades")}
        self.types = Bag(_ids("types"), 0.5)
        self.audiences = Bag(_ids("audiences"), 0.7)
        self.phases = Bag(_ids("phases"), 0.5)
        self.stages = Bag(_ids("stages"), 0.5)
        names = places(4000)
        self.places = Bag(names, 0.7)
        self.people = Bag(people(3000, chance), 0.7)
        self.publishers = Bag(list(publishers(chance, names)), 0.8)


def _ids(name: str) -> list[str]:
    return [head[0] for head, _ in sections(name)]
