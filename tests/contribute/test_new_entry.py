"""``scripts/new_entry.py``: a few answers make a good file; none is written over."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from building import ROOT, Done, run_script
from golden import copy_of_good_catalog
from resource_catalog.contribute.free_ids import free_id, why_not_free
from resource_catalog.contribute.issue_forms.entry_skeleton import entry_skeleton
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.problems import as_text
from sample_catalog import write_sample

FLAGS = {
    "--title": "Handbook for coaches: a start",
    "--type": "Guide",
    "--summary": "How one district planned its first pilot.",
    "--use": "",
    "--phases": "Planning",
    "--stages": "",
    "--id": "coach-handbook",
}


def flags(**changes: str | None) -> list[str]:
    chosen = {**FLAGS, **{f"--{name}": value for name, value in changes.items()}}
    return [f"{name}={value}" for name, value in chosen.items() if value is not None]


def new_entry(folder: Path, *options: str, answers: str = "", **env: str) -> Done:
    return run_script("new_entry.py", "--catalog", folder, *options, answers=answers, **env)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of_good_catalog(tmp_path)


def written(folder: Path) -> set[str]:
    good = {"earner-stories.yml", "goal-worksheet.yml", "pilot-primer.yml"}
    return {path.name for path in (folder / "entries").iterdir()} - good


def test_options_alone_make_an_entry_that_says_all_that_was_given(folder: Path) -> None:
    run = new_entry(
        folder,
        *flags(url="https://example.org/coaches.pdf"),
        "--offline",
        "--access=Open",
        *(
            "--set=authors=A. Rivera; B. Chen",
            "--set=topics=BASICS; Funding",
            "--set=published=2017-09",
        ),
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "entries/coach-handbook.yml is written." in run.stdout
    catalog, problems = open_catalog(folder)
    assert as_text(problems) == ""
    assert catalog is not None
    entry = catalog.entries["coach-handbook"]
    assert (entry.title, entry.type, entry.access) == (FLAGS["--title"], "guide", "open")
    assert entry.tags["phases"] == ("planning",)
    assert (entry.links[0].url, entry.links[0].format) == ("https://example.org/coaches.pdf", "pdf")
    assert (entry.authors, entry.published) == (("A. Rivera", "B. Chen"), "2017-09")
    assert entry.tags["topics"] == ("basics", "funding")
    assert entry.reviewed is None


def test_answers_are_asked_for_until_they_can_be_used(folder: Path) -> None:
    answers = ["ftp://example.org/x", "", "", "Coaching", "novel", "guied", "", "A book.", "", "2"]
    run = new_entry(
        folder, answers="\n".join([*answers, "ready to plan", "basics", "Not An Id", "", ""])
    )
    assert run.returncode == 0, run.stderr
    assert "This one is required." in run.stderr
    assert "“novel” is not one of" in run.stderr
    assert "Use small letters, digits and single hyphens: not-an-id." in run.stderr
    catalog, _ = open_catalog(folder)
    assert catalog is not None
    entry = catalog.entries["coaching"]
    assert (entry.summary, entry.access) == ("A book.", "unlocated")
    assert (entry.tags["phases"], entry.tags["stages"]) == (("planning",), ("ready-to-plan",))
    assert entry.tags["topics"] == ("basics",)


def test_what_may_be_there_already_is_named_and_not_written(folder: Path) -> None:
    same = flags(title="Primer for pilots", url="http://www.example.org/primer/")
    run = new_entry(folder, *same, "--offline")
    assert run.returncode == 1
    assert "entries/pilot-primer.yml “A primer for pilots”" in run.stderr
    assert run.stdout.startswith("# yaml-language-server")
    assert written(folder) == set()
    asked = new_entry(folder, "--offline", answers="example.org/primer\nPrimer for pilots\n").stderr
    assert asked.count("may be the same") == 1
    assert asked.index("may be the same") < asked.index("Title")
    agreed = new_entry(folder, *same, "--offline", answers="yes\n")
    assert agreed.returncode == 1
    assert "duplicate-url" in agreed.stdout
    assert written(folder) == {"coach-handbook.yml"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "pilot-primer"}, "it is the id, or an old id, of another entry"),
        ({"id": "goals"}, "it is the id, or an old id, of another entry"),
        ({"id": "con"}, "Windows can have no file of that name"),
        ({"id": "../../evil"}, "Use small letters, digits and single hyphens: evil."),
        ({"type": "handbook"}, "Known are: guide, report, podcast, worksheet."),
        ({"url": "javascript:alert(1)"}, "not an address"),
        ({"set": "reviewed=me"}, "cannot be set"),
        ({"set": "retired=now"}, "write it in the file"),
        ({"title": None}, "The answers ended early."),
    ],
    ids=str,
)
def test_what_cannot_be_used_is_refused_in_words(
    change: dict[str, str | None], said: str, folder: Path
) -> None:
    run = new_entry(folder, *flags(**{"url": "", **change}))
    assert (run.returncode, run.stdout) == (2, "")
    assert said in run.stderr
    assert "Nothing was written." in run.stderr
    assert "Traceback" not in run.stderr
    assert written(folder) == set()


def test_an_interrupt_writes_nothing_and_shows_no_traceback(folder: Path) -> None:
    command = [sys.executable, "scripts/new_entry.py", "--catalog", str(folder)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        assert process.stderr.read(len("Address")) == "Address"
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert "Stopped. Nothing was written." in said
    assert "Traceback" not in said
    assert process.returncode == 2
    assert written(folder) == set()


class _Web(BaseHTTPRequestHandler):
    """A proxy that stands for the whole web: every page there is the same."""

    def do_GET(self) -> None:
        body = b"<!doctype html><title>Coaching &amp; care</title><h1>Coaching</h1><p>Long text."
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def web() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Web) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_the_title_is_read_from_the_page_and_offered(folder: Path) -> None:
    options = flags(title=None, url="http://coaching.example.org/")
    with web() as proxy:
        run = new_entry(
            folder, *options, answers="\n\nsign-in needed\n", HTTP_PROXY=proxy, http_proxy=proxy
        )
    assert run.returncode == 0, run.stderr
    assert "Title [Coaching & care]:" in run.stderr
    catalog, _ = open_catalog(folder)
    assert catalog is not None
    entry = catalog.entries["coach-handbook"]
    assert (entry.title, entry.access) == ("Coaching & care", "sign-in")


def test_without_a_network_it_just_asks(folder: Path) -> None:
    options = flags(title=None, url="http://coaching.example.org/")
    nowhere = "http://127.0.0.1:9"
    run = new_entry(folder, *options, answers="Mine\n", HTTP_PROXY=nowhere, http_proxy=nowhere)
    assert run.returncode == 0, run.stderr
    assert "It could not be read:" in run.stderr
    catalog, _ = open_catalog(folder)
    assert catalog is not None
    assert catalog.entries["coach-handbook"].access is None


def test_any_catalog_will_do(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "sample")
    run = new_entry(
        folder, *flags(type="podcast", phases="Second, first", stages=""), "--set=audiences=staff"
    )
    assert run.returncode == 0, run.stderr
    catalog, _ = open_catalog(folder)
    assert catalog is not None
    assert catalog.entries["coach-handbook"].tags["audiences"] == ("staff",)
    broken = new_entry(tmp_path / "none", *flags())
    assert broken.returncode == 2
    assert "is not there" in broken.stderr


def test_every_comment_in_a_new_file_can_be_made_true(folder: Path) -> None:
    catalog, _ = open_catalog(folder)
    assert catalog is not None
    data = {"title": "Coaching", "type": "guide", "summary": "A book.", "access": "unlocated"}
    text = entry_skeleton(data, catalog)
    (folder / "entries/coaching.yml").write_text(text, encoding="utf-8")
    assert as_text(open_catalog(folder)[1]) == ""
    whole = re.sub(r"(?m)^# ([a-z_]+): (?=\S)", r"\1: ", text.partition("#\n")[2])
    whole = re.sub(r"(part_of|related|instead): .*", r"\1: [pilot-primer]", whole)
    whole = whole.replace("part_of: [pilot-primer]", "part_of: pilot-primer")
    (folder / "entries/coaching.yml").write_text(text.partition("#\n")[0] + whole, encoding="utf-8")
    catalog, problems = open_catalog(folder)
    assert as_text(problems) == ""
    assert catalog is not None
    entry = catalog.entries["coaching"]
    assert entry.notes
    assert entry.tags["topics"] == ("basics",)


def test_free_ids_are_free_and_short() -> None:
    assert free_id("Coaching", ["coaching", "coaching-2"]) == "coaching-3"
    assert free_id("CON", []) == "con-new-entry"
    assert free_id("日本", []) == "new-entry"
    assert len(free_id("word " * 50, [])) <= 60
    assert why_not_free("page-2", [])
    assert not why_not_free("coaching", [])
