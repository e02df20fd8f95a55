"""The files for programs as MkDocs sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from resource_catalog.exports import ExportFile


def write(exports: Iterable[ExportFile], site: Path) -> Iterator[str]:
    """Write files into the folder of the site; gives the path of each."""
    for export in exports:
        path = site / export.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(export.raw)
        yield export.path


def written(paths: Iterable[str], config: MkDocsConfig) -> Iterator[File]:
    """A file for each that is in the folder of the site already.

    MkDocs copies none of them: it lets those who generate files write them where they belong.
    """
    for path in paths:
        in_site = str(Path(config.site_dir, path))
        yield File.generated(config, path, abs_src_path=in_site, inclusion=InclusionLevel.INCLUDED)


def in_memory(exports: Iterable[ExportFile], config: MkDocsConfig) -> Iterator[File]:
    """A file for each, which MkDocs will write."""
    for export in exports:
        yield File.generated(
            config, export.path, content=export.content, inclusion=InclusionLevel.INCLUDED
        )


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
