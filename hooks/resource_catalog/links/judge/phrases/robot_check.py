"""Phrases and markup of bot checks (CAPTCHAs and “access denied” pages)."""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import any_of

ROBOT_CHECK = any_of(
    [
        r"just a moment",
        r"one moment please",
        r"attention required",
        r"please wait(?: \w+){0,2}",
        r"checking your browser(?: \w+){0,5}",
        r"verifying your browser(?: \w+){0,3}",
        r"(?:please )?(?:verify|confirm|prove) (?:that )?you (?:are|re) (?:a )?(?:human|not a (?:ro)?bot|not a robot)(?: \w+){0,3}",
        r"verify(?:ing)? you are human(?: \w+){0,6}",
        r"(?:make|making|checking|verifying|confirming) (?:sure )?(?:that )?you (?:are|re) (?:a )?(?:human|person|not a (?:ro)?bot)(?: \w+){0,3}",
        r"(?:your )?access (?:to this (?:site|page|website|service|resource) )?(?:has been |is )?(?:temporarily )?(?:limited|blocked|restricted|denied)(?: \w+){0,8}",
        r"(?:your )?(?:ip|ip address|request|connection|browser) (?:has been |was |is )(?:temporarily )?(?:blocked|banned|limited|rejected|denied)(?: \w+){0,6}",
        r"(?:press|click|tap|slide|drag)(?: and hold)?(?: \w+){0,4} (?:to )?(?:confirm|prove|verify|show) (?:that )?you(?: \w+){0,6}",
        r"(?:\w+ ){0,6}not available in your (?:country|region|location|area)(?: \w+){0,4}",
        r"(?:we|you) (?:have been|were|are) (?:rate limited|blocked)(?: \w+){0,4}",
        r"are you (?:a )?(?:human|robot|bot)(?: or (?:a )?(?:bot|robot|human))?",
        r"i m not a robot",
        r"robot check",
        r"bot (?:check|verification|detection|challenge|protection)",
        r"human verification",
        r"captcha",
        r"security (?:check|challenge|checkpoint|verification)",
        r"vercel security checkpoint",
        r"client challenge",
        r"ddos (?:guard|protection)(?: \w+){0,3}",
        r"pardon our interruption",
        r"access (?:to this page has been )?denied(?: \w+){0,6}",
        r"access blocked",
        r"request blocked",
        r"you have been blocked",
        r"sorry you have been blocked",
        r"unusual traffic(?: \w+){0,6}",
        r"(?:\w+ ){0,4}unusual traffic(?: \w+){0,6}",
        r"request (?:unsuccessful|rejected)",
        r"radware (?:bot manager )?captcha(?: page)?",
        r"error 1020",
        r"sucuri website firewall(?: \w+){0,3}",
        r"page blocked",
        r"too many requests",
        r"challenge validation",
        r"validation request",
        r"browser check",
        r"web application firewall",
        r"forbidden",
        r"403 forbidden",
        r"error 403",
        r"403",
    ]
)
"""Headings of bot checks."""

ROBOT_TEXT = any_of(
    [
        r"(?:verify(?:ing)?|confirm(?:ing)?|prove|mak(?:e|ing) sure|check(?:ing)?|ensur(?:e|ing))(?: \w+){0,3} you (?:are|re) (?:a )?(?:human|person|not a (?:ro)?bot)",
        r"unusual (?:traffic|activity) (?:from|in)",
        r"checking (?:your browser|if the site connection)",
        r"enable javascript and cookies to continue",
        r"press and hold to confirm",
        r"complete the (?:captcha|security check)",
        r"i m not a robot",
        r"incapsula incident",
        r"automated (?:access|requests|queries)",
    ]
)
"""Text of bot checks."""

ROBOT_MARKUP = any_of(
    [
        r"_incapsula_resource",
        r"incapsula incident",
        r"px-captcha",
        r"_pxappid",
        r"geo\.captcha-delivery\.com",
        r"captcha-delivery\.com/c\.js",
        r"cf-chl-",
        r"cf_chl_opt",
        r"cf-challenge",
        r"cf-turnstile",
        r"challenges\.cloudflare\.com",
        r"challenge-form",
        r"sec-if-cpt-container",
        r"sec-cpt",
        r"ak-challenge",
        r"akam-sw",
        r"bm-verify",
        r"/_sec/cp_challenge",
        r"awswafcookiedomainlist",
        r"awswafintegration",
        r"token\.awswaf\.com",
        r"g-recaptcha",
        r"h-captcha",
        r"hcaptcha\.com",
        r"recaptcha/api",
        r"captcha-form",
        r"name=.captcha",
        r"id=.captcha",
        r"class=.captcha",
        r"ddos-guard",
        r"sucuri_cloudproxy_js",
        r"distil_r_",
        r"kpsdk",
        r"_kpsdk",
        r"arkoselabs",
        r"friendlycaptcha",
        r"perfdrive",
        r"datadome",
        r"anubis_challenge",
        r"vercel security checkpoint",
        r"wordfence",
        r"reference #\d",
        r"edgesuite\.net",
        r"enable javascript and cookies to continue",
        r"ray id",
        r"unusual traffic from your computer",
    ]
)
"""Markup of bot checks."""

CHALLENGE = any_of(
    [
        r"anubis_challenge",
        r"_cf_chl_opt",
        r"captcha-delivery\.com/c\.js",
        r"sec-if-cpt-container",
        r"/_sec/cp_challenge",
        r"awswafcookiedomainlist",
        r"_incapsula_resource",
    ]
)
"""What a maker of checks writes into nothing but the check itself, in whatever language."""
