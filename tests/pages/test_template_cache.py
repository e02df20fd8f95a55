"""The template cache: what is kept is what would be compiled anew, in a folder nobody can forge."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from building import ROOT, run, settings
from resource_catalog.pages.rendering.template_cache import APPLICATION, keep_compiled
from sample_catalog import write_sample

PAGE = "{% if big %}\n  {{ name }}\n{% endif %}{{ '<b>' }}"

posix = pytest.mark.skipif(os.name == "nt", reason="folders have no mode there")
linux = pytest.mark.skipif(platform.system() != "Linux", reason="another place by custom")


class Compiling(Environment):
    """An environment that counts what it compiles."""

    compiled = 0

    def compile(self, *arguments: Any, **more: Any) -> Any:
        self.compiled += 1
        return super().compile(*arguments, **more)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where programs of this user keep things, on any platform."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    return folder


def environment(
    source: str = PAGE, *, keep: bool = True, checkout: Path = ROOT, **options: Any
) -> Compiling:
    """An environment with one template."""
    env = Compiling(loader=DictLoader({"page": source}), **options)
    if keep:
        keep_compiled(env, [checkout])
    return env


def shown(environment: Environment) -> str:
    return environment.get_template("page").render(big=True, name="<i>")


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_kept_template_is_not_compiled_again(home: Path) -> None:
    first, second = environment(), environment()
    assert shown(first) == shown(second) == shown(environment(keep=False))
    assert (first.compiled, second.compiled) == (1, 0)
    assert len(kept(home)) == 1


def test_a_changed_template_takes_the_place_of_the_kept_one(home: Path) -> None:
    shown(environment())
    assert shown(environment("{{ name }} again")) == "<i> again"
    assert shown(environment()) == shown(environment(keep=False))
    assert len(kept(home)) == 1


@pytest.mark.parametrize(
    "options",
    [
        {"autoescape": True},
        {"trim_blocks": True},
        {"lstrip_blocks": True},
        {"newline_sequence": "\r\n"},
        {"block_start_string": "[%"},
        {"extensions": ["jinja2.ext.do"]},
    ],
)
def test_environments_with_other_options_share_nothing(options: dict[str, Any]) -> None:
    """Both ways: what was kept without an option is not used with it, nor the other way round."""
    for compiled in (1, 0):
        plain, other = environment(), environment(**options)
        assert shown(plain) == shown(environment(keep=False))
        assert shown(other) == shown(environment(keep=False, **options))
        assert (plain.compiled, other.compiled) == (compiled, compiled)


def test_versions_are_in_the_name_of_the_folder(home: Path) -> None:
    shown(environment())
    (file,) = kept(home)
    assert all(f"{name}-" in file.parent.name for name in ("python", "jinja2", "markupsafe"))


def test_a_damaged_file_is_as_good_as_none(home: Path) -> None:
    right = shown(environment())
    (file,) = kept(home)
    whole = file.read_bytes()
    for place in range(0, len(whole), 7):
        file.write_bytes(whole[:place])
        env = environment()
        assert shown(env) == right
        assert env.compiled == 1
        assert file.read_bytes() == whole


def test_a_folder_that_is_gone_does_not_fail_a_build(home: Path) -> None:
    """Nor does a full disk, which meets Jinja at the same place."""
    env = environment()
    shutil.rmtree(home)
    assert shown(env) == shown(environment(keep=False))
    assert env.compiled == 1


@linux
def test_a_relative_folder_for_caches_counts_as_none(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    shown(environment())
    assert kept(home / ".cache" / APPLICATION)


@linux
@pytest.mark.parametrize("link", [False, True])
def test_nothing_in_the_checkout_is_ever_run(
    link: bool, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever proposes a change could put a template there that is something else."""
    shown(environment())
    inside = shutil.copytree(home / ".cache", tmp_path / "checkout" / "cache")
    if link:
        (tmp_path / "link").symlink_to(inside)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "link" if link else inside))
    trusted = environment()
    shown(trusted)
    assert trusted.compiled == 0
    env = environment(checkout=tmp_path / "checkout")
    shown(env)
    assert env.compiled == 1


