"""Read the hand-written pages of a translation; what they are of stands at their top."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from resource_catalog.loading.own_pages.front_matter import body_of, front_matter
from resource_catalog.loading.translations.translation_folder import LanguageFolder
from resource_catalog.loading.yaml import parser, yaml_file
from resource_catalog.loading.yaml.yaml_file import display_path
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.translations.translated_text import TranslatedText
from resource_catalog.model.translations.translation_state import FINGERPRINT


def read_pages(
    folder: LanguageFolder, catalog: Path, problems: list[Problem]
) -> Mapping[str, TranslatedText]:
    """The pages of a language by their names; ``problems`` are added to."""
    found = {}
    for name, path in folder.pages.items():
        file = display_path(path)
        if not (catalog / f"{name}.md").is_file():
            message = _("The catalog has no %(file)s.", file=f"{name}.md")
            sources = [p.relative_to(catalog).as_posix() for p in catalog.glob("pages/**/*.md")]
            hint = did_you_mean(f"{name}.md", sources) or _(
                "Remove this file, or name it after its source."
            )
            problems.append(Problem(file, 1, 1, "unknown-source", message, hint))
            continue
        text, wrong = yaml_file.read_text(path)
        problems += wrong
        if text is None:
            continue
        given, wrong = parser.parse(front_matter(text), file=file)
        of = given.get("of") if isinstance(given, dict) else None
        if not isinstance(of, str) or not FINGERPRINT.fullmatch(of):
            value = of if isinstance(of, str) else ""
            message = _("%(value)s is no fingerprint of a text.", value=quoted(value))
            hint = _("Let its front matter have “of: %(fingerprint)s”.", fingerprint="3f9a1c2e")
            problems.append(Problem(file, 1, 1, "bad-fingerprint", message, hint))
            continue
        by = given.get("by")
        found[name] = TranslatedText(body_of(text), of, by if isinstance(by, str) else None)
    return found
