"""``scripts/compare_sites.py``: nothing that differs goes by unseen, and nothing else is said."""

from __future__ import annotations

import gzip
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from bench.comparison.difference import differences
from bench.comparison.exemptions import Exemption, read_exemptions
from bench.comparison.files import read_site
from bench.project import BenchError
from bench.revision import resolve_commit, temporary_worktree
from building import ROOT, run_script


def write(site: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return site


def exemption(tmp_path: Path, text: str) -> Exemption:
    file = tmp_path / "exemptions.toml"
    file.write_text(f"[[exemption]]\n{text}", encoding="utf-8")
    (found,) = read_exemptions(file)
    return found


def compared(old: dict[str, str], new: dict[str, str], *exemptions: Exemption) -> list[str]:
    """The lines that are shown of what may not differ."""
    before, after = ({name: text.encode() for name, text in site.items()} for site in (old, new))
    found = differences(before, after, exemptions)
    return [line for each in found if not each.exemption for line in each.lines()]


def test_a_renamed_style_sheet_is_one_difference_and_not_one_on_every_page(tmp_path: Path) -> None:
    sites = [
        write(
            tmp_path / name,
            {
                f"assets/site.{digest}.css": css,
                f"search/{digest[::-1]}/0.js": "rcSearch()",
                "index.html": f'<link href="assets/site.{digest}.css"> {digest[::-1]}',
                "sha.txt": "0000000000 stays, as no file is called so",
            },
        )
        for name, digest, css in (("a", "0123456789", "a{}"), ("b", "abcdef0123", "b{}"))
    ]
    old, new = map(read_site, sites)
    assert [each.path for each in differences(old, new, ())] == ["assets/site.HASH.css"]
    assert b"0000000000" in new["sha.txt"]


def test_archives_are_compared_by_what_is_in_them(tmp_path: Path) -> None:
    for name, level in (("a", 1), ("b", 9)):
        packed = gzip.compress(b"<urlset/>" * 50, level, mtime=level)
        write(tmp_path / name, {"sitemap.xml.gz": packed})
        with zipfile.ZipFile(tmp_path / name / "pack.imscc", "w", compresslevel=level) as archive:
            archive.writestr("manifest.xml", f"<level>{level}</level>")
            archive.writestr("same.txt", "the same")
    found = differences(read_site(tmp_path / "a"), read_site(tmp_path / "b"), ())
    assert [each.path for each in found] == ["pack.imscc/manifest.xml"]


def test_files_of_one_site_only_are_named() -> None:
    assert compared({"old.html": ""}, {"new.html": ""}) == [
        "new.html: only here",
        "old.html: only there",
    ]


def test_the_first_lines_that_differ_are_shown_where_they_do() -> None:
    same = "x" * 500
    lines = compared({"a": f"1\n2\n{same}old\n4"}, {"a": f"1\nmore\n2\n{same}new\n4"})
    assert lines[:2] == ["a:", "  2+ more"]
    assert lines[2].startswith("  3- …xxxx")
    assert lines[2].endswith("xold")
    assert lines[3].startswith("  4+ …xxxx")
    assert len(lines[3]) < 130


def test_a_file_that_differs_everywhere_is_cut_short() -> None:
    old, new = ("\n".join(f"{word} {n}" for n in range(50)) for word in ("old", "new"))
    lines = compared({"a": old}, {"a": new})
    assert lines == [
        "a:",
        *(f"  {n + 1}{sign}" + f" {word} {n}" for n in range(3) for sign, word in _SIGNS),
        "  …",
    ]


_SIGNS = (("-", "old"), ("+", "new"))


def test_bytes_that_are_no_text_are_counted() -> None:
    (found,) = differences({"a.png": b"\x89PNG\x00"}, {"a.png": b"\x89PNG\x00\x00"}, ())
    assert found.lines() == ["a.png: 5 bytes there, 6 here"]


def test_an_exemption_excuses_the_files_that_it_names(tmp_path: Path) -> None:
    scripts = exemption(tmp_path, 'files = ["assets/*.HASH.js"]\nreason = "They moved."')
    old = {"assets/open-browse.HASH.js": "1", "assets/x.css": "1", "gone/assets/a.HASH.js": "1"}
    new = {"assets/open-browse.HASH.js": "2", "assets/x.css": "2", "assets/more.HASH.js": "2"}
    assert [line for line in compared(old, new, scripts) if not line.startswith(" ")] == [
        "assets/x.css:",
        "gone/assets/a.HASH.js: only there",
    ]


def test_an_exemption_of_a_part_excuses_nothing_else(tmp_path: Path) -> None:
    row = exemption(
        tmp_path, "files = ['*.html']\nreason = 'A new row.'\nignored = '<dt>Language.*?</dd>'"
    )
    new = "<dt>Language</dt><dd>Spanish</dd><p>one</p>"
    assert compared({"a.html": "<p>one</p>"}, {"a.html": new}, row) == []
    assert compared({"a.html": "<p>two</p>"}, {"a.html": new}, row) != []
    assert compared({}, {"a.html": new}, row) == ["a.html: only here"]


def test_an_exemption_without_a_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="reason"):
        exemption(tmp_path, 'files = ["*"]\nreason = " "')


def test_the_exemptions_of_the_project_can_be_read() -> None:
    """And none of them lets a page go by as a whole."""
    for each in read_exemptions():
        assert each.ignored or not each.covers("resources/any/index.html"), each.reason


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    who = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org")
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    for text in ("first", "second"):
        (folder / "file.txt").write_text(text)
        for command in (["add", "."], [*who, "commit", "--quiet", "--message", text]):
            subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def test_another_revision_is_there_and_gone_again(repository: Path) -> None:
    def worktrees() -> int:
        command = ["git", "worktree", "list"]
        return len(subprocess.check_output(command, cwd=repository).splitlines())

    with temporary_worktree("HEAD~1", repository) as folder:
        assert (folder / "file.txt").read_text() == "first"
        (folder / "file.txt").write_text("changed, which must not hold it back")
        assert worktrees() == 2
    assert worktrees() == 1
    assert not folder.exists()
    assert (repository / "file.txt").read_text() == "second"


@pytest.mark.parametrize("revision", ["nothing", "--help", "", "HEAD:file.txt"])
def test_what_is_no_revision_is_refused(repository: Path, revision: str) -> None:
    with pytest.raises(BenchError, match="git knows no revision"):
        resolve_commit(revision, repository)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a clone has other revisions")
def test_a_checkout_builds_what_its_own_revision_builds() -> None:
    """The whole command; it may differ only when something is not committed yet."""
    done = run_script("compare_sites.py", "--with", "HEAD", "--entries")
    changed = subprocess.check_output(["git", "status", "--porcelain"], cwd=ROOT)
    assert done.returncode == 0 or (changed and done.returncode == 1), done.stdout + done.stderr
    assert re.search(r"the real catalog: [\d,]+ files", done.stdout)
    unknown = run_script("compare_sites.py", "--with", "no-such-revision")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert unknown.stderr == "git knows no revision “no-such-revision” here.\n"
