"""The checker: many targets in, one finding for each out, all hosts side by side."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from resource_catalog.links import guard, judge, providers, soft404, words
from resource_catalog.links.fetch import Fetcher
from resource_catalog.links.forward import ProxyErrorDetector
from resource_catalog.links.oembed import ProviderResult
from resource_catalog.links.pages_read import Page, read_page
from resource_catalog.links.reading import FRAGMENT_LIMIT, PAGE_LIMIT
from resource_catalog.links.spelling import InvalidUrlError, ParsedUrl, join_url, parse_url
from resource_catalog.links.targets import Finding, Settings, Target
from resource_catalog.links.visit import Redirect, Visit

MAX_JUMPS = 4
"""How many pages that send their reader on are followed."""

REMEMBERED = 500
"""How many made-up neighbours are remembered."""


HONEST = 8
"""After so many honest 404s, made-up neighbours are asked only for what has a known title."""


async def check(
    targets: Sequence[Target],
    settings: Settings,
    on_done: Callable[[Finding], None] | None = None,
) -> list[Finding]:
    """Look at every target; the findings are in the order of the targets.

    Targets with the same address, however it is spelled, are asked about once.
    ``on_done`` hears of each finding as soon as it is known.
    """
    findings: list[Finding | None] = [None] * len(targets)

    def done(index: int, finding: Finding) -> None:
        findings[index] = finding
        if on_done is not None:
            on_done(finding)

    queues: dict[str, deque[_Question]] = {}
    questions: dict[str, _Question] = {}
    for index, target in enumerate(targets):
        try:
            url = parse_url(target.url)
            why = guard.unsafe_reason(url, settings.allow_private)
        except InvalidUrlError as error:
            why = str(error)
        if why:
            done(index, Finding(target.url, "unsafe", why))
            continue
        check = questions.get(url.dedup_key)
        if check is None:
            check = questions[url.dedup_key] = _Question(url, [])
            queues.setdefault(url.host, deque()).append(check)
        check.asked_for.append((index, url))
    questions.clear()

    lanes = _lanes(queues, settings.per_host_parallel)
    async with Fetcher(settings) as fetcher:
        watcher = _Watcher(fetcher)

        async def run() -> None:
            while lanes:
                queue = lanes.popleft()
                while queue:
                    check = queue.popleft()
                    wanted = [(i, targets[i], url) for i, url in check.asked_for]
                    for index, finding in await watcher.look(check.url, wanted):
                        done(index, finding)

        async with asyncio.TaskGroup() as group:
            for _ in range(min(settings.parallel, len(lanes))):
                group.create_task(run())
    return [finding for finding in findings if finding is not None]


@dataclass(slots=True)
class _Question:
    """One address to ask, and the places in the list that it answers for."""

    url: ParsedUrl
    asked_for: list[tuple[int, ParsedUrl]]


def _lanes(queues: dict[str, deque[_Question]], parallel: int) -> deque[deque[_Question]]:
    """The queues of all hosts, longest first, then again for those worth a second worker."""
    longest_first = sorted(queues.values(), key=len, reverse=True)
    return deque(queue for turn in range(parallel) for queue in longest_first if len(queue) > turn)


class _Watcher:
    """Looks at one address at a time, and remembers what made-up neighbours showed."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._proxy_errors = ProxyErrorDetector(fetcher)
        self._honest: Counter[str] = Counter()
        self._neighbours: OrderedDict[str, asyncio.Future[tuple[Visit, Page] | None]] = (
            OrderedDict()
        )

    async def look(
        self, asked: ParsedUrl, wanted: list[tuple[int, Target, ParsedUrl]]
    ) -> list[tuple[int, Finding]]:
        """Ask one address, and answer for everyone who wants to know."""
        found = providers.find_provider(asked)
        if found is not None:
            provider, resource_url = found
            result = await provider.check(asked, resource_url, self._fetcher.fetch)
            return [(index, _from_provider(target, result)) for index, target, _ in wanted]
        deep = any(url.fragment for _, _, url in wanted)
        sight = await self._sight(asked, FRAGMENT_LIMIT if deep else PAGE_LIMIT)
        findings = []
        for index, target, url in wanted:
            finding = judge.finding(target, url, sight)
            if judge.wants_neighbours(finding, target, url, sight):
                if not sight.probed and (target.title or self._may_be_dishonest(sight)):
                    sight.probed = True
                    sight.neighbour_same = await self._neighbour_same(asked, sight)
                if sight.neighbour_same:
                    finding = judge.finding(target, url, sight)
            findings.append((index, finding))
        return findings

    def _may_be_dishonest(self, sight: judge.Sight) -> bool:
        """Whether a host has not yet said often enough that a made-up address is not there."""
        return bool(sight.visit.redirects) or self._honest[sight.visit.url.host] < HONEST

    async def _sight(self, asked: ParsedUrl, limit: int) -> judge.Sight:
        visit = await self._fetcher.fetch(asked, limit)
        if await self._proxy_errors.is_unknown_host(visit):
            visit.error, visit.error_detail, visit.status = "no-host", "no such host exists", None
        page = _page(visit)
        for _ in range(MAX_JUMPS):
            if page is None or not page.jump or not visit.ok:
                break
            try:
                target = join_url(visit.url, page.jump)
            except InvalidUrlError:
                break
            if (
                target.dedup_key == visit.url.dedup_key
                and visit.redirects
                and visit.redirects[-1].status == 0
            ):
                break
            visit.redirects.append(Redirect(0, target))
            visit.url = target
            await self._fetcher.follow_redirects(visit, limit)
            page = _page(visit)
        return judge.Sight(visit, page)

    async def _neighbour_same(self, asked: ParsedUrl, sight: judge.Sight) -> bool:
        """Whether made-up addresses beside this one show the same page.

        Where only the last part makes no difference, the page may still be the
        one that the part before it stands for: by its number, or by its name.
        """
        visit, page = sight.visit, sight.page
        made_up = soft404.neighbours(asked)
        if page is None or not made_up or not await self._same(asked, visit, page, made_up[0]):
            return False
        if len(made_up) == 1 or await self._same(asked, visit, page, made_up[1]):
            return True
        before = asked.segments[-2]
        parent = replace(asked, path=asked.path.rstrip("/").rpartition("/")[0])
        return not (any(c.isdigit() for c in before) or soft404.named_by(parent, page))

    async def _same(self, asked: ParsedUrl, visit: Visit, page: Page, other: ParsedUrl) -> bool:
        seen = await self._neighbour(other)
        if seen is None:
            return False
        other_visit, other_page = seen
        if not visit.redirects and other_visit.url.dedup_key == asked.dedup_key:
            return False  # it was led to the real page
        if page.canonical and page.canonical == other_page.canonical:
            try:
                if join_url(asked, page.canonical).dedup_key == asked.dedup_key:
                    return False  # the page itself says which address is its own
            except InvalidUrlError:
                pass
        if visit.redirects and other_visit.url.dedup_key == visit.url.dedup_key:
            return True
        return soft404.same_page(page, asked, other_page, other)

    async def _neighbour(self, url: ParsedUrl) -> tuple[Visit, Page] | None:
        known = self._neighbours.get(url.dedup_key)
        if known is not None:
            return await known
        future: asyncio.Future[tuple[Visit, Page] | None] = (
            asyncio.get_running_loop().create_future()
        )
        self._neighbours[url.dedup_key] = future
        if len(self._neighbours) > REMEMBERED:
            self._neighbours.popitem(last=False)
        seen = None
        try:
            visit = await self._fetcher.fetch_once(url)
            page = _page(visit)
            self._honest[url.host] += visit.status in {404, 410}
            if page is not None and visit.ok:
                visit.body, visit.cookie_jar, visit.headers = b"", None, {}
                seen = visit, replace(page, markup="", anchors=frozenset())
        finally:
            if not future.done():  # a run that is stopped has cancelled it
                future.set_result(seen)
        return seen


def _page(visit: Visit) -> Page | None:
    sent_on = "Refresh" in visit.headers
    if visit.error is not None or not visit.is_html or not (visit.body or sent_on):
        return None
    return read_page(visit)


def _from_provider(target: Target, result: ProviderResult) -> Finding:
    verdict, reason = result.verdict, result.reason
    if verdict == "ok" and target.known_title and result.title:
        same = words.same_title(target.known_title, result.title)
        promised = target.title and words.same_title(target.title, result.title)
        if not same and not promised:
            verdict = "drift"
            reason = f"is headed “{result.title[:80]}” now, not “{target.known_title[:80]}”"
    return Finding(
        url=target.url,
        verdict=verdict,
        reason=reason,
        status=result.visit.status if result.visit else None,
        content_type=result.visit.content_type if result.visit and result.visit.ok else "",
        title=result.title[:200],
    )
