"""Generate the texts of one entry from the rules, on its topic and with little repetition."""

from __future__ import annotations

from collections.abc import Mapping

from bench.synthetic.grammar import finish_text, inflect
from bench.synthetic.text_rules import RULES, WeightedTexts
from bench.synthetic.weighted_items import Rng

_MAX_REDRAWS = 6
_KEYWORD_RULES = frozenset(
    ("topic", "who", "thing", "act", "quality", "skill", "setting", "obstacle")
)


class TextGenerator:
    """Expands rules into texts about the topic, subject and place of one entry.

    ``fixed`` maps names to texts used wherever the name occurs; ``own`` maps names to items of this
    entry only, in place of the shared rules. The subject of the title comes first in later texts as
    well, as in texts written by a person.
    """

    def __init__(
        self, rng: Rng, fixed: Mapping[str, str], own: Mapping[str, WeightedTexts] | None = None
    ) -> None:
        self._rng = rng
        self._fixed = fixed
        self._own = own or {}
        self._used: set[tuple[str, int]] = set()
        self._keywords: dict[str, str] = {}
        self._unused_keywords: set[str] = set()

    def start_text(self, *, retry: bool = False) -> None:
        """Start another text of the entry; ``retry`` if the previous one was discarded."""
        if retry:
            self._keywords.clear()
        self._unused_keywords = set(self._keywords)

    def sentence(self, name: str) -> str:
        """Expand a rule to a sentence, with a capital and a full stop."""
        text = finish_text(self._expand(name))
        return text if text.endswith(("?", "!")) else text + "."

    def phrase(self, name: str) -> str:
        """Expand a rule to a phrase, with a capital and no full stop."""
        return finish_text(self._expand(name))

    def _expand(self, name: str, form: str = "") -> str:
        text = self._fixed.get(name) or self._keyword(name)
        if text is None:
            text = self._draw(name)
            if name in _KEYWORD_RULES:
                self._keywords.setdefault(name, text)
        return inflect(text, form) if form else text

    def _keyword(self, name: str) -> str | None:
        if name not in self._unused_keywords:
            return None
        self._unused_keywords.discard(name)
        return self._keywords[name]

    def _draw(self, name: str) -> str:
        choices = self._own.get(name) or RULES[name]
        for _ in range(_MAX_REDRAWS):
            index = choices.index(self._rng)
            if (name, index) not in self._used:
                break
        self._used.add((name, index))
        parts = choices.items[index]
        return "".join([part if isinstance(part, str) else self._expand(*part) for part in parts])
