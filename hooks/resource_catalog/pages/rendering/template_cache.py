"""Keep compiled templates between builds, in a private folder of the user who builds.

Jinja does the keeping: a template is compiled again when its text, name or path changes. What it
does not compare is in the name of the folder: versions, and the options of the environment. A kept
template is code that is run, so only a folder that nobody else can write to is used, and never one
in the checkout, where a pull request could put files. Without such a folder nothing is kept.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import stat
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

APPLICATION = "resource-catalog"
"""The name of our folder among those of other programs."""

_OPTIONS = """
    autoescape block_start_string block_end_string variable_start_string variable_end_string
    comment_start_string comment_end_string line_statement_prefix line_comment_prefix trim_blocks
    lstrip_blocks newline_sequence keep_trailing_newline optimized sandboxed is_async
    newstyle_gettext messages_key has_marked_texts
""".split()
"""The options of an environment that change how a template is compiled."""


class _Cache(FileSystemBytecodeCache):
    """Jinja's cache, but neither a full disk nor a damaged file fails a build."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja before it compiles a template."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # whatever unpickling half a file raises
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja after it has compiled a template."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def keep_compiled(environment: Environment, checkout: Iterable[Path]) -> None:
    """Let an environment keep its compiled templates, when there is a safe folder for them.

    To be called once its options are set. No folder within one of ``checkout`` is safe. Filters
    and tests other than Jinja's must take the context: Jinja may run any other while it compiles.
    """
    home = _user_folder()
    if home is None or any(home.is_relative_to(folder.resolve()) for folder in checkout):
        return
    folder = home / APPLICATION / "templates" / _name(environment)
    with suppress(OSError):
        if _make_private(folder):
            environment.bytecode_cache = _Cache(str(folder))


def _user_folder() -> Path | None:
    """Where programs keep what they can make again, by the custom of the platform."""
    try:
        if platform.system() == "Windows":
            folder = Path(os.environ.get("LOCALAPPDATA", ""))
        elif platform.system() == "Darwin":
            folder = Path.home() / "Library" / "Caches"
        else:
            folder = Path(os.environ.get("XDG_CACHE_HOME", ""))
            if not folder.is_absolute():  # such a one counts as none
                folder = Path.home() / ".cache"
        return folder.resolve() if folder.is_absolute() else None
    except RuntimeError:  # no home is known
        return None


def _make_private(folder: Path) -> bool:
    """Make a folder, unless it is there; whether what is in it can only be ours.

    Raises ``OSError`` when it cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    if platform.system() == "Windows":
        return True  # the system closes this place to other users
    found = folder.lstat()
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.getuid()
        and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
        and all(map(_is_safe_above, folder.parents))
    )


def _is_safe_above(folder: Path) -> bool:
    """Whether nobody else but root can replace what is in a folder."""
    found = folder.lstat()
    others = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid in (0, os.getuid())
        and (not others or bool(found.st_mode & stat.S_ISVTX))
    )


def _name(environment: Environment) -> str:
    """A name that differs where a template would be compiled to something else."""
    options = [getattr(environment, name, None) for name in _OPTIONS]
    trims = environment.policies.get("ext.i18n.trimmed")
    made_with = repr((options, sorted(environment.extensions), trims))
    digest = blake2b(made_with.encode(), digest_size=8).hexdigest()
    python = f"python-{importlib.util.MAGIC_NUMBER.hex()}"
    packages = [f"{name}-{version(name)}" for name in ("jinja2", "markupsafe")]
    return "_".join([python, *packages, digest])
