"""LinkChecker as the user who starts it.

Started as root it becomes ``nobody``, who may not write its table, nor read a
Python in root's home: a codec it has not loaded by then is missing, and links
are skipped without a word. It only reads pages of our own here, so there is
nothing to drop rights for.
"""

from __future__ import annotations

from linkcheck.command import linkchecker

if not callable(linkchecker.drop_privileges):
    raise SystemExit("LinkChecker drops its rights in another way now: look at this script again.")
linkchecker.drop_privileges = lambda: None
linkchecker.linkchecker()
