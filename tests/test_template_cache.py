"""The template cache: a cached template is what would be compiled anew, whatever has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, pass_context
from jinja2.ext import Extension
from platformdirs import user_cache_path

from building import ROOT, run, settings
from resource_catalog.template_cache import UNUSED_SECONDS, template_cache
from sample_catalog import write_sample

PAGE = "{% if big %}\n  {{ name }}\n{% endif %}{{ '<b>' }}"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of a user who has none yet."""
    for variable in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "user"))
    folder = user_cache_path("resource-catalog") / "templates"
    assert folder.is_relative_to(tmp_path)
    return folder


class Compiling(Environment):
    """An environment that counts what it compiles."""

    compiled = 0

    def compile(self, *arguments: Any, **more: Any) -> Any:
        self.compiled += 1
        return super().compile(*arguments, **more)


def environment(source: str = PAGE, *, cached: bool = True, **options: Any) -> Compiling:
    """An environment with one template."""
    made = Compiling(loader=DictLoader({"page": source}), **options)
    if cached:
        made.bytecode_cache = template_cache(made)
    return made


def rendered(environment: Environment) -> str:
    return environment.get_template("page").render(big=True, name="<i>")


def plain(source: str = PAGE, **options: Any) -> str:
    """What an environment without a cache renders."""
    return rendered(environment(source, cached=False, **options))


def cached_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_cached_template_is_not_compiled_again(folder: Path) -> None:
    first, second = environment(), environment()
    assert rendered(first) == rendered(second) == plain()
    assert (first.compiled, second.compiled) == (1, 0)
    assert len(cached_files(folder)) == 1


def test_a_changed_template_replaces_the_cached_one(folder: Path) -> None:
    rendered(environment())
    assert rendered(environment("{{ name }} again")) == "<i> again"
    assert rendered(environment()) == plain()
    assert len(cached_files(folder)) == 1


@pytest.mark.parametrize(
    "options",
    [
        {"autoescape": True},
        {"autoescape": lambda name: name == "page"},
        {"trim_blocks": True},
        {"lstrip_blocks": True},
        {"newline_sequence": "\r\n"},
        {"block_start_string": "[%"},
        {"finalize": str.upper},
        {"extensions": ["jinja2.ext.i18n"]},
    ],
)
def test_templates_compiled_with_other_options_are_not_mixed_up(options: dict[str, Any]) -> None:
    """Both ways: what was cached without an option is not used with it, nor the reverse."""
    for _ in range(2):
        assert rendered(environment()) == plain()
        assert rendered(environment(**options)) == plain(**options)


class Louder(Extension):
    """An extension that changes what is compiled."""

    sign = "!"

    def preprocess(self, source: str, *_: Any) -> str:
        return source + self.sign


def test_what_extensions_of_other_people_compile_is_not_cached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Their next version may do something else."""
    assert rendered(environment(extensions=[Louder])).endswith("<b>!")
    monkeypatch.setattr(Louder, "sign", "?")
    assert rendered(environment(extensions=[Louder])).endswith("<b>?")


def test_filters_and_tests_that_run_while_compiling_are_not_cached(folder: Path) -> None:
    """Jinja applies them to constants once, when it compiles."""
    for function in (str.upper, str.lower):
        env = environment("{{ 'Ape' | other }}", cached=False)
        env.filters["other"] = function
        env.bytecode_cache = template_cache(env)
        assert rendered(env) == function("Ape")
        env = environment("{{ 'Ape' is other }}", cached=False)
        env.tests["other"] = lambda value, wanted=function: value == wanted(value)
        env.bytecode_cache = template_cache(env)
        assert rendered(env) == "False"
    assert cached_files(folder) == []


def test_filters_that_take_the_context_do_not_prevent_caching() -> None:
    """Those of MkDocs do, and ours: they only run when a page is rendered."""
    for function in (str.upper, str.lower):
        env = environment("{{ 'Ape' | other }}", cached=False)
        env.filters["other"] = pass_context(lambda _, value, wanted=function: wanted(value))
        env.bytecode_cache = template_cache(env)
        assert rendered(env) == function("Ape")
    assert env.compiled == 0


def test_a_file_that_was_cut_off_is_compiled_anew(folder: Path) -> None:
    right = rendered(environment())
    (file,) = cached_files(folder)
    whole = file.read_bytes()
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        env = environment()
        assert rendered(env) == right
        assert env.compiled == 1
        assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_made_is_no_hindrance(folder: Path) -> None:
    """A file in its place cannot be written into by anyone, not even by root."""
    folder.parent.parent.mkdir(parents=True)
    folder.parent.write_text("in the way", encoding="utf-8")
    for _ in range(2):
        assert environment().bytecode_cache is None
        assert rendered(environment()) == plain()


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter on Windows")
def test_a_folder_that_others_can_write_to_is_not_used(folder: Path) -> None:
    """Whoever can write there could run a program as this user."""
    rendered(environment())
    assert folder.stat().st_mode & 0o777 == 0o700
    for mode in (0o720, 0o702, 0o777):
        folder.chmod(mode)
        assert environment().bytecode_cache is None
    folder.chmod(0o700)
    assert environment().bytecode_cache is not None


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_a_folder_that_is_a_link_is_not_used(folder: Path, tmp_path: Path) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.parent.mkdir(parents=True)
    folder.symlink_to(elsewhere)
    assert environment().bytecode_cache is None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="may write everywhere")
def test_a_folder_that_can_only_be_read_is_read(folder: Path) -> None:
    rendered(environment())
    (file,) = cached_files(folder)
    file.parent.chmod(0o500)
    try:
        again, changed = environment(), environment("new")
        assert rendered(again) == plain()
        assert again.compiled == 0
        assert rendered(changed) == "new"
    finally:
        file.parent.chmod(0o700)


def test_folders_of_old_versions_are_removed_once_nobody_uses_them(folder: Path) -> None:
    rendered(environment())
    (file,) = cached_files(folder)
    old, recent = file.parent.with_name("2.0-old"), file.parent.with_name("2.9-recent")
    for other in (old, recent):
        other.mkdir()
    long_ago = file.parent.stat().st_mtime - UNUSED_SECONDS - 60
    os.utime(old, (long_ago, long_ago))
    rendered(environment(trim_blocks=True))
    assert not old.exists()
    assert recent.exists()
    assert file.exists()


RENDER = """
import sys
from jinja2 import DictLoader, Environment
from resource_catalog.template_cache import template_cache
for number in range(int(sys.argv[1])):
    sources = {f"page{i}": "{{ i }}" + "x" * (number % 2) for i in range(9)}
    env = Environment(loader=DictLoader(sources))
    env.bytecode_cache = template_cache(env)
    for name, source in sources.items():
        assert env.get_template(name).render(i=name) == name + source[7:]
