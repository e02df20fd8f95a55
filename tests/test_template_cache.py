"""The template cache: a kept template is what would be compiled anew, whatever has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, pass_context
from jinja2.ext import Extension

from building import ROOT, run, settings
from resource_catalog.template_cache import FOLDER, TemplateCache
from sample_catalog import write_sample

PAGE = "{% if big %}\n  {{ name }}\n{% endif %}{{ '<b>' }}"


class Compiling(Environment):
    """An environment that counts what it compiles."""

    compiled = 0

    def compile(self, *arguments: Any, **more: Any) -> Any:
        self.compiled += 1
        return super().compile(*arguments, **more)


def environment(folder: Path | None, source: str = PAGE, **options: Any) -> Compiling:
    """An environment with one template, and a cache if there is a folder for it."""
    cache = None if folder is None else TemplateCache(folder)
    return Compiling(loader=DictLoader({"page": source}), bytecode_cache=cache, **options)


def shown(environment: Environment) -> str:
    return environment.get_template("page").render(big=True, name="<i>")


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / FOLDER).rglob("*") if path.is_file())


def test_a_kept_template_is_not_compiled_again(tmp_path: Path) -> None:
    first, second = environment(tmp_path), environment(tmp_path)
    assert shown(first) == shown(second) == shown(environment(None))
    assert (first.compiled, second.compiled) == (1, 0)
    assert len(kept(tmp_path)) == 1


def test_a_changed_template_takes_the_place_of_the_kept_one(tmp_path: Path) -> None:
    shown(environment(tmp_path))
    assert shown(environment(tmp_path, "{{ name }} again")) == "<i> again"
    assert shown(environment(tmp_path)) == shown(environment(None))
    assert len(kept(tmp_path)) == 1


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
def test_an_option_that_changes_is_heeded(options: dict[str, Any], tmp_path: Path) -> None:
    """Both ways: what was kept without it is not used with it, nor the other way round."""
    for _ in range(2):
        assert shown(environment(tmp_path)) == shown(environment(None))
        assert shown(environment(tmp_path, **options)) == shown(environment(None, **options))


class Louder(Extension):
    """An extension that changes what is compiled."""

    said = "!"

    def preprocess(self, source: str, *_: Any) -> str:
        return source + self.said


def test_what_somebody_elses_extension_made_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its next version may do something else."""
    assert shown(environment(tmp_path, extensions=[Louder])).endswith("<b>!")
    monkeypatch.setattr(Louder, "said", "?")
    assert shown(environment(tmp_path, extensions=[Louder])).endswith("<b>?")


def test_a_filter_that_is_run_while_compiling_is_heeded(tmp_path: Path) -> None:
    """Jinja does that with constants."""
    for filtered in (str.upper, str.lower):
        env = environment(tmp_path, "{{ 'Ape' | other }}")
        env.filters["other"] = filtered
        assert shown(env) == filtered("Ape")
        other_test = environment(tmp_path, "{{ 'Ape' is other }}")
        other_test.tests["other"] = lambda value, wanted=filtered: value == wanted(value)
        assert shown(other_test) == "False"
    assert kept(tmp_path) == []


def test_filters_that_take_the_context_are_no_hindrance(tmp_path: Path) -> None:
    """Those of MkDocs do, and ours: they only ever run when a page is drawn."""
    for filtered in (str.upper, str.lower):
        env = environment(tmp_path, "{{ 'Ape' | other }}")
        env.filters["other"] = pass_context(lambda _, value, wanted=filtered: wanted(value))
        assert shown(env) == filtered("Ape")
    assert env.compiled == 0


def damages(whole: bytes) -> Iterator[bytes]:
    """A file that was cut off or changed in some place."""
    for place in range(0, len(whole), 7):
        yield whole[:place]
        yield whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    right = shown(environment(tmp_path))
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    for damaged in damages(whole):
        file.write_bytes(damaged)
        env = environment(tmp_path)
        assert shown(env) == right
        assert env.compiled == 1
        assert file.read_bytes() == whole


def test_a_template_is_only_taken_for_itself(tmp_path: Path) -> None:
    """Even where a file has got the name of another one."""
    shown(environment(tmp_path))
    (file,) = kept(tmp_path)
    other = environment(tmp_path, autoescape=True)
    shown(other)
    (new,) = set(kept(tmp_path)) - {file}
    shutil.copyfile(file, new)
    assert shown(environment(tmp_path, autoescape=True)) == shown(
        environment(None, autoescape=True)
    )


