"""The template cache: compiled templates, kept on the disk from one build to the next.

Compiling the theme's templates and ours takes longer than drawing a small site with them. A kept
template is sealed with a digest of all that it is made from: its text, its name and place, and the
settings of its environment. One that differs in any of these, is damaged or only half written is
as good as none, and is written over. Versions of Python and Jinja have a folder each; the first
build with new ones removes the old. Whatever goes wrong with the folder, such as a disk that
cannot be written, templates are compiled as if nothing were kept; it may be deleted at any time.
What is kept is run: the folder must be as well guarded as the program, so it is never a shared one.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import shutil
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

FOLDER = Path(".cache", "templates")
"""Where the cache is, from the folder that the settings of a site are in."""

OPTIONS = """
    autoescape block_start_string block_end_string variable_start_string variable_end_string
    comment_start_string comment_end_string line_statement_prefix line_comment_prefix trim_blocks
    lstrip_blocks newline_sequence keep_trailing_newline optimized sandboxed is_async
    newstyle_gettext
""".split()
"""The settings of an environment that say how a template is compiled."""

_LENGTH = 16
"""How many bytes a digest has, such as the seal in front of a kept template."""


class TemplateCache(BytecodeCache):
    """Keeps the compiled templates of any number of environments below the folder ``beside``."""

    def __init__(self, beside: Path) -> None:
        self._folder = beside / FOLDER / _versions()

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Called by Jinja before it compiles: a bucket, which holds the template if it is kept."""
        made_with = _made_with(environment)
        if made_with is None:
            return Bucket(environment, "", "")
        key = _digest(repr((made_with, name)).encode()).hex()
        bucket = Bucket(environment, key, repr((filename, source)))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept for it, if that is made from the same."""
        with suppress(OSError):
            kept = (self._folder / bucket.key).read_bytes()
            seal, code = kept[:_LENGTH], kept[_LENGTH:]
            if seal == _seal(bucket, code):
                bucket.code = marshal.loads(code)  # noqa: S302 # sealed by this program

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja has compiled."""
        if not bucket.key:
            return
        code = marshal.dumps(bucket.code)
        written = self._folder / f"{bucket.key}.{os.getpid()}"
        with suppress(OSError):
            self._make_folder()
            written.write_bytes(_seal(bucket, code) + code)
            written.replace(self._folder / bucket.key)

    def _make_folder(self) -> None:
        if not self._folder.is_dir():
            shutil.rmtree(self._folder.parent, ignore_errors=True)
            self._folder.mkdir(parents=True, exist_ok=True)


def _versions() -> str:
    """What compiles templates and runs them; the templates themselves count by their text."""
    programs = [version(name) for name in ("jinja2", "markupsafe")]
    return "-".join([*programs, importlib.util.MAGIC_NUMBER.hex()])


def _made_with(environment: Environment) -> object:
    """The settings that a template is compiled with; None when they cannot be told for sure.

    Jinja runs filters and tests while it compiles where it finds them applied to a constant, except
    those that take the context. What somebody else's would do by then cannot be told.
    """
    known = ((environment.filters, FILTERS), (environment.tests, TESTS))
    others = [
        (name, getattr(getattr(function, "jinja_pass_arg", None), "name", ""))
        for functions, jinjas in known
        for name, function in functions.items()
        if jinjas.get(name) is not function
    ]
    extensions = sorted(environment.extensions)
    compilers = [environment.code_generator_class.__module__, *extensions]
    if (
        any(taken != "context" for _, taken in others)
        or not all(name.startswith("jinja2.") for name in compilers)
        or environment.finalize
        or callable(environment.autoescape)
    ):
        return None
    options = [getattr(environment, name, None) for name in OPTIONS]
    return options, others, compilers, environment.policies.get("ext.i18n.trimmed")


def _seal(bucket: Bucket, code: bytes) -> bytes:
    made_from = _digest(f"{bucket.key} {bucket.checksum}".encode())
    return _digest(made_from + code)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_LENGTH).digest()
