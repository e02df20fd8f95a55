"""The files for programs as MkDocs sees them, made in a second process where that is sooner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from resource_catalog.exports import ExportFile
from resource_catalog.second_process import SecondProcess
from resource_catalog.spool import Place, Spool


class SpooledFile(File):
    """A file whose content lies in a spool until it is written.

    It is for builds in which no other hook could want to put a content into it.
    """

    def __init__(self, path: str, spool: Spool, place: Place, config: MkDocsConfig) -> None:
        super().__init__(path, None, config.site_dir, config.use_directory_urls)
        self.generated_by = "catalog"
        self._spool = spool
        self._place = place

    @property  # type: ignore[misc]
    def content_bytes(self) -> bytes:
        """The content."""
        return self._spool.read(self._place)

    @property  # type: ignore[misc]
    def content_string(self) -> str:
        """The content of a file of text."""
        return self.content_bytes.decode()

    def is_modified(self) -> bool:
        """It is always made anew."""
        return True

    def copy_file(self, dirty: bool = False) -> None:
        """Write it into the site."""
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.content_bytes)


class Exporting:
    """The making of exports, which begins at once if another process can do it.

    Their contents are out of memory as soon as they are made, unless other
    hooks might want to change one.
    """

    def __init__(
        self, exports: Callable[[], Iterable[ExportFile]], beside: bool, others_listen: bool
    ) -> None:
        self._exports = exports
        self._others_listen = others_listen
        self._second = SecondProcess.start(self._named) if beside else None

    def files(self, config: MkDocsConfig) -> Iterator[File]:
        """A file for each; waits until all are made."""
        if self._others_listen:
            yield from in_memory(self._exports(), config)
            return
        found = self._second.all() if self._second else None
        if found is None:
            spool = Spool()
            found = spool, {name: spool.add(content) for name, content in self._named()}
        for path, place in found[1].items():
            yield SpooledFile(path, found[0], place, config)

    def _named(self) -> Iterator[tuple[str, bytes]]:
        return ((export.path, export.raw) for export in self._exports())


def in_memory(exports: Iterable[ExportFile], config: MkDocsConfig) -> Iterator[File]:
    """A file for each of a few exports."""
    return (File.generated(config, export.path, content=export.content) for export in exports)


def add_exports(new: Iterable[File], files: Files, config: MkDocsConfig) -> None:
    """Add files; raises a ``PluginError`` where there is a page already."""
    pages = {file.dest_uri for file in files.documentation_pages()}
    paths = config.extra.setdefault("exports", [])
    for file in new:
        path = file.src_uri
        paths.append(path)
        if path in pages:  # only a redirect can be: every other export has a name of its own
            raise PluginError(
                f"redirects.yml says that {path.removesuffix('index.html')} has moved, "
                "but that is the address of a page. Take it out there."
            )
        files.append(file)
