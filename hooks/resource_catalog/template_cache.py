"""Keep compiled templates on disk between builds, in a cache folder of the user.

Compiling the theme's templates and ours takes longer than rendering a small site with them. The
cache is Jinja's; what is decided here is where it lies and when it is safe. Cached templates are
executed, so the folder is outside every checkout, belongs to the user alone, and is not used
otherwise. Whatever goes wrong with it, templates are compiled as if there were no cache; it may be
deleted at any time.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import stat
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from jinja2.filters import FILTERS
from jinja2.tests import TESTS
from platformdirs import user_cache_path

OPTIONS = """
    autoescape block_start_string block_end_string variable_start_string variable_end_string
    comment_start_string comment_end_string line_statement_prefix line_comment_prefix trim_blocks
    lstrip_blocks newline_sequence keep_trailing_newline optimized sandboxed is_async
    newstyle_gettext
""".split()
"""The options of an environment that change what a template is compiled to."""

UNUSED_SECONDS = 60 * 24 * 60 * 60
"""A folder of other versions or options goes when it is older than a new one by so much."""


def template_cache(environment: Environment) -> BytecodeCache | None:
    """The cache for the templates of ``environment``; None where none is safe.

    To be called when the environment has all its options, filters and tests:
    each set of them has a folder of its own, as Jinja's cache asks only
    whether the text of a template has changed.
    """
    options = _compile_options(environment)
    if options is None:
        return None
    versions = [version(name) for name in ("jinja2", "markupsafe")]
    name = "-".join([*versions, importlib.util.MAGIC_NUMBER.hex(), _digest(options)])
    with suppress(OSError, RuntimeError):  # a disk that is read-only or full; no home folder
        folder = user_cache_path("resource-catalog") / "templates"
        if _is_private(folder) and _is_private(folder / name):
            _remove_unused(folder, folder / name)
            return _Cache(str(folder / name))
    return None


class _Cache(FileSystemBytecodeCache):
    """Jinja's cache, but no fault of the disk or of a file stops a build."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja to fill a bucket, if its template is cached."""
        try:
            super().load_bytecode(bucket)
        except Exception:
            bucket.reset()  # a damaged file; it will be written again

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja to cache what it has compiled."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _is_private(folder: Path) -> bool:
    """Make ``folder`` if need be; whether nobody but this user can write to it."""
    folder.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
    if os.name == "nt":
        return True  # cache folders lie in the user's profile, which others cannot write to
    found = folder.lstat()
    others_write = stat.S_IWGRP | stat.S_IWOTH
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.getuid()
        and not found.st_mode & others_write
    )


def _remove_unused(folder: Path, used: Path) -> None:
    """When ``used`` is new, remove folders beside it that nothing was written to for long."""
    if any(used.iterdir()):
        return
    made = used.stat().st_mtime
    for other in folder.iterdir():
        if made - other.stat().st_mtime > UNUSED_SECONDS:
            shutil.rmtree(other, ignore_errors=True)


def _compile_options(environment: Environment) -> str | None:
    """All that a template is compiled with, but its text; None when that cannot be known.

    While it compiles, Jinja calls filters and tests that are applied to a constant, except those
    that take the context. What functions of other people would return by then is not known.
    """
    known = ((environment.filters, FILTERS), (environment.tests, TESTS))
    others = [
        (name, getattr(getattr(function, "jinja_pass_arg", None), "name", ""))
        for functions, originals in known
        for name, function in functions.items()
        if originals.get(name) is not function
    ]
    compilers = [environment.code_generator_class.__module__, *sorted(environment.extensions)]
    if (
        any(passed != "context" for _, passed in others)
        or not all(name.startswith("jinja2.") for name in compilers)
        or environment.finalize
        or callable(environment.autoescape)
    ):
        return None
    options = [getattr(environment, name, None) for name in OPTIONS]
    return repr((options, others, compilers, environment.policies.get("ext.i18n.trimmed")))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
