"""The report: the figures as Markdown, table by table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bench.searches.figures import Figures
from bench.searches.goals import Goal, show

_NAMES = {"ours": "this site", "pagefind": "Pagefind", "material": "Material's own search"}
_FACETS = {"ours": "yes", "pagefind": "yes, once pages are marked for it", "material": "no"}
_MET = {True: "met", False: "**missed**", None: "not measured"}


def report(info: Figures, sizes: dict[int, Figures], goals: Sequence[Goal]) -> str:
    """Everything between the markers."""
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
    yield from _compared("kB, with the number of requests", sizes, "bytes", "kB")
    yield from _compared("Milliseconds, loopback", sizes, "ms", "ms")
    yield from _compared("Milliseconds, slow line", sizes, "slow_ms", "ms")
    yield from _compared("Milliseconds from opening the page, slow line", sizes, "opened_ms", "ms")
    yield from ("## What is forgiven and what can be narrowed", "")
    yield from _table(["search", "misspelt words found", "filters"], _abilities(sizes))
    yield from ("## A resource page as first view", "")
    yield from _views(sizes)
    yield from ("## Typing and narrowing", "")
    yield from _table(["figure", *_heads(sizes)], _own(sizes))
    yield from ("## The goals", "")
    rows = [[goal.text, goal.limit, goal.measured, _MET[goal.met]] for goal in goals]
    yield from _table(["goal", "limit", "measured", "verdict"], rows)


def _compared(what: str, sizes: dict[int, Figures], key: str, unit: str) -> Iterator[str]:
    """A figure of every engine, then ours against each of the others."""

    def value(size: int, engine: str) -> float | None:
        found = sizes[size][engine]
        return None if isinstance(found, str) else found["search"][key]

    def cell(size: int, engine: str) -> str:
        found = sizes[size][engine]
        if isinstance(found, str):
            return found
        text = show(found["search"][key], unit).removesuffix(f" {unit}")
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
    yield from _table([what, *_heads(sizes)], rows)


def _abilities(sizes: dict[int, Figures]) -> Iterator[list[str]]:
    for engine, name in _NAMES.items():
        measured = [f[engine]["search"] for f in sizes.values() if not isinstance(f[engine], str)]
        found = sum(search["found"].get("misspelt", 0) for search in measured)
        asked = sum(search["asked"].get("misspelt", 0) for search in measured)
        verdict = "yes" if asked and found >= asked / 2 else "no"
        text = f"{verdict}: {found} of {asked}" if asked else "not measured"
        yield [name, text, _FACETS[engine]]


def _views(sizes: dict[int, Figures]) -> Iterator[str]:
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
    yield from _table(["kB, with the number of requests", *_heads(sizes)], rows)


def _own(sizes: dict[int, Figures]) -> Iterator[list[str]]:
    rows: dict[str, Callable[[Figures], str]] = {
        "a key in the search, median / worst, ms": lambda f: _key(f["typing"]),
        "a key in the list, median / worst, ms": lambda f: _key(f["browse"]["typing"]),
        "tasks over 50 ms while typing": lambda f: str(
            f["typing"]["long_tasks"] + f["browse"]["typing"]["long_tasks"]
        ),
        "list with filters, kB (requests)": lambda f: (
            f"{_kb(f['browse']['bytes'])} ({f['browse']['requests']:.0f})"
        ),
        "filters usable after, loopback / slow line, ms": lambda f: (
            f"{show(f['browse']['ms'])} / {show(f['browse']['slow_ms'])}"
        ),
        "a filter, median / worst, ms": lambda f: (
            f"{show(f['browse']['press_ms'])} / {show(f['browse']['worst_press_ms'])}"
        ),
        "requests of all filters pressed": lambda f: str(f["browse"]["press_requests"]),
        "cards / elements of the page, at most": lambda f: (
            f"{f['browse']['most_cards']} / {f['browse']['nodes']:,}"
        ),
        "index built in Python, s": lambda f: show(f["index"]["seconds"], "s").removesuffix(" s"),
        "whole site built, s": lambda f: show(f["build_seconds"]),
    }
    for name, cell in rows.items():
        yield [name, *(cell(figures["ours"]) for figures in sizes.values())]

    def built(figures: Figures) -> str:
        found = figures["material"]
        return found if isinstance(found, str) else show(found["build_seconds"])

    yield ["the same pages in plain Material, s", *map(built, sizes.values())]


def _kb(value: float | None) -> str:
    return show(value, "kB").removesuffix(" kB")


def _key(typing: Figures) -> str:
    return f"{show(typing['median_ms'])} / {show(typing['worst_ms'])}"


def _heads(sizes: dict[int, Figures]) -> list[str]:
    return [f"{size:,}" for size in sizes]


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]] | Iterator[list[str]]
) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
