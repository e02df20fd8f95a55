"""Phrases of proxy error pages for DNS failures."""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import any_of

NO_SUCH_HOST = any_of(
    [
        r"err_dns",
        r"dns_(?:error|fail|timeout|name)",
        r"dns (?:error|fail|resolution|lookup|name)",
        r"nxdomain",
        r"no such (?:host|domain)",
        r"name or service not known",
        r"getaddrinfo",
        r"(?:could not|cannot|can't|unable to|failed to) (?:be )?(?:resolve|determine ip|find (?:the )?(?:host|server))",
        r"unknown host",
        r"host(?:name)? (?:was )?not found",
        r"(?:host|server|domain)(?:name)? (?:\S+ )?(?:does not|doesn't) exist",
        r"name resolution",
        r"nodename nor servname",
        r"unresolvable",
        r"resolution failed",
        r"(?:address|name) (?:could not be|was not|not) (?:found|resolved)",
        r"unknown to this proxy",
    ]
)
"""The host does not exist. Matched against lower-cased text that is not otherwise normalized."""
