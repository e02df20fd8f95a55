"""Prompt for one value at a time, and repeat until the answer is valid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TextIO, TypeVar

from resource_catalog.contribute.issue_forms.terminal_answers import RejectedAnswerError

T = TypeVar("T")

AnswerParser = Callable[[str], T]
"""Parses an answer; raises :class:`RejectedAnswerError` if it is not valid."""


class InputEndedError(Exception):
    """The input ended before there was a valid answer."""


class Prompter:
    """Prints prompts to one stream and reads answers from another."""

    def __init__(self, answers: TextIO, questions: TextIO) -> None:
        self._answers = answers
        self._questions = questions

    def print(self, text: str) -> None:
        """Print a line."""
        print(text, file=self._questions)

    def ask(self, question: str, parse: AnswerParser[T], given: str | None, default: str = "") -> T:
        """Prompt until an answer is valid; return its parsed value.

        An answer ``given`` beforehand is parsed without a prompt; an empty one means ``default``.
        Raises :class:`InputEndedError` if the input ends, and :class:`RejectedAnswerError` if
        ``given`` is not valid.
        """
        if given is not None:
            return parse(given)
        while True:
            suggestion = f" [{default}]" if default else ""
            print(f"{question}{suggestion}: ", end="", file=self._questions, flush=True)
            line = self._answers.readline()
            if not self._answers.isatty():
                self.print(line.rstrip("\n"))
            try:
                return parse(line.strip() or default)
            except RejectedAnswerError as rejection:
                if not line:
                    raise InputEndedError from None
                self.print(str(rejection))

    def confirm(self, question: str) -> bool:
        """Ask a yes-or-no question; an empty answer means no."""
        print(f"{question} [y/N] ", end="", file=self._questions, flush=True)
        answer = self._answers.readline().strip().casefold()
        if not self._answers.isatty():
            self.print(answer)
        return answer in ("y", "yes")


def numbered_list(labels: Sequence[str]) -> str:
    """Format a numbered list to choose from."""
    return "\n".join(f"  {number:>2}  {label}" for number, label in enumerate(labels, start=1))
