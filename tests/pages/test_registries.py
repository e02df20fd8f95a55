"""Registries: an export or a page that nobody registered is found out, not left out."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from types import ModuleType

import pytest

from building import ROOT
from resource_catalog import exports, pages
from resource_catalog.exports.export_registry import FORMATS
from resource_catalog.pages.page_registry import PAGE_MODULES
from source_code import HOOKS, imports

REGISTRIES: dict[str, tuple[ModuleType, tuple[ModuleType, ...], str]] = {
    "exports": (exports, FORMATS, "files"),
    "pages": (pages, PAGE_MODULES, "pages"),
}
"""Each folder with what is registered of it, and the function that makes a file join."""


def modules_of(package: ModuleType) -> dict[str, ModuleType]:
    """The modules of a folder and of those inside it, by their whole names."""
    (folder,) = package.__path__
    found = {}
    for path in sorted((HOOKS / folder).rglob("*.py")):
        if path.name != "__init__.py":
            name = ".".join(path.relative_to(HOOKS).with_suffix("").parts)
            found[name] = importlib.import_module(name)
    return found


def is_imported(name: str) -> bool:
    """Whether another file of the product, or a script, imports a module or a name from it."""
    own = HOOKS / f"{name.replace('.', '/')}.py"
    files = [*HOOKS.rglob("*.py"), *(ROOT / "scripts").rglob("*.py")]
    return any(name in imports(path) for path in files if path != own)


@pytest.mark.parametrize("folder", REGISTRIES)
def test_every_file_is_registered_or_serves_one_that_is(folder: str) -> None:
    package, registered, function = REGISTRIES[folder]
    found = modules_of(package)
    assert {module.__name__ for module in registered} <= found.keys()
    for name, module in found.items():
        makes: Callable[..., object] | None = getattr(module, function, None)
        own = makes is not None and makes.__module__ == name
        if own:
            assert module in registered, f"{name} has {function}(site) but is in no registry"
        else:
            assert is_imported(name), f"{name} is neither registered nor used: see {folder}"


@pytest.mark.parametrize("folder", REGISTRIES)
def test_nothing_is_registered_twice(folder: str) -> None:
    _, registered, _ = REGISTRIES[folder]
    assert len(set(registered)) == len(registered)
