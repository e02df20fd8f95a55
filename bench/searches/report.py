"""Format the search figures as Markdown tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bench.searches.figures import Figures
from bench.searches.goals import Goal
from bench.searches.goals import format_figure as _format

_NAMES = {"ours": "this site", "pagefind": "Pagefind", "material": "Material's own search"}
_FACETS = {"ours": "yes", "pagefind": "yes, once pages are marked for it", "material": "no"}
_MET = {True: "met", False: "**missed**", None: "not measured"}


def report(info: Figures, sizes: dict[int, Figures], goals: Sequence[Goal]) -> str:
    """The Markdown that goes between the markers of the documentation page."""
    return "\n".join(_lines(info, sizes, goals)) + "\n"


def _lines(info: Figures, sizes: dict[int, Figures], goals: Sequence[Goal]) -> Iterator[str]:
    yield from (
        f"Measured on {info['date']} with {info['cores']} cores, {info['chromium']}, "
        f"Python {info['python']}, {', '.join(info['peers'])}; "
        f"medians of {info['runs']} runs for each kind of query."
        + (f" Load of the machine before: {info['load']:.1f}." if info["load"] else ""),
        "",
    )
    yield from ("## To the first result", "")
    yield from _comparison_table("kB, with the number of requests", sizes, "bytes", "kB")
    yield from _comparison_table("Milliseconds, loopback", sizes, "ms", "ms")
    yield from _comparison_table("Milliseconds, slow line", sizes, "slow_ms", "ms")
    yield from _comparison_table(
        "Milliseconds from opening the page, slow line", sizes, "opened_ms", "ms"
    )
    yield from ("## What is forgiven and what can be narrowed", "")
    yield from _table(["search", "misspelt words found", "filters"], _feature_rows(sizes))
    yield from ("## A resource page as first view", "")
    yield from _page_view_table(sizes)
    yield from ("## Typing and narrowing", "")
    yield from _table(["figure", *_size_cells(sizes)], _own_rows(sizes))
    yield from ("## The goals", "")
    rows = [[goal.text, goal.limit, goal.measured, _MET[goal.met]] for goal in goals]
    yield from _table(["goal", "limit", "measured", "verdict"], rows)


def _comparison_table(what: str, sizes: dict[int, Figures], key: str, unit: str) -> Iterator[str]:
    """A table with one figure of every engine, then our ratio to each of the others."""

    def value(size: int, engine: str) -> float | None:
        found = sizes[size][engine]
        return None if isinstance(found, str) else found["search"][key]

    def cell(size: int, engine: str) -> str:
        found = sizes[size][engine]
        if isinstance(found, str):
            return found
        text = _format(found["search"][key], unit).removesuffix(f" {unit}")
        requests = found["search"]["requests"]
        return f"{text} ({requests:.0f})" if unit == "kB" and requests else text

    def ratio(size: int, engine: str) -> str:
        own, other = value(size, "ours"), value(size, engine)
        return f"{own / other:.2f} ×" if own and other else "–"

    rows = [[name, *(cell(size, engine) for size in sizes)] for engine, name in _NAMES.items()]
    if unit == "kB":
        heaviest = [_kb(f["ours"]["search"]["most_bytes"]) for f in sizes.values()]
        rows.insert(1, [f"{_NAMES['ours']}, the heaviest query", *heaviest])
    for engine in ("pagefind", "material"):
        name = f"{_NAMES['ours']} against {_NAMES[engine]}"
        rows.append([name, *(ratio(size, engine) for size in sizes)])
    yield from _table([what, *_size_cells(sizes)], rows)


def _feature_rows(sizes: dict[int, Figures]) -> Iterator[list[str]]:
    for engine, name in _NAMES.items():
        measured = [f[engine]["search"] for f in sizes.values() if not isinstance(f[engine], str)]
        found = sum(search["found"].get("misspelt", 0) for search in measured)
        asked = sum(search["asked"].get("misspelt", 0) for search in measured)
        verdict = "yes" if asked and found >= asked / 2 else "no"
        text = f"{verdict}: {found} of {asked}" if asked else "not measured"
        yield [name, text, _FACETS[engine]]


def _page_view_table(sizes: dict[int, Figures]) -> Iterator[str]:
    rows = []
    for engine in ("ours", "material"):
        cells = []
        for figures in sizes.values():
            found = figures[engine]
            if isinstance(found, str):
                cells.append(found)
                continue
            view = found["view"]
            size, of_index = _kb(view["bytes"]), _kb(view["index_bytes"])
            cells.append(f"{size} ({view['requests']}), index {of_index}")
        rows.append([_NAMES[engine], *cells])
    yield from _table(["kB, with the number of requests", *_size_cells(sizes)], rows)


def _own_rows(sizes: dict[int, Figures]) -> Iterator[list[str]]:
    rows: dict[str, Callable[[Figures], str]] = {
        "a key in the search, median / worst, ms": lambda f: _typing_cell(f["typing"]),
        "a key in the list, median / worst, ms": lambda f: _typing_cell(f["browse"]["typing"]),
        "tasks over 50 ms while typing": lambda f: str(
            f["typing"]["long_tasks"] + f["browse"]["typing"]["long_tasks"]
        ),
        "list with filters, kB (requests)": lambda f: (
            f"{_kb(f['browse']['bytes'])} ({f['browse']['requests']:.0f})"
        ),
        "filters usable after, loopback / slow line, ms": lambda f: (
            f"{_format(f['browse']['ms'])} / {_format(f['browse']['slow_ms'])}"
        ),
        "a filter, median / worst, ms": lambda f: (
            f"{_format(f['browse']['press_ms'])} / {_format(f['browse']['worst_press_ms'])}"
        ),
        "requests of all filters pressed": lambda f: str(f["browse"]["press_requests"]),
        "cards / elements of the page, at most": lambda f: (
            f"{f['browse']['most_cards']} / {f['browse']['nodes']:,}"
        ),
        "index built in Python, s": lambda f: _format(f["index"]["seconds"], "s").removesuffix(
            " s"
        ),
        "whole site built, s": lambda f: _format(f["build_seconds"]),
    }
    for name, cell in rows.items():
        yield [name, *(cell(figures["ours"]) for figures in sizes.values())]

    def built(figures: Figures) -> str:
        found = figures["material"]
        return found if isinstance(found, str) else _format(found["build_seconds"])

    yield ["the same pages in plain Material, s", *map(built, sizes.values())]


def _kb(value: float | None) -> str:
    return _format(value, "kB").removesuffix(" kB")


def _typing_cell(typing: Figures) -> str:
    return f"{_format(typing['median_ms'])} / {_format(typing['worst_ms'])}"


def _size_cells(sizes: dict[int, Figures]) -> list[str]:
    return [f"{size:,}" for size in sizes]


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]] | Iterator[list[str]]
) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
