"""Keep a served site up to date: a saved entry changes the pages it touches and no others.

MkDocs builds everything anew at each change. Most changes are to the text of an entry that exists
already, or to its translation; then a page that shows it is rendered again from what the last whole
build left, as soon as somebody asks for it, and so are the files for programs. Everything else (an
entry that is added, deleted, renamed or broken, a term, a setting, a template, a hand-written page)
takes a whole build. Nothing counts as unchanged because of its date: files are compared by their
bytes, pages by what they are made from.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable

from resource_catalog.performance.served_language import Part, ServedLanguage
from resource_catalog.performance.site_changes import same_but_for_texts
from resource_catalog.site.site import Site


class Preview:
    """Keeps a served site up to date.

    It is on while there is a site being served. Its methods may be called from
    several threads.
    """

    def __init__(self) -> None:
        self.is_on = False
        self.changes = 0
        self._others = b""
        self._shown_others = b""
        self._shown: dict[str, ServedLanguage] = {}
        self._whole_build: Callable[[], None] = _nothing
        self._lock = threading.RLock()

    def begin(self, others: bytes) -> None:
        """Note the fingerprint of all files but entries, before a whole build reads them."""
        self._others = others

    def built(self, source: Site, parts: Iterable[Part]) -> None:
        """Note a whole build; the first part is in the language of the ``source``."""
        with self._lock:
            self._shown, self._shown_others = {}, self._others
            for part in parts:
                self._shown[part.root] = ServedLanguage.of(part, source)
            # What stays while the site is served need not be looked through at each change.
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self.changes += 1

    def update(self, others: bytes, whole_build: Callable[[], None]) -> None:
        """Bring the site up to date, by a whole build where less may not be enough.

        Pages that changed are rendered when they are asked for.
        """
        with self._lock:
            self._whole_build = whole_build
            if not self._shown or others != self._shown_others or not self._renew():
                whole_build()

    def complete(self, asked: str) -> int:
        """Write what an address below the root may ask for, if it is older than the site.

        Gives the number of the change that the answer belongs to.
        """
        with self._lock:
            root = next((root for root in self._shown if root and asked.startswith(root)), "")
            shown, asked = self._shown.get(root), asked.removeprefix(root)
            if shown is None or asked.startswith(("assets/", "livereload/")):
                return self.changes
            with shown.builder.in_its_language():
                is_done = shown.complete(asked)
            if not is_done:
                self._shown = {}
                self._whole_build()
            return self.changes

    def _renew(self) -> bool:
        """Take the site as its files are now; False when a whole build must make it."""
        first = next(iter(self._shown.values()))
        builder, old = first.builder, first.site
        edited = builder.edited_site(old)
        source = edited or builder.open_site()
        if source is None or not (edited or same_but_for_texts(source, old)):
            return False
        for shown in self._shown.values():
            with shown.builder.in_its_language():
                if not shown.renew(source):
                    return False
                if not (edited or shown.compare()):
                    self._shown = {}
                    return False
        self.changes += 1
        return True


def _nothing() -> None:
    """No whole build is known yet."""
