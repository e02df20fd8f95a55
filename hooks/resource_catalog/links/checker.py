"""Check many links concurrently: one finding for each target."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from resource_catalog.links.ask import ssrf_guard
from resource_catalog.links.ask.fetch import Fetcher
from resource_catalog.links.ask.providers.oembed import ProviderResult
from resource_catalog.links.ask.providers.provider_registry import find_provider
from resource_catalog.links.ask.proxies.proxy_errors import ProxyErrorDetector
from resource_catalog.links.ask.settings import FRAGMENT_LIMIT, PAGE_LIMIT, Settings
from resource_catalog.links.ask.visit import Redirect, Visit
from resource_catalog.links.finding import Finding
from resource_catalog.links.judge import judge
from resource_catalog.links.judge.evidence import Evidence
from resource_catalog.links.judge.page.expected_title import heading_matches_url
from resource_catalog.links.judge.page.html_facts import HtmlFacts, extract_facts
from resource_catalog.links.judge.probes import needs_probe, probe_urls, same_page
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import (
    InvalidUrlError,
    ParsedUrl,
    join_url,
    parse_url,
)
from resource_catalog.model import title_matching

MAX_PAGE_REDIRECTS = 4
"""How many redirects made by pages themselves (meta refresh, script) are followed."""

PROBE_CACHE_SIZE = 500
"""How many responses of probe URLs are cached."""

TRUSTED_AFTER_404S = 8
"""After so many real 404s of a host, only links with a known title are probed for soft 404s."""


async def check(
    targets: Sequence[Target],
    settings: Settings,
    on_done: Callable[[Finding], None] | None = None,
) -> list[Finding]:
    """Check every target; return the findings in the order of the targets.

    URLs that are equal after normalization are requested once. ``on_done`` is called with each
    finding as soon as it is known.
    """
    findings: list[Finding | None] = [None] * len(targets)

    def done(index: int, finding: Finding) -> None:
        findings[index] = finding
        if on_done is not None:
            on_done(finding)

    queues: dict[str, deque[_Request]] = {}
    requests: dict[str, _Request] = {}
    for index, target in enumerate(targets):
        try:
            url = parse_url(target.url)
            reason = ssrf_guard.unsafe_reason(url, settings.allow_private)
        except InvalidUrlError as error:
            reason = str(error)
        if reason:
            done(index, Finding(target.url, "unsafe", reason))
            continue
        request = requests.get(url.dedup_key)
        if request is None:
            request = requests[url.dedup_key] = _Request(url, [])
            queues.setdefault(url.host, deque()).append(request)
        request.targets.append((index, url))
    requests.clear()

    worker_queues = _worker_queues(queues, settings.per_host_parallel)
    async with Fetcher(settings) as fetcher:
        url_checker = _UrlChecker(fetcher)

        async def worker() -> None:
            while worker_queues:
                queue = worker_queues.popleft()
                while queue:
                    request = queue.popleft()
                    same_url = [(i, targets[i], url) for i, url in request.targets]
                    for index, finding in await url_checker.check(request.url, same_url):
                        done(index, finding)

        async with asyncio.TaskGroup() as group:
            for _ in range(min(settings.parallel, len(worker_queues))):
                group.create_task(worker())
    return [finding for finding in findings if finding is not None]


@dataclass(slots=True)
class _Request:
    """One URL to request, and the index and URL of each target with it."""

    url: ParsedUrl
    targets: list[tuple[int, ParsedUrl]]


def _worker_queues(queues: dict[str, deque[_Request]], parallel: int) -> deque[deque[_Request]]:
    """The queues of all hosts, longest first, repeated for those worth another worker."""
    longest_first = sorted(queues.values(), key=len, reverse=True)
    return deque(queue for turn in range(parallel) for queue in longest_first if len(queue) > turn)


class _UrlChecker:
    """Check single URLs, caching the responses of probe URLs."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._proxy_errors = ProxyErrorDetector(fetcher)
        self._real_404s: Counter[str] = Counter()
        self._probes: OrderedDict[str, asyncio.Future[tuple[Visit, HtmlFacts] | None]] = (
            OrderedDict()
        )

    async def check(
        self, requested: ParsedUrl, targets: list[tuple[int, Target, ParsedUrl]]
    ) -> list[tuple[int, Finding]]:
        """Request one URL, and return the index and finding of each target with it."""
        provider_match = find_provider(requested)
        if provider_match is not None:
            provider, resource_url = provider_match
            result = await provider.check(requested, resource_url, self._fetcher.fetch)
            if result is not None:
                return [(index, _provider_finding(target, result)) for index, target, _ in targets]
        has_fragment = any(url.fragment for _, _, url in targets)
        evidence = await self._gather_evidence(
            requested, FRAGMENT_LIMIT if has_fragment else PAGE_LIMIT
        )
        findings = []
        for index, target, url in targets:
            finding = judge.make_finding(target, url, evidence)
            if needs_probe(finding, target, url, evidence):
                if not evidence.probed and (target.title or self._may_serve_soft_404s(evidence)):
                    evidence.probed = True
                    evidence.probe_matches = await self._probes_match(requested, evidence)
                if evidence.probe_matches:
                    finding = judge.make_finding(target, url, evidence)
            findings.append((index, finding))
        return findings

    def _may_serve_soft_404s(self, evidence: Evidence) -> bool:
        """Whether a host has not yet returned enough real 404s for probe URLs."""
        return (
            bool(evidence.visit.redirects)
            or self._real_404s[evidence.visit.url.host] < TRUSTED_AFTER_404S
        )

    async def _gather_evidence(self, requested: ParsedUrl, limit: int) -> Evidence:
        visit = await self._fetcher.fetch(requested, limit)
        if await self._proxy_errors.is_unknown_host(visit):
            visit.error, visit.error_detail, visit.status = "no-host", "no such host exists", None
        page = _parse_page(visit)
        for _ in range(MAX_PAGE_REDIRECTS):
            if page is None or not page.redirect_url or not visit.ok:
                break
            try:
                target = join_url(visit.url, page.redirect_url)
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
            page = _parse_page(visit)
        return Evidence(visit, page)

    async def _probes_match(self, requested: ParsedUrl, evidence: Evidence) -> bool:
        """Whether probe URLs return the same page.

        Where only the last path segment makes no difference, the page may still be that of the
        segment before it: if that has a number, or the page has its name.
        """
        visit, page = evidence.visit, evidence.page
        probes = probe_urls(requested)
        if (
            page is None
            or not probes
            or not await self._probe_matches(requested, visit, page, probes[0])
        ):
            return False
        if len(probes) == 1 or await self._probe_matches(requested, visit, page, probes[1]):
            return True
        parent_name = requested.segments[-2]
        parent = replace(requested, path=requested.path.rstrip("/").rpartition("/")[0])
        return not (any(c.isdigit() for c in parent_name) or heading_matches_url(parent, page))

    async def _probe_matches(
        self, requested: ParsedUrl, visit: Visit, page: HtmlFacts, probe: ParsedUrl
    ) -> bool:
        fetched = await self._fetch_probe(probe)
        if fetched is None:
            return False
        probe_visit, probe_page = fetched
        if not visit.redirects and probe_visit.url.dedup_key == requested.dedup_key:
            return False  # the probe was redirected to the real page
        if page.canonical and page.canonical == probe_page.canonical:
            try:
                if join_url(requested, page.canonical).dedup_key == requested.dedup_key:
                    return False  # the page declares its canonical URL
            except InvalidUrlError:
                pass
        if visit.redirects and probe_visit.url.dedup_key == visit.url.dedup_key:
            return True
        return same_page(page, requested, probe_page, probe)

    async def _fetch_probe(self, url: ParsedUrl) -> tuple[Visit, HtmlFacts] | None:
        cached = self._probes.get(url.dedup_key)
        if cached is not None:
            return await cached
        future: asyncio.Future[tuple[Visit, HtmlFacts] | None] = (
            asyncio.get_running_loop().create_future()
        )
        self._probes[url.dedup_key] = future
        if len(self._probes) > PROBE_CACHE_SIZE:
            self._probes.popitem(last=False)
        fetched = None
        try:
            visit = await self._fetcher.fetch_once(url)
            page = _parse_page(visit)
            self._real_404s[url.host] += visit.status in {404, 410}
            if page is not None and visit.ok:
                visit.body, visit.cookie_jar, visit.headers = b"", None, {}
                fetched = visit, replace(page, markup="", anchors=frozenset())
        finally:
            if not future.done():  # cancelled if the run is stopped
                future.set_result(fetched)
        return fetched


def _parse_page(visit: Visit) -> HtmlFacts | None:
    has_refresh = "Refresh" in visit.headers
    if visit.error is not None or not visit.is_html or not (visit.body or has_refresh):
        return None
    return extract_facts(visit)


def _provider_finding(target: Target, result: ProviderResult) -> Finding:
    verdict, reason = result.verdict, result.reason
    if verdict == "ok" and target.known_title and result.title:
        is_known = title_matching.same_title(target.known_title, result.title)
        is_expected = target.title and title_matching.same_title(target.title, result.title)
        if not is_known and not is_expected:
            verdict = "drift"
            reason = f"is headed “{result.title[:80]}” now, not “{target.known_title[:80]}”"
    return Finding(
        url=target.url,
        verdict=verdict,
        reason=reason,
        status=result.visit.status if result.visit else None,
        content_type=result.visit.content_type if result.visit and result.visit.ok else "",
        title=result.title[:200],
        postponed=result.visit is not None and result.visit.error == "postponed",
    )
