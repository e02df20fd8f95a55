"""Phrases and markup of parked pages, whose domain name is for sale."""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import any_of

FOR_SALE = any_of(
    [
        r"(?:this |the |diese |ce |este |esta |questo |deze )?(?:premium |web ?)?(?:domain|domain name|web address|website name|domaine|dominio|domeinnaam|domein|\w+ (?:com|org|net|edu|info|io|co))(?: \w+){0,5}? (?:is|may be|might be|could be|are|ist|steht|est|esta|e|is nu|staat) (?:now |currently |available |zum |a |en |in |te |listed |up |still )*(?:for sale|sale|purchase|verkauf|vendre|venta|vendita|koop|verkaufen|zu verkaufen)",
        r"(?:buy|get|own|purchase|inquire about|make an offer (?:on|for)|bid on) this (?:premium )?domain",
        r"domain (?:name )?(?:is )?for sale",
        r"this domain (?:name )?(?:is parked|has been parked|has expired|is parked free|has been registered|was recently registered|is available)",
        r"(?:domain|page) (?:is )?parked(?: free)?",
        r"parked (?:free )?(?:domain|courtesy)",
        r"courtesy of godaddy",
        r"diese domain (?:kaufen|konnte zum verkauf|steht zum verkauf|ist zu verkaufen)",
        r"domaine (?:est )?a vendre",
        r"dominio (?:esta )?(?:a la|en) venta",
        r"dominio (?:e )?in vendita",
        r"domein (?:is )?te koop",
        r"домен (?:продается|выставлен на продажу)",
        r"(?:is|may be|might be|now) available (?:for purchase|to buy|for sale)",
        r"(?:offering|offered|listed|put) (?:it )?(?:up )?for sale",
        r"interested in (?:buying |purchasing |acquiring |owning )?this (?:premium )?(?:domain|name)",
        r"make (?:us )?an offer",
        r"domain(?: name)?(?: \w+){0,4} is parked",
        r"parked page",
        r"sponsored listings?",
        r"(?:この|本)ドメイン\w{0,12}(?:販売|売り|購入|譲渡)",
        r"(?:此|该|本)域名\w{0,6}(?:出售|转让|待售)",
        r"dominio (?:esta )?(?:a )?venda",
        r"domen(?:a)? (?:\w+ )?(?:na sprzedaz|jest na sprzedaz|prodej)|domena (?:\w+ ){0,2}na sprzedaz",
        r"related searches",
        r"renew (?:this|your) domain",
        r"the owner of this domain",
    ]
)
"""Text that offers a domain name for sale."""

SALE_MARKUP = any_of(
    [
        r"sedoparking\.com",
        r"parkingcrew\.net",
        r"bodis\.com",
        r"parking\.bodis",
        r"d38psrni17bvxu\.cloudfront\.net",
        r"data-adblockkey",
        r"window\.park\s*=",
        r"parklogic\.com",
        r"above\.com/marketplace",
        r"hugedomains\.com",
        r"dan\.com/(?:buy|js)",
        r"cdn\d?\.dan\.com",
        r"afternic\.com/forsale",
        r"img\d?\.wsimg\.com/parking-lander",
        r"parking-lander",
        r"/lander\b",
        r"uniregistry\.com/lander",
        r"sedo\.com/search",
        r"domain_profile\.cfm",
        r"domainnamesales",
        r"searchtmr",
        r"skenzo",
        r"adsense/domains/caf\.js",
        r"google_afd",
        r"partner-pub-\d+:",
        r"ww\d+\.\w",
    ]
)
"""Markup of domain parking services."""