"""


def render_beside(times: int, *paths: Path) -> subprocess.Popen[str]:
    """Another program that uses the cache over and over."""
    found = os.pathsep.join(map(str, (*paths, ROOT / "hooks")))
    return subprocess.Popen(
        [sys.executable, "-c", RENDER, str(times)],
        env={**os.environ, "PYTHONPATH": found},
        stderr=subprocess.PIPE,
        text=True,
    )


def test_programs_may_share_it_at_the_same_time() -> None:
    """Each writes what the other is reading, and neither ever sees half a file."""
    programs = [render_beside(60) for _ in range(3)]
    assert [program.communicate()[1] for program in programs] == [""] * 3


@pytest.mark.parametrize("package", ["jinja2", "markupsafe"])
def test_another_version_of_a_package_compiles_anew(
    package: str, folder: Path, tmp_path: Path
) -> None:
    """Here by the metadata of an installed package."""
    (other := tmp_path / "other" / f"{package}-99.dist-info").mkdir(parents=True)
    metadata = f"Metadata-Version: 2.1\nName: {package}\nVersion: 99\n"
    (other / "METADATA").write_text(metadata, encoding="utf-8")
    assert render_beside(1).communicate()[1] == ""
    before = cached_files(folder)
    assert render_beside(1, other.parent).communicate()[1] == ""
    new = set(cached_files(folder)) - {*before}
    assert len(new) == len(before) == 9
    assert {"99" in file.parent.name for file in new} == {True}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("templates") / "catalog")


Pages = dict[str, bytes]


@pytest.fixture
def build(catalog: Path, tmp_path: Path) -> Callable[[Path], Pages]:
    """Build the sample with some settings; gives every file."""

    def build(config: Path) -> Pages:
        fixed = {"CATALOG_DIR": str(catalog), "SITE_URL": "https://example.org/"}
        fixed |= {"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}
        fixed |= {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
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
    build: Callable[[Path], Pages], folder: Path, tmp_path: Path
) -> None:
    """After a theme option and a template have changed, pages are those of a build without any."""
    looks = tmp_path / "looks"
    looks.mkdir()
    for path in (ROOT / "overrides").iterdir():
        (looks / path.name).symlink_to(path)
    first = build(settings(tmp_path, looks))
    before = {path: path.stat().st_mtime_ns for path in cached_files(folder)}
    assert len(before) > 20, "both the theme's templates and ours are cached"
    assert build(settings(tmp_path, looks)) == first
    assert {path: path.stat().st_mtime_ns for path in cached_files(folder)} == before

    frame = looks / "main.html"
    text = frame.read_text(encoding="utf-8")
    frame.unlink()
    frame.write_text(text.replace("{% block content %}", "{% block content %}<i>new</i>"))
    changed = build(settings(tmp_path, looks, direction="rtl", features=["navigation.top"]))
    assert b"<i>new</i>" in changed["index.html"]
    assert b'dir="rtl"' in changed["index.html"]

    shutil.rmtree(folder)
    assert build(settings(tmp_path, looks, direction="rtl", features=["navigation.top"])) == changed
