"""Generate the issue forms of GitHub, with the terms of the vocabularies as options.

Syntax: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from resource_catalog.contribute.issue_forms.form_questions import (
    IssueQuestion,
    suggestion_questions,
)
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.site.suggest.suggest_form import SUGGESTION_PREFIX

_HEADER = (
    "# Written from the vocabularies by scripts/write_issue_forms.py: run it to change this.\n"
)
SUGGESTION, BROKEN_LINK, SITE_PROBLEM = "suggestion", "broken-link", "site-problem"
"""The labels of issues created with the forms. Like the titles, they are read by workflows, so they
are the same in every language."""

YamlMapping = dict[str, Any]


def issue_forms(catalog: Catalog) -> Mapping[str, str]:
    """The content of the files in ``.github/ISSUE_TEMPLATE``, by name."""
    found = {
        "suggest.yml": _suggestion_form(catalog),
        "broken-link.yml": _broken_link_form(),
        "site-problem.yml": _site_problem_form(),
        "config.yml": _config(catalog),
    }
    return {name: _HEADER + _yaml(content) for name, content in found.items()}


class _Dumper(yaml.SafeDumper):
    """Writes multi-line texts as block scalars."""

    def represent_scalar(self, tag: str, value: Any, style: str | None = None) -> yaml.ScalarNode:
        style = "|" if isinstance(value, str) and "\n" in value else style
        return super().represent_scalar(tag, value, style)


def _yaml(content: YamlMapping) -> str:
    text: str = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=96)
    return text


def _suggestion_form(catalog: Catalog) -> YamlMapping:
    thanks = _(
        "Thank you. Fill in what you know and leave the rest empty; nothing has to be guessed."
    )
    reply = _(
        "A program turns your answers into an entry and replies with anything that is still "
        "missing. You can edit your answers at any time."
    )
    intro = f"{thanks}\n\n{reply}"
    return {
        "name": _("Suggest a resource"),
        "description": _("A resource that other people should find here."),
        "title": SUGGESTION_PREFIX,
        "labels": [SUGGESTION],
        "body": [_markdown_element(intro), *map(_form_element, suggestion_questions(catalog))],
    }


def _broken_link_form() -> YamlMapping:
    return {
        "name": _("Report a broken or outdated link"),
        "description": _("An address that does not work, or a resource that has a newer version."),
        "title": "Link: ",
        "labels": [BROKEN_LINK],
        "body": [
            _form_element(
                IssueQuestion(
                    "resource",
                    _("Resource"),
                    _("Its title, or the address of its page here."),
                    "line",
                    is_required=True,
                )
            ),
            _form_element(
                IssueQuestion(
                    "what",
                    _("What happens"),
                    _("What you see when you open the link."),
                    "choice",
                    is_required=True,
                    choices=tuple(
                        (label, label)
                        for label in (
                            _("The page is not found"),
                            _("It leads to something else"),
                            _("It asks me to sign in or to pay"),
                            _("A filter or the network blocks it"),
                            _("There is a newer version"),
                            _("Something different"),
                        )
                    ),
                )
            ),
            _form_element(
                IssueQuestion(
                    "url",
                    _("New address"),
                    _("Where it is now, if you know."),
                    "line",
                    example="https://example.org/planning-guide-2.pdf",
                )
            ),
            _form_element(
                IssueQuestion("more", _("Anything else"), _("What else we should know."), "prose")
            ),
        ],
    }


def _site_problem_form() -> YamlMapping:
    devices = (_("Phone"), _("Tablet"), _("Laptop or desktop computer"), _("Printer"))
    return {
        "name": _("Site problem"),
        "description": _("A page that is wrong, hard to use, or does not work."),
        "title": "Site: ",
        "labels": [SITE_PROBLEM],
        "body": [
            _form_element(
                IssueQuestion(
                    "page",
                    _("Page"),
                    _("Its address, copied from your browser."),
                    "line",
                    is_required=True,
                )
            ),
            _form_element(
                IssueQuestion(
                    "what",
                    _("What is wrong"),
                    _("What you did, what happened, and what you expected."),
                    "prose",
                    is_required=True,
                )
            ),
            _form_element(
                IssueQuestion(
                    "device",
                    _("Device"),
                    _("What you were using."),
                    "choices",
                    choices=tuple((name, name) for name in devices),
                )
            ),
            _form_element(
                IssueQuestion(
                    "aids",
                    _("Browser and assistive technology"),
                    _(
                        "Which browser you use, and whether you use a screen reader, "
                        "magnification, or voice control."
                    ),
                    "line",
                )
            ),
        ],
    }


def _config(catalog: Catalog) -> YamlMapping:
    # The “report a problem” links and the form of the site create blank issues.
    config: YamlMapping = {"blank_issues_enabled": True}
    if catalog.identity.contact:
        config["contact_links"] = [
            {
                "name": _("Write to the people who keep the catalog"),
                "url": catalog.identity.contact,
                "about": _("When you have no account here, or would rather not write in public."),
            }
        ]
    return config


def _markdown_element(text: str) -> YamlMapping:
    return {"type": "markdown", "attributes": {"value": text}}


def _form_element(question: IssueQuestion) -> YamlMapping:
    element_types = {"line": "input", "prose": "textarea"}
    attributes: YamlMapping = {"label": question.label, "description": question.description}
    if question.example:
        attributes["placeholder"] = question.example
    if question.answer_type == "choices":
        attributes["multiple"] = True
    if question.choices:
        attributes["options"] = [label for label, __ in question.choices]
    element: YamlMapping = {
        "type": element_types.get(question.answer_type, "dropdown"),
        "id": question.key,
        "attributes": attributes,
    }
    if question.is_required:
        element["validations"] = {"required": True}
    return element
