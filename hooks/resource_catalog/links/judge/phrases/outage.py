"""Phrases of maintenance and server error pages."""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import any_of

OUTAGE = any_of(
    [
        r"(?:\w+ ){0,5}?(?:under|down for|undergoing|scheduled for|closed for|offline for|in) (?:\w+ )?maintenance(?: \w+){0,3}",
        r"(?:scheduled |planned |site |website |system |server |routine )*maintenance(?: mode| break| window| in progress| page)?",
        r"(?:we ll|we will|we ll be|will) be (?:right |straight )?back (?:soon|shortly|online soon|in a (?:few|moment|bit|minute)(?: \w+)?)",
        r"(?:\w+ ){0,4}?(?:temporarily|currently|briefly) (?:unavailable|offline|down|out of service)(?: \w+){0,4}",
        r"(?:web |database )?error establishing a database connection",
        r"(?:database|connection|php|fatal|server|runtime|internal server|application|500|502|503|504) (?:error|failure|exception)(?: \w+){0,2}",
        r"(?:error |http |status )*(?:500|502|503|504)(?: internal server error| bad gateway| service (?:temporarily )?unavailable| gateway time ?out)?",
        r"internal server error|bad gateway|gateway time ?out|service (?:temporarily )?unavailable",
        r"wartungs(?:arbeiten|modus)|(?:\w+ ){0,3}?wartung(?: \w+){0,2}|en (?:cours de )?maintenance|(?:en|em|in) (?:mantenimiento|manutencao|manutenzione|onderhoud)|maintenance en cours",
        r".*(?:техническ\w+ работ|профилактическ|технічн\w+ робот|メンテナンス|维护中|系统维护|維護中|점검 ?중|서버 점검|قيد الصيانة|أعمال الصيانة|bakim calismasi|bakimda|przerwa techniczna|prace techniczne|udrzb|karbantart|pemeliharaan|bao tri).*",
    ]
)
"""Headings of pages shown while a site is down."""

OUTAGE_TEXT = any_of(
    [
        r"(?:back|return|try|check|come)(?: \w+){0,3} (?:soon|shortly|later|again|in a (?:few|moment|bit|minute))",
        r"(?:sorry|apologi[sz]e|regret)(?: \w+){0,5} inconvenience",
        r"(?:performing|undergoing|carrying out|doing|under|for) (?:\w+ ){0,3}?(?:maintenance|upgrades?|updates?)",
        r"(?:temporarily|currently|momentarily) (?:unavailable|offline|down|unable)",
        r"(?:contact|notified?|informed?) (?:the |your |our |us|site |server |system |web )*(?:administrator|webmaster|team|support)",
        r"error establishing|could not connect|connection (?:refused|failed|timed out)|stack trace|exception",
        r"wartung|spater (?:erneut|noch ?mal|wieder)|plus tard|mas tarde|mais tarde|piu tardi|onderhoud|позже|скоро|しばらく|のちほど|後ほど|稍后|稍後|잠시 후|لاحقا|قريبا|daha sonra|pozniej|pozdeji|kesobb|nanti|sau",
    ]
)
"""Text below such headings."""
