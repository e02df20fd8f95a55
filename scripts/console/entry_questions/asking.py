"""Asking: one question at a time, until there is an answer that can be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TextIO, TypeVar

from resource_catalog.contribute.issue_forms.typed_answers import RejectedAnswerError

T = TypeVar("T")

Reader = Callable[[str], T]
"""Makes a value of an answer; raises :class:`RejectedAnswerError` for one that cannot be used."""


class Ended(Exception):
    """There are no more answers."""


class Speaker:
    """Asks on one stream and hears the answers on another."""

    def __init__(self, answers: TextIO, questions: TextIO) -> None:
        self._answers = answers
        self._questions = questions

    def say(self, text: str) -> None:
        """Tell something."""
        print(text, file=self._questions)

    def ask(self, question: str, read: Reader[T], given: str | None, default: str = "") -> T:
        """The value of an answer, asked for until it can be used.

        What was ``given`` beforehand is not asked for. Nothing typed means
        ``default``. Raises :class:`Ended` when no usable answer can come.
        """
        if given is not None:
            return read(given)
        while True:
            offer = f" [{default}]" if default else ""
            print(f"{question}{offer}: ", end="", file=self._questions, flush=True)
            line = self._answers.readline()
            if not self._answers.isatty():
                self.say(line.rstrip("\n"))
            try:
                return read(line.strip() or default)
            except RejectedAnswerError as refusal:
                if not line:
                    raise Ended from None
                self.say(str(refusal))

    def agrees(self, question: str) -> bool:
        """Whether the answer is yes; no answer is no."""
        print(f"{question} [y/N] ", end="", file=self._questions, flush=True)
        answer = self._answers.readline().strip().casefold()
        if not self._answers.isatty():
            self.say(answer)
        return answer in ("y", "yes")


def numbered(labels: Sequence[str]) -> str:
    """A list to choose from."""
    return "\n".join(f"  {number:>2}  {label}" for number, label in enumerate(labels, start=1))
