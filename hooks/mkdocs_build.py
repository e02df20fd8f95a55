"""What one build of the site knows, handed from event to event."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from resource_catalog.exports import ExportFile
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.site.search.search_documents import Prose
from resource_catalog.site.site import Site


@dataclass
class Build:
    """What one build knows.

    ``looks`` are the style sheets and scripts, by the names that templates have for them, and
    ``exports`` the paths of all files for programs. ``heard_by_others`` are the events that hooks
    beside ours listen to. ``written`` writes the files for programs, or waits until they are
    written, and gives their paths; it is called after ``folder_is_empty``. ``rendered_ahead`` gives
    what :meth:`CatalogPage.rendered` would, for an address whose page has been rendered already.
    ``own_pages`` are the sources of the catalog's own hand-written pages, ``untranslated`` those of
    hand-written pages in another language than the site, ``translated`` those of ours that stand
    in the place of another one.
    ``languages`` are the settings of the other languages, while the site is served; ``settings``
    are as they were before the build.
    Fields without a value at first are set by the event in which they become known.
    """

    site: Site
    renderer: Renderer
    looks: Mapping[str, ExportFile]
    heard_by_others: Collection[str]
    exports: list[str] = field(default_factory=list)
    own_pages: set[str] = field(default_factory=set)
    untranslated: set[str] = field(default_factory=set)
    translated: set[str] = field(default_factory=set)
    languages: dict[str, MkDocsConfig] = field(default_factory=dict)
    folder_is_empty: Callable[[], None] = lambda: None
    rendered_ahead: Callable[[str], tuple[str, ...] | None] = lambda _url: None
    written: Callable[[], Iterable[str]] = field(init=False)
    settings: MkDocsConfig = field(init=False)
    nav: Navigation = field(init=False)
    menu: Sequence[tuple[str | None, StructureItem]] = field(init=False)
    prose: Sequence[Prose] = field(init=False)
    index_folder: str = field(init=False)
    files: Files = field(init=False)
    env: Environment = field(init=False)

    @staticmethod
    def of(config: MkDocsConfig) -> Build:
        """The build that is under way."""
        build: Build = config.extra["catalog_build"]
        return build

    def keep(self, config: MkDocsConfig) -> None:
        """Hand this over to the events to come; :meth:`of` gives it back."""
        config.extra["catalog_build"] = self

    @property
    def has_other_hooks(self) -> bool:
        """Whether there are other hooks, which may look at anything and change it."""
        return bool(self.heard_by_others)

    @property
    def assets(self) -> Mapping[str, str]:
        """The paths of style sheets and scripts, by the names that templates have for them."""
        return {use: file.path for use, file in self.looks.items()}
