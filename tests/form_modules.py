"""Load the modules of the suggestion form alone into a page, so that tests can call them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from browsing import reader
from building import ROOT
from resource_catalog.pages.rendering.browser_script import bundle

_EXPORTS: Mapping[str, str] = {
    "fields/changes-field": "changeFault, changeOf",
    "duplicate-lookup": "Known",
    "input/faults": "addressFault, dateFault, nameFault, noNameFault, textFault",
    "input/input-normalization": "meant, mendedUrl",
    "input/slugs": "suggestSlug",
    "submission": "addressesOf",
    "input/title-matching": "titleKey",
    "addresses/urls": "sameAddressKey, whyNotFollowable",
}


@contextmanager
def form_modules(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page with the functions of the form as globals; ``folder`` is for the code."""
    code = folder / "js"
    shutil.copytree(ROOT / "overrides" / "js", code)
    imports = [f'import {{ {names} }} from "./suggest/{m}.js";' for m, names in _EXPORTS.items()]
    all_names = ", ".join(_EXPORTS.values())
    (code / "probe.js").write_text(
        "\n".join([*imports, f"Object.assign(globalThis, {{ {all_names} }});\n"]), encoding="utf-8"
    )
    with reader(browser) as page:
        page.evaluate("script => (0, eval)(script)", bundle(code / "probe.js")[1])
        yield page
