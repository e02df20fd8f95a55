"""Check the lists of ``catalog.yml`` that name facets, gaps, and parts of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from resource_catalog.loading.convert.unknown_keys import MAX_LISTED
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.messages import N_, _, listed
from resource_catalog.model.optional_pages import NAMES
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.catalog_settings import GAPS, HOME_PARTS


def named_lists(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The lists of names in ``catalog.yml`` name what there is, each once."""
    identity = loaded.catalog.identity
    facets = loaded.catalog.facets.keys() | loaded.vocabularies.files.keys()
    wrong = N_("%(name)s is not one of the vocabularies.")
    yield from _unknown_names(loaded, "facets", identity.facets, facets, wrong)
    wrong = N_("%(name)s is not one of the gaps.")
    yield from _unknown_names(loaded, "gaps", identity.gaps or (), {*GAPS, *facets}, wrong)
    wrong = N_("%(name)s is not one of the parts of the home page.")
    yield from _unknown_names(loaded, "home", identity.home or (), HOME_PARTS, wrong)
    wrong = N_("%(name)s is not a page that can be left out.")
    yield from _unknown_names(loaded, "leave_out", identity.leave_out, NAMES, wrong)


def _unknown_names(
    loaded: LoadedCatalog, key: str, names: tuple[str, ...], known: Collection[str], wrong: str
) -> Iterator[Problem]:
    document = loaded.identity_document
    if document is None:
        return  # then it names nothing
    for index, name in enumerate(names):
        path = (key, index)
        if name not in known:
            terms = listed(sorted(known)[:MAX_LISTED])
            all_known = _("Known are: %(terms)s.", terms=terms)
            if len(known) > MAX_LISTED:
                all_known = _("Known are: %(terms)s, ….", terms=terms)
            message = _(wrong, name=quoted(name))
            hint = did_you_mean(name, known) or all_known
            replacement = certain_match(name, known)
            yield document.problem("unknown-value", path, message, hint, replacement=replacement)
        elif name in names[:index]:
            message = _("%(name)s is listed twice.", name=quoted(name))
            yield document.problem("duplicate-item", path, message, _("Keep one of them."))


CHECKS = (named_lists,)
