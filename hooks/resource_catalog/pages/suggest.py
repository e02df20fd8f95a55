"""The form in which a reader suggests a resource."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from resource_catalog.model.records.entry import FORMAT_LABELS, ROLE_LABELS
from resource_catalog.model.records.vocabulary import TYPES
from resource_catalog.pages.page import Page
from resource_catalog.site.repository_links import fill_url
from resource_catalog.site.site import Site
from resource_catalog.site.structured_data import as_script_text
from resource_catalog.site.suggest_form import Form, entry_form, link_choices, words

PATH = "contribute/suggest/"


def pages(site: Site) -> Iterator[Page]:
    """The form, whose questions are those of the schema of entries."""
    form = entry_form(site.catalog)
    issue = site.repository.issue_url
    ways = {
        "newFile": site.repository.new_file_url,
        "issue": issue,
        "email": site.catalog.identity.email or "",
    }
    yield Page(
        path=PATH,
        title="Suggest a resource",
        description="Fill in what you know. The page checks it, shows how it will look, and then "
        "offers several ways to hand it in.",
        template="suggest.html",
        data={
            "form": form,
            "ways": ways,
            "upload": site.repository.upload_url,
            "types": site.catalog.facets[TYPES],
            "blank_issue": fill_url(issue, {"title": "Suggestion: ", "body": ""}),
            # Made safe for its place by the function that writes it.
            "data": Markup(as_script_text(_data(form, ways))),
        },
        code="open-suggest",
    )


def _data(form: Form, ways: dict[str, str]) -> dict[str, Any]:
    """What the browser needs to know of the form."""
    others = link_choices("role")[1:]  # the first link is the one to open
    return {
        "questions": [
            {
                "key": question.key,
                "label": question.label,
                "kind": question.kind,
                "parameter": question.parameter,
                "needed": question.is_needed,
                "limit": question.limit,
                "pattern": question.pattern,
                "said": dict(zip(("message", "hint"), question.said, strict=True))
                if question.said
                else None,
            }
            for question in form.questions
        ],
        "order": form.order,
        "typeKey": form.type_key,
        "formats": [
            {"value": value, "label": FORMAT_LABELS[value]} for value in link_choices("format")
        ],
        "roles": [{"value": value, "label": ROLE_LABELS[value]} for value in others],
        "words": words(),
        "ways": ways,
    }