def test_without_a_folder_to_write_to_all_goes_on(tmp_path: Path) -> None:
    """A file in its place cannot be written into by anyone, not even by root."""
    (tmp_path / FOLDER.parts[0]).write_text("in the way", encoding="utf-8")
    for _ in range(2):
        assert shown(environment(tmp_path)) == shown(environment(None))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="may write everywhere")
def test_a_folder_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    shown(environment(tmp_path))
    (file,) = kept(tmp_path)
    file.parent.chmod(0o500)
    try:
        again, changed = environment(tmp_path), environment(tmp_path, "new")
        assert shown(again) == shown(environment(None))
        assert again.compiled == 0
        assert shown(changed) == "new"
    finally:
        file.parent.chmod(0o700)


def test_what_other_versions_left_is_removed(tmp_path: Path) -> None:
    shown(environment(tmp_path))
    (file,) = kept(tmp_path)
    left = file.parent.rename(file.parent.with_name("2.0-1.0-old"))
    beside = tmp_path / FOLDER.parent / "plugin"
    beside.mkdir()
    shown(environment(tmp_path))
    assert kept(tmp_path) == [file]
    assert not left.exists()
    assert beside.is_dir()


SHOW = """
import sys
from pathlib import Path
from jinja2 import DictLoader, Environment
from resource_catalog.template_cache import TemplateCache
for number in range(int(sys.argv[2])):
    sources = {f"page{i}": "{{ i }}" + "x" * (number % 2) for i in range(9)}
    env = Environment(
        loader=DictLoader(sources), bytecode_cache=TemplateCache(Path(sys.argv[1]))
    )
    for name, source in sources.items():
        assert env.get_template(name).render(i=name) == name + source[7:]
"""


def show(folder: Path, times: int, *paths: Path) -> subprocess.Popen[str]:
    """Another program that uses a cache over and over."""
    found = os.pathsep.join(map(str, (*paths, ROOT / "hooks")))
    command = [sys.executable, "-c", SHOW, str(folder), str(times)]
    return subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": found}, stderr=subprocess.PIPE, text=True
    )


def test_programs_may_share_it_at_the_same_time(tmp_path: Path) -> None:
    """Each writes what the other is reading, and neither ever sees half a file."""
    programs = [show(tmp_path, 60) for _ in range(3)]
    assert [program.communicate()[1] for program in programs] == [""] * 3


@pytest.mark.parametrize("package", ["jinja2", "markupsafe"])
def test_another_version_of_a_package_compiles_anew(package: str, tmp_path: Path) -> None:
    """Here by what is said of the package that is installed."""
    (other := tmp_path / "other" / f"{package}-99.dist-info").mkdir(parents=True)
    said = f"Metadata-Version: 2.1\nName: {package}\nVersion: 99\n"
    (other / "METADATA").write_text(said, encoding="utf-8")
    assert show(tmp_path, 1).communicate()[1] == ""
    before = kept(tmp_path)
    assert show(tmp_path, 1, other.parent).communicate()[1] == ""
    assert len(kept(tmp_path)) == len(before) == 9
    assert set(kept(tmp_path)).isdisjoint(before)
    assert "99" in kept(tmp_path)[0].parent.name


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("templates") / "catalog")


Pages = dict[str, bytes]


@pytest.fixture
def build(catalog: Path, tmp_path: Path) -> Callable[[Path], Pages]:
    """Build the sample with some settings; gives every file."""

    def build(config: Path) -> Pages:
        fixed = {"CATALOG_DIR": str(catalog), "SITE_URL": "https://example.org/"}
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


def test_no_page_of_a_site_is_ever_stale(build: Callable[[Path], Pages], tmp_path: Path) -> None:
    """After a theme option and a template have changed, pages are those of a build without any."""
    looks = tmp_path / "looks"
    looks.mkdir()
    for path in (ROOT / "overrides").iterdir():
        (looks / path.name).symlink_to(path)
    first = build(settings(tmp_path, looks))
    before = {path: path.stat().st_mtime_ns for path in kept(tmp_path)}
    assert len(before) > 20, "both the theme's templates and ours are kept"
    assert build(settings(tmp_path, looks)) == first
    assert {path: path.stat().st_mtime_ns for path in kept(tmp_path)} == before

    frame = looks / "main.html"
    text = frame.read_text(encoding="utf-8")
    frame.unlink()
    frame.write_text(text.replace("{% block content %}", "{% block content %}<i>new</i>"))
    changed = build(settings(tmp_path, looks, language="de", features=["navigation.top"]))
    assert b"<i>new</i>" in changed["index.html"]
    assert b'lang="de"' in changed["index.html"]

    shutil.rmtree(tmp_path / FOLDER)
    assert build(settings(tmp_path, looks, language="de", features=["navigation.top"])) == changed
