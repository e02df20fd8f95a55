"""Our own catalog: its files help who edits them, and no address of it was ever given up."""

from __future__ import annotations

import re
from pathlib import Path

from building import CATALOG, IN_PLACE
from schema_files import judged

MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def test_every_file_names_its_schema_and_fits_it() -> None:
    by_schema: dict[Path, list[Path]] = {}
    for path in sorted(IN_PLACE.rglob("*.yml")):
        modeline = MODELINE.match(path.read_text(encoding="utf-8"))
        assert modeline, f"{path.name} does not begin with the line that names its schema"
        by_schema.setdefault((path.parent / modeline[1]).resolve(), []).append(path)
    for schema, files in by_schema.items():
        assert {name for name, said in judged(schema, *files).items() if said} == set()
    written = {path.name for path in (IN_PLACE / "schema").glob("*.json")}
    used = {schema.name for schema in by_schema}
    assert written - used <= {"entry-ids.schema.json", "redirects.schema.json"}


def test_no_address_is_taken_off_the_list() -> None:
    once, now = ((folder / "addresses.txt").read_text().split() for folder in (CATALOG, IN_PLACE))
    assert set(once) - set(now) == set()
