"""Build the page with the form for suggesting a resource."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from resource_catalog.model.addresses.url_template import fill_url
from resource_catalog.model.messages import _
from resource_catalog.model.optional_pages import SUGGEST_PATH
from resource_catalog.model.records.link import FORMAT_LABELS, ROLE_LABELS
from resource_catalog.model.records.vocabulary import TYPES
from resource_catalog.model.script_json import as_script_text
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site
from resource_catalog.site.suggest.input_normalization import NAMES, readings
from resource_catalog.site.suggest.suggest_form import (
    SUGGESTION_PREFIX,
    Form,
    entry_form,
    link_choices,
    validation_messages,
)


def pages(site: Site) -> Iterator[Page]:
    """One page; its questions follow from the schema of entries."""
    form = entry_form(site.catalog)
    issue = site.repository.issue_url
    submission_urls = {
        "newFile": site.repository.new_file_url,
        "issue": issue,
        "email": site.catalog.identity.email or "",
    }
    yield Page(
        path=SUGGEST_PATH,
        title=_("Suggest a resource"),
        description=_(
            "Four questions are enough. The page checks your answers, shows how they will look, "
            "and then offers several ways to send them."
        ),
        template="suggest.html",
        data={
            "form": form,
            "submission_urls": submission_urls,
            "upload_url": site.repository.upload_url,
            "types": site.catalog.terms_in(TYPES) if form.type_key else (),
            "blank_issue_url": fill_url(issue, {"title": SUGGESTION_PREFIX, "body": ""}),
            # as_script_text has escaped it for a script element.
            "data": Markup(as_script_text(form_data(form, submission_urls))),
        },
        code="open-suggest",
    )


def form_data(form: Form, submission_urls: dict[str, str]) -> dict[str, Any]:
    """The data of the form for the browser code."""
    other_roles = link_choices("role")[1:]  # the first link is the one to open
    return {
        "questions": [
            {
                "key": question.key,
                "label": question.label,
                "kind": question.kind,
                "parameter": question.parameter,
                "needed": question.is_required,
                "limit": question.max_length,
                "pattern": question.pattern,
                "reading": question.reading,
                "names": question.key in NAMES,
                "said": dict(zip(("message", "hint"), question.pattern_error, strict=True))
                if question.pattern_error
                else None,
            }
            for question in form.questions
        ],
        "order": form.key_order,
        "typeKey": form.type_key,
        "formats": [
            {"value": value, "label": _(FORMAT_LABELS[value])} for value in link_choices("format")
        ],
        "roles": [{"value": value, "label": _(ROLE_LABELS[value])} for value in other_roles],
        "words": validation_messages(),
        "readings": readings(),
        "ways": submission_urls,
    }
