"""Fixing as a whole: the real catalog, its addresses served through a proxy, all moved for good."""

from __future__ import annotations

import asyncio
import difflib
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from building import CATALOG, ROOT
from links.lab import Case, Lab
from resource_catalog.links import url_parsing
from resource_catalog.links.ask.providers.provider_registry import find_provider
from resource_catalog.links.record.link_selection import all_targets
from resource_catalog.links.target import Target
from resource_catalog.loading.catalog_folder import load

PAGE = "<title>{title} | The press</title><h1>{title}</h1><p>All that it says is here.</p>"


def answer(target: Target) -> dict[str, Any]:
    """What a server sends for a link of this format."""
    match target.format:
        case "pdf":
            return {"pdf": True}
        case "image":
            return {"jpeg": [800, 600], "headers": {"Content-Type": "image/jpeg"}}
    return {"html": PAGE.format(title=target.title or "Shelf")}


def all_moved(found: list[Target]) -> tuple[list[Case], dict[str, str]]:
    """A web in which every address leads to a new one for good, and the new ones by the old."""
    web, new = [], {}
    for target in found:
        parts = urlsplit(target.url)
        to = f"https://library.{parts.hostname}{parts.path or '/'}"
        if target.url not in new and to not in new.values():
            answers = {target.url.partition("#")[0]: {"status": 301, "to": to}, to: answer(target)}
            web.append(Case(target.url, target.url, "moved", answers))
            new[target.url] = to
    return web, new


def without_providers(folder: Path) -> list[Target]:
    """The links of a catalog once entries are gone whose hosts are asked in ways of their own."""
    found = all_targets(load(folder))
    asked = [t for t in found if find_provider(url_parsing.parse_url(t.url))]
    for target in asked:
        Path(target.file).unlink(missing_ok=True)
    gone = {target.entry for target in asked}
    return [target for target in found if target.entry not in gone]


async def check(lab: Lab, folder: Path, *arguments: str) -> str:
    """The command, on a network with a proxy and a certificate of its own."""
    run = await asyncio.create_subprocess_exec(
        *(sys.executable, str(ROOT / "scripts" / "check_links.py"), "--no-canary", *arguments),
        cwd=folder,
        env={
            **{name: value for name, value in os.environ.items() if "proxy" not in name.lower()},
            "HTTP_PROXY": lab.proxy,
            "HTTPS_PROXY": lab.proxy,
            "SSL_CERT_FILE": str(folder / "ca.pem"),
        },
        stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
    )
    _, said = await run.communicate()
    assert run.returncode in (0, 1), said
    return said.decode()


def test_a_maintainer_would_approve_the_diff(tmp_path: Path) -> None:
    """Two runs find every address moved; the second writes the new ones in, and nothing else."""
    shutil.copytree(CATALOG, tmp_path / "catalog")
    for ledger in (tmp_path / "catalog").glob("link-ledger.json*"):
        ledger.unlink()
    web, new = all_moved(without_providers(tmp_path / "catalog"))

    async def two_runs() -> tuple[str, str]:
        async with Lab(web).open(tmp_path) as lab:
            first = await check(lab, tmp_path, "--fix", "--today", "2026-11-02")
            return first, await check(lab, tmp_path, "--fix", "--today", "2026-11-09")

    first, second = asyncio.run(two_runs())
    assert "fixed" not in first
    assert second.count("fixed") == len(new) > 0
    changes = {}
    for path in sorted((tmp_path / "catalog").glob("entries/*.yml")):
        before = (CATALOG / "entries" / path.name).read_text("utf-8").splitlines()
        after = path.read_text("utf-8").splitlines()
        changes[path.name] = [
            line
            for line in difflib.unified_diff(before, after, lineterm="", n=0)
            if not line.startswith(("---", "+++", "@@"))
        ]
    for lines in changes.values():
        for gone, came, kept in zip(*[iter(lines)] * 3, strict=True):
            shape = re.fullmatch(r"-( +(?:- )?url: )(\S+)(.*)", gone)
            assert shape, gone
            assert came == f"+{shape[1]}{new[shape[2]]}{shape[3]}"
            indent = " " * len(re.match(r" +(- )?", shape[1])[0])
            assert kept == f"+{indent}formerly: [{shape[2]}]"
    assert sum(len(lines) for lines in changes.values()) == 3 * len(new)
