#!/usr/bin/env python3
"""Collect what the site says for translators, and check what they have written.

extract writes every message in the code to messages.pot. update brings that into the file of each
language, or of a new one that is named. check says what is missing, what is no longer used, which
values are lost, which plurals lack a form, and which texts are too long to fit. With --faults-only
it counts what waits for a translator, which readers see in English. Exit status: 0 fine, 1
something to do.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from environment import enter

enter()

from babel.messages.catalog import Catalog

from resource_catalog.contribute.translations.check_messages import (
    faults_of_language,
    faults_of_template,
)
from resource_catalog.contribute.translations.collect_messages import all_messages, as_text, read
from resource_catalog.loading.saving.whole_file import write_file
from resource_catalog.model.messages.po_files import FOLDER

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = FOLDER / "messages.pot"

WAITING = re.compile(r"[\w-]+\.po: (?:missing|not confirmed|no longer used): ")
"""What is behind in a language after a text of the product has changed; readers see English."""


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("extract", "update", "check"))
    parser.add_argument(
        "language", nargs="*", metavar="LANGUAGE", help="with update: begin these, such as fr"
    )
    parser.add_argument(
        "--faults-only", action="store_true", help="with check: count what waits for a translator"
    )
    arguments = parser.parse_args()
    if arguments.language and arguments.what != "update":
        parser.error("languages go with update")
    template = all_messages(ROOT)
    if arguments.what == "extract":
        write_file(TEMPLATE, as_text(template))
        print(f"{len(template)} messages in {TEMPLATE.relative_to(ROOT)}")
        return 0
    if arguments.what == "update":
        for path in sorted({*_languages(), *(FOLDER / f"{tag}.po" for tag in arguments.language)}):
            _update(path, template)
            print(f"{path.relative_to(ROOT)} has {len(template)} messages")
        return 0
    faults = [*_faults(template)]
    if arguments.faults_only:
        waiting = [fault for fault in faults if WAITING.match(fault)]
        faults = [fault for fault in faults if fault not in waiting]
        if waiting:
            print(f"{len(waiting)} messages wait for a translator")
    print("\n".join(faults) or f"{len(template)} messages, {len(_languages())} languages: fine")
    return 1 if faults else 0


def _languages() -> list[Path]:
    return sorted(FOLDER.glob("*.po"))


def _update(path: Path, template: Catalog) -> None:
    catalog = read(path) if path.exists() else Catalog(locale=path.stem.replace("-", "_"))
    catalog.update(template, update_header_comment=True)
    write_file(path, as_text(catalog))


def _faults(template: Catalog) -> list[str]:
    found = [*faults_of_template(template)]
    if not TEMPLATE.exists() or TEMPLATE.read_text(encoding="utf-8") != as_text(template):
        name = TEMPLATE.relative_to(ROOT)
        found.append(f"{name} is out of date. Run: python scripts/messages.py extract")
    for path in _languages():
        faults = faults_of_language(read(path), template)
        found += [f"{path.name}: {fault}" for fault in faults]
    return found


if __name__ == "__main__":
    sys.exit(main())
