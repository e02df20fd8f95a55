"""Forms: the issue forms of GitHub, their drop-downs written from the vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from resource_catalog.catalog import Catalog
from resource_catalog.intake.questions import Question, questions

HEAD = "# Written from the vocabularies by scripts/write_issue_forms.py: run it to change this.\n"
SUGGESTION, BROKEN_LINK, SITE_PROBLEM = "suggestion", "broken-link", "site-problem"
"""The labels by which issues from the forms are known."""

Item = dict[str, Any]


def issue_forms(catalog: Catalog) -> Mapping[str, str]:
    """The files of ``.github/ISSUE_TEMPLATE`` by name."""
    found = {
        "suggest.yml": _suggestion(catalog),
        "broken-link.yml": _broken_link(),
        "site-problem.yml": _site_problem(),
        "config.yml": _config(catalog),
    }
    return {name: HEAD + _yaml(content) for name, content in found.items()}


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as they are read."""

    def represent_scalar(self, tag: str, value: Any, style: str | None = None) -> yaml.ScalarNode:
        style = "|" if isinstance(value, str) and "\n" in value else style
        return super().represent_scalar(tag, value, style)


def _yaml(content: Item) -> str:
    text: str = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=96)
    return text


def _suggestion(catalog: Catalog) -> Item:
    intro = (
        "Thank you. Fill in what you know and leave the rest empty; nothing has to be guessed.\n\n"
        "A program makes an entry from your answers and says below them what is still missing. "
        "You can edit your answers at any time."
    )
    return {
        "name": "Suggest a resource",
        "description": "Something that others should find here.",
        "title": "Suggestion: ",
        "labels": [SUGGESTION],
        "body": [_markdown(intro), *map(_item, questions(catalog))],
    }


def _broken_link() -> Item:
    return {
        "name": "Report a broken or outdated link",
        "description": "An address that does not work, or a resource that has a newer version.",
        "title": "Link: ",
        "labels": [BROKEN_LINK],
        "body": [
            _item(
                Question(
                    "resource",
                    "Resource",
                    "Its title, or the address of its page here.",
                    "line",
                    is_needed=True,
                )
            ),
            _item(
                Question(
                    "what",
                    "What happens",
                    "What you see when you open the link.",
                    "choice",
                    is_needed=True,
                    choices=tuple(
                        (label, label)
                        for label in (
                            "The page is not found",
                            "It leads to something else",
                            "It asks me to sign in or to pay",
                            "A filter or the network refuses it",
                            "There is a newer version",
                            "Something different",
                        )
                    ),
                )
            ),
            _item(
                Question(
                    "url",
                    "New address",
                    "Where it is now, if you know.",
                    "line",
                    example="https://example.org/planning-guide-2.pdf",
                )
            ),
            _item(Question("more", "Anything else", "What else we should know.", "prose")),
        ],
    }


def _site_problem() -> Item:
    devices = ("Phone", "Tablet", "Laptop or desktop computer", "Printer")
    return {
        "name": "Site problem",
        "description": "A page that is wrong, hard to use, or does not work.",
        "title": "Site: ",
        "labels": [SITE_PROBLEM],
        "body": [
            _item(
                Question(
                    "page", "Page", "Its address, copied from your browser.", "line", is_needed=True
                )
            ),
            _item(
                Question(
                    "what",
                    "What is wrong",
                    "What you did, what happened, and what you expected.",
                    "prose",
                    is_needed=True,
                )
            ),
            _item(
                Question(
                    "device",
                    "Device",
                    "What you were using.",
                    "choices",
                    choices=tuple((name, name) for name in devices),
                )
            ),
            _item(
                Question(
                    "aids",
                    "Browser and aids",
                    "Which browser, and whether you use a screen reader, magnification or voice.",
                    "line",
                )
            ),
        ],
    }


def _config(catalog: Catalog) -> Item:
    # Blank issues stay open: the site's own “report a problem” links and its form need them.
    config: Item = {"blank_issues_enabled": True}
    if catalog.identity.contact:
        config["contact_links"] = [
            {
                "name": "Write to the people who keep the catalog",
                "url": catalog.identity.contact,
                "about": "When you have no account here, or would rather not write in public.",
            }
        ]
    return config


def _markdown(text: str) -> Item:
    return {"type": "markdown", "attributes": {"value": text}}


def _item(question: Question) -> Item:
    kinds = {"line": "input", "prose": "textarea"}
    attributes: Item = {"label": question.label, "description": question.about}
    if question.example:
        attributes["placeholder"] = question.example
    if question.kind == "choices":
        attributes["multiple"] = True
    if question.choices:
        attributes["options"] = [label for label, _ in question.choices]
    item: Item = {
        "type": kinds.get(question.kind, "dropdown"),
        "id": question.key,
        "attributes": attributes,
    }
    if question.is_needed:
        item["validations"] = {"required": True}
    return item