def make_open(folder: Path) -> None:
    folder.chmod(0o750)


def make_replaceable(folder: Path) -> None:
    folder.parent.parent.chmod(0o777)


def make_a_link(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to("elsewhere")


def give_away(folder: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can give a folder away")
    os.chown(folder, 12345, 12345)


def give_away_above(folder: Path) -> None:
    give_away(folder.parent)


@posix
@pytest.mark.parametrize(
    "spoil", [make_open, make_replaceable, make_a_link, give_away, give_away_above]
)
def test_a_folder_that_others_may_have_written_to_is_not_used(
    spoil: Callable[[Path], None], home: Path
) -> None:
    shown(environment())
    (file,) = kept(home)
    spoil(file.parent)
    env = environment()
    assert shown(env) == shown(environment(keep=False))
    assert env.compiled == 1
    assert env.bytecode_cache is None


def test_without_a_folder_to_write_to_all_goes_on(home: Path) -> None:
    """A file in its place cannot be written into by anyone, not even by root."""
    home.rmdir()
    home.write_text("in the way", encoding="utf-8")
    for _ in range(2):
        assert shown(environment()) == shown(environment(keep=False))


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("templates") / "catalog")


Pages = dict[str, bytes]


@pytest.fixture
def build(catalog: Path, tmp_path: Path, home: Path) -> Callable[[Path], Pages]:
    """Build the sample with some settings; gives every file."""

    def build(config: Path) -> Pages:
        fixed = {"CATALOG_DIR": str(catalog), "SITE_URL": "https://example.org/"}
        fixed |= {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
        fixed |= {"HOME": str(home), "XDG_CACHE_HOME": ""}
        site = tmp_path / "site"
        built = run(["mkdocs", "build", "-f", str(config), "-d", str(site)], fixed)
        assert built.returncode == 0, built.stderr
        return {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in sorted(site.rglob("*"))
            if path.is_file() and path.suffix != ".gz"
        }

    return build


def test_no_page_of_a_site_is_ever_stale(
    build: Callable[[Path], Pages], home: Path, tmp_path: Path
) -> None:
    """After a theme option and a template have changed, pages are those of a build without any."""
    project = tmp_path / "project"
    looks = project / "looks"
    looks.mkdir(parents=True)
    for path in (ROOT / "overrides").iterdir():
        (looks / path.name).symlink_to(path)
    first = build(settings(project, looks))
    before = {path: path.stat().st_mtime_ns for path in kept(home)}
    assert len({path.parent for path in before}) == 2, "the theme's templates and ours are kept"
    assert build(settings(project, looks)) == first
    assert {path: path.stat().st_mtime_ns for path in kept(home)} == before

    frame = looks / "main.html"
    text = frame.read_text(encoding="utf-8")
    frame.unlink()
    frame.write_text(text.replace("{% block content %}", "{% block content %}<i>new</i>"))
    changed = build(settings(project, looks, direction="rtl", features=["navigation.top"]))
    assert b"<i>new</i>" in changed["index.html"]
    assert b'dir="rtl"' in changed["index.html"]

    shutil.rmtree(home / ".cache")
    assert build(settings(project, looks, direction="rtl", features=["navigation.top"])) == changed


FILTER_HOOK = """
def on_env(env, config, files):
    env.filters["upper"] = lambda value: value
"""


def test_filters_of_other_hooks_are_not_compiled_into_what_is_kept(
    build: Callable[[Path], Pages], home: Path, tmp_path: Path
) -> None:
    """Jinja runs a filter while it compiles, when it is applied to a constant."""
    project = tmp_path / "project"
    project.mkdir()
    hook = project / "filter_hook.py"
    hook.write_text(FILTER_HOOK, encoding="utf-8")
    build(settings(project, ROOT / "overrides", hook))
    assert len({path.parent for path in kept(home)}) == 1, "only our own templates are kept"
