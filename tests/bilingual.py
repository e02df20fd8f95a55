"""Translate a catalog for tests, with one text in each state that a translation can be in."""

from __future__ import annotations

import json
from pathlib import Path

from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.translations.catalog_texts import records_by_file
from resource_catalog.model.translations.translatable_texts import texts_of
from resource_catalog.model.translations.translation_state import fingerprint

MISSING = {"entries/zebra": "summary", "vocabularies/phases": "terms.second.label"}
BEHIND = {"entries/ape": "summary"}
SAME = {"vocabularies/types": "terms.podcast.label"}


def write(folder: Path) -> Path:
    """Add Spanish to a catalog: its texts in other marks, but for those named above."""
    identity = folder / "catalog.yml"
    known = json.loads(identity.read_text(encoding="utf-8"))
    identity.write_text(json.dumps({**known, "languages": {"es": {"published": True}}}))
    page = "# About us\n\nWe like [zebras](resources/zebra/index.md).\n"
    _write(folder / "pages/about.md", page)
    zebra = folder / "entries/zebra.yml"
    known = json.loads(zebra.read_text(encoding="utf-8"))
    known |= {"also_known_as": ["Stripes"], "sources": [{"document": "A field guide"}]}
    zebra.write_text(json.dumps(known), encoding="utf-8")
    _write(folder / "pages/team.md", "# The team\n\nAll of us.\n")
    catalog, problems = open_catalog(folder)
    assert catalog is not None, problems
    for name, record in records_by_file(catalog):
        texts = {
            text.path: _translation(name, text.path, text.text)
            for text in texts_of(record)
            if MISSING.get(name) != text.path
        }
        if texts:
            _write(folder / f"translations/es/{name}.yml", json.dumps(texts, ensure_ascii=False))
    head = f"---\nof: {fingerprint(page)}\n---\n"
    about = f"{head}# Quiénes somos\n\nNos gustan las [cebras](resources/zebra/index.md).\n"
    _write(folder / "translations/es/pages/about.md", about)
    _write(folder / "translations/es/synonyms.yml", "groups: [[cebra, équido]]\n")
    return folder


def _translation(name: str, path: str, source: str) -> dict[str, str]:
    text = source if SAME.get(name) == path else source.replace(source, f"¡{source}!")
    return {"text": text, "of": "0" * 8 if BEHIND.get(name) == path else fingerprint(source)}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
