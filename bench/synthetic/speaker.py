"""The speaker: the texts of one entry, which stay with its topic and repeat themselves little."""

from __future__ import annotations

from collections.abc import Mapping

from bench.synthetic.chance import Chance
from bench.synthetic.grammar import finish, inflected
from bench.synthetic.rules import RULES, Texts

_REPEATED_DRAWS = 6
_MAINS = frozenset(("topic", "who", "thing", "act", "quality", "skill", "setting", "obstacle"))


class Speaker:
    """The voice of one entry: stays with its topic, subject and place, and repeats itself little.

    ``fixed`` are texts that stand for a name whenever it is used; ``own`` are
    bags that only this entry draws from. What the title is about comes first
    in the other texts as well, as it would when a person writes them.
    """

    def __init__(
        self, chance: Chance, fixed: Mapping[str, str], own: Mapping[str, Texts] | None = None
    ) -> None:
        self._chance = chance
        self._fixed = fixed
        self._own = own or {}
        self._used: set[tuple[str, int]] = set()
        self._mains: dict[str, str] = {}
        self._not_yet_said: set[str] = set()

    def begin(self, *, afresh: bool = False) -> None:
        """Begin another text of the entry; ``afresh`` when the one before was thrown away."""
        if afresh:
            self._mains.clear()
        self._not_yet_said = set(self._mains)

    def sentence(self, name: str) -> str:
        """A text with a capital at its start and a mark at its end."""
        text = finish(self._say(name))
        return text if text.endswith(("?", "!")) else text + "."

    def phrase(self, name: str) -> str:
        """A text with a capital at its start and nothing at its end."""
        return finish(self._say(name))

    def _say(self, name: str, form: str = "") -> str:
        said = self._fixed.get(name) or self._main(name)
        if said is None:
            said = self._draw(name)
            if name in _MAINS:
                self._mains.setdefault(name, said)
        return inflected(said, form) if form else said

    def _main(self, name: str) -> str | None:
        if name not in self._not_yet_said:
            return None
        self._not_yet_said.discard(name)
        return self._mains[name]

    def _draw(self, name: str) -> str:
        bag = self._own.get(name) or RULES[name]
        for _ in range(_REPEATED_DRAWS):
            index = bag.index(self._chance)
            if (name, index) not in self._used:
                break
        self._used.add((name, index))
        parts = bag.items[index]
        return "".join([part if isinstance(part, str) else self._say(*part) for part in parts])
