"""The pools of topics, people, places and publishers that all entries draw from."""

from __future__ import annotations

import random

from bench.synthetic.names import people, places, publishers
from bench.synthetic.text_rules import WeightedTexts, parse_texts
from bench.synthetic.weighted_items import WeightedItems
from bench.synthetic.words import read_sections, split_items


class SamplePools:
    """Weighted items for every property of an entry, shared by all entries."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(f"{seed} world").random  # noqa: S311  # repeatable on purpose
        topics = [(head[0], parse_texts(lines[1:])) for head, lines in read_sections("topics")]
        self.topics: WeightedItems[tuple[str, WeightedTexts]] = WeightedItems(topics, 0.6)
        subjects = [(*head, parse_texts(lines)) for head, lines in read_sections("subjects")]
        self.subjects: WeightedItems[tuple[str, str, WeightedTexts]] = WeightedItems(subjects, 0.3)  # type: ignore[arg-type]
        self.grades = {
            head[0]: WeightedItems(split_items(lines), 0.5)
            for head, lines in read_sections("grades")
        }
        self.types = WeightedItems(_ids("types"), 0.5)
        self.audiences = WeightedItems(_ids("audiences"), 0.7)
        self.phases = WeightedItems(_ids("phases"), 0.5)
        self.stages = WeightedItems(_ids("stages"), 0.5)
        names = places(4000)
        self.places = WeightedItems(names, 0.7)
        self.people = WeightedItems(people(3000, rng), 0.7)
        self.publishers = WeightedItems(list(publishers(rng, names)), 0.8)


def _ids(name: str) -> list[str]:
    return [head[0] for head, _ in read_sections(name)]
