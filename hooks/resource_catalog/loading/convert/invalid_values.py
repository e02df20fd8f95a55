"""Say what is wrong with a value that pydantic refuses, and how it would be right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from resource_catalog.loading.convert.record_keys import field_at, keys_of, record_at, records_in
from resource_catalog.loading.yaml.yaml_file import type_name
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.messages import _, alternatives, listed
from resource_catalog.model.problems import RULES, quoted
from resource_catalog.model.records.record import Record

VALUE_SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "access": {
        **dict.fromkeys(("free", "public", "available", "online", "free of charge"), "open"),
        **dict.fromkeys(("login", "log-in", "account", "free account", "registration"), "sign-in"),
        **dict.fromkeys(("request", "ask", "by request", "upon request"), "on-request"),
        **dict.fromkeys(("purchase", "for sale", "fee", "subscription"), "paid"),
        **dict.fromkeys(("lost", "missing", "not found", "broken"), "unlocated"),
    },
    "format": {
        **dict.fromkeys(("web", "website", "webpage", "page", "link"), "html"),
        **dict.fromkeys(("doc", "docx", "odt", "word", "xls", "xlsx", "spreadsheet"), "document"),
        **dict.fromkeys(("ppt", "pptx", "powerpoint", "presentation"), "slides"),
        **dict.fromkeys(("mp4", "mov", "youtube", "movie"), "video"),
        **dict.fromkeys(("mp3", "podcast"), "audio"),
        **dict.fromkeys(("jpg", "jpeg", "png", "gif", "picture", "infographic"), "image"),
    },
    "role": {"main": "primary", "copy": "archive", "archived": "archive", "other": "alternate"},
}
"""Values as people call them, by key, which are too different to be found by similarity."""


_ONE_OR_MORE = re.compile(r"\w(?:(?! and )[\w .,’()-]){0,80}")
"""A text that is a list once it is in square brackets; “A and B” may be one thing or two."""


def why_wrong(model: type[Record], details: ErrorDetails) -> tuple[str, str, str]:
    """The code, message and hint for an error of pydantic."""
    kind, path, value = details["type"], details["loc"], details["input"]
    context = details.get("ctx", {})
    if kind in RULES:
        return kind, str(context["message"]), str(context["hint"])
    match kind:
        case "literal_error" if isinstance(value, str):
            allowed = allowed_values(details)
            meant = VALUE_SYNONYMS.get(str(path[-1]), {}).get(value.strip().casefold())
            hint = did_you_mean(meant or value, allowed) or _(
                "Use one of: %(allowed)s.", allowed=listed(allowed)
            )
            return "unknown-value", _("%(value)s is not allowed here.", value=quoted(value)), hint
        case "bool_parsing":
            message = _("%(value)s is neither true nor false.", value=quoted(value))
            return "unknown-value", message, _("Write true or false.")
        case "string_pattern_mismatch":
            examples = alternatives(field_at(model, path).examples or ())
            message = _("%(value)s is not in the format expected here.", value=quoted(value))
            return "unknown-value", message, _("Write it like %(examples)s.", examples=examples)
        case "string_too_long":
            message = _(
                "This has %(length)s characters; the limit is %(limit)s.",
                length=len(value),
                limit=context["max_length"],
            )
            return "too-long", message, _("Shorten it.")
        case "string_too_short" | "too_short":
            return "empty-value", _("Nothing is written here."), _("Fill it in.")
    wanted, hint = _expected_type(model, details)
    return (
        "wrong-kind",
        _("%(Found)s is where %(wanted)s belongs.", found=type_name(value), wanted=wanted),
        hint,
    )


def allowed_values(details: ErrorDetails) -> list[str]:
    """The allowed values of a ``Literal``."""
    return re.findall("'([^']*)'", details.get("ctx", {})["expected"])


def _expected_type(model: type[Record], details: ErrorDetails) -> tuple[str, str]:
    """What type of value is expected, and a hint on how to write it."""
    match details["type"]:
        case "tuple_type":
            return _("a list"), _as_list(model, details)
        case "model_type":
            path, inner = details["loc"], record_at(model, details["loc"])
            if isinstance(path[-1], int):
                item = _as_item(inner, details["input"])
                hint = _(
                    "On its own line below “%(key)s:”, write “  %(item)s”.",
                    key=path[-2],
                    item=item,
                )
            else:
                hint = _(
                    "Write it with its keys, such as “%(group)s”.",
                    group=f"{path[-1]}: {{{_example_of(inner)}}}",
                )
            return _("a group of keys"), hint
        case "dict_type" | "mapping_type":
            return _("a group of keys"), _("Write each pair on its own line, such as “Link: url”.")
        case "date_type":
            return _("a day"), _("Write year, month and day, such as 2026-11-21.")
        case "bool_type":
            return _("true or false"), _("Write true or false.")
        case "literal_error":
            return _("one word"), _("Write a single word without brackets.")
    return _("text"), _("Write it as one line of text.")


def _example_of(group: type[Record]) -> str:
    """The required keys of a group with values to be replaced: ``on: 2026-11-21, why: …``."""
    wanted = [name for name, field in group.model_fields.items() if field.is_required()]
    types = {key: declared.value_type for key, declared in declared_fields(group).items()}
    return ", ".join(
        f"{key}: {'2026-11-21' if types.get(key) == 'day' else '…'}"
        for key in wanted or keys_of(group)[:1]
    )


def _as_list(model: type[Record], details: ErrorDetails) -> str:
    """A hint on how to write a value as a list."""
    path, value = details["loc"], details["input"]
    of_groups = isinstance(path[-1], str) and records_in(field_at(model, path).annotation)
    if not isinstance(value, str):
        if not of_groups:
            return _("Start each item with a hyphen and a space.")
        return _(
            "Start each item with a hyphen and a space, “- %(key)s: …”, and indent its other "
            "lines by two more spaces.",
            key=keys_of(of_groups[0])[0],
        )
    if not of_groups and _ONE_OR_MORE.fullmatch(value):
        start = f"{path[-1]}:" if isinstance(path[-1], str) else "-"
        return _("Put it in square brackets: %(line)s.", line=f"{start} [{value.strip()}]")
    if not of_groups:
        return _("Put it in square brackets: [first, second].")
    item = _as_item(of_groups[0], value)
    return _(
        "Leave “%(key)s:” alone on its line, and below it write “  %(item)s”.",
        key=path[-1],
        item=item,
    )


def _as_item(model: type[Record], value: Any) -> str:
    """A bare value as an item of a list of groups: ``- url: https://example.org``."""
    is_word = isinstance(value, str) and re.fullmatch(r"(https?://)?[\w./?=&%~+-]{1,200}", value)
    return f"- {keys_of(model)[0]}: {value if is_word else '…'}"
