"""Say of an unknown key what it may mean, or where it belongs."""

from __future__ import annotations

from collections.abc import Collection

from resource_catalog.loading.convert.record_keys import keys_of, records_in
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.messages import _, listed
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.record import Record

KEY_SYNONYMS = {
    **dict.fromkeys(("description", "abstract", "about"), "summary"),
    **dict.fromkeys(("date", "year"), "published"),
    **dict.fromkeys(("address", "url", "website"), "links"),
    **dict.fromkeys(("category", "kind"), "type"),
    **dict.fromkeys(("tags", "subjects", "keywords"), "topics"),
    "organization": "publishers",
}
"""Keys as other catalogs call them, which are too different to be found by similarity."""

MAX_LISTED = 12
"""How many words a hint lists at most."""


def unknown_key(
    document: Document, path: YamlPath, known: Collection[str], inside: str | None = None
) -> Problem:
    """The problem with an unknown key; ``inside`` is a key of the file whose group has it."""
    message = _("%(key)s is not a known key here.", key=quoted(str(path[-1])))
    others = (
        _("Known here are: %(known)s.", known=listed(known))
        if len(known) <= MAX_LISTED
        else _("Remove it.")
    )
    hint = did_you_mean(str(path[-1]), known) or others
    replacement = certain_match(str(path[-1]), known)
    other_name = KEY_SYNONYMS.get(str(path[-1]).casefold())
    if other_name in known and replacement is None:
        hint = _("Here it is called “%(other_name)s”.", other_name=other_name)
    if inside in document.data:
        hint = _(
            "It belongs below “%(inside)s:”. Indent it like the other lines there.", inside=inside
        )
    beside = document.data
    for step in path[:-1]:
        beside = beside[step]
    if replacement in beside:
        replacement, hint = (
            None,
            _("“%(replacement)s” is there already: keep one of the two.", replacement=replacement),
        )
    return document.problem("unknown-key", path, message, hint, key=True, replacement=replacement)


def group_with(model: type[Record], key: str) -> str | None:
    """The key of ``model`` whose group has ``key``, if there is exactly one."""
    found = [
        name
        for name, field in model.model_fields.items()
        if not field.exclude and any(key in keys_of(r) for r in records_in(field.annotation))
    ]
    return found[0] if len(found) == 1 else None
