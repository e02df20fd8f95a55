"""Phrases: what pages say, in many languages, when they are not the page that was asked for.

Each line is a regular expression for one way of saying it, matched against
plain text (:func:`resource_catalog.links.words.plain`): small letters, no
accents, no signs. Accents may be written here; they are taken out. A phrase
that is missing for a language is added as one more line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from resource_catalog.links.words import folded


def either(phrases: Iterable[str]) -> re.Pattern[str]:
    """One expression for all of some phrases."""
    return re.compile("|".join(f"(?:{folded(phrase)})" for phrase in phrases))


_PAGE = r"(?:web ?page|page|site|file|document|article|resource|content|item|post|url|address|link|video|entry|record|listing|course|story|product|video|podcast|episode)s?"

NOT_FOUND = either(
    [
        # English
        rf"{_PAGE}(?: \w+){{0,6}}? (?:not found|doesn t exist|does not exist|not available|no longer (?:exists?|available|here|active|online)|cannot be found|can t be found|can not be found|could not be found|couldn t be found|was not found|wasn t found|not exist|has been (?:removed|deleted|retired)|has expired|isn t (?:available|here)|is gone)",
        rf"{_PAGE}(?: is| was| are)? (?:currently )?(?:missing|unavailable)",
        r"(?:we )?(?:can t|cannot|can not|could not|couldn t|were unable to|are unable to|unable to|did not|didn t) (?:seem to )?(?:find|locate) (?:the |that |this |your |what |any )?(?:\w+ ){0,3}?(?:page|file|document|article|resource|content|url|you|looking|requested|it)\b(?: \w+){0,6}",
        r"(?:error |http |status |code |page )*404(?: error| page| not found| file not found| page not found)*",
        r"(?:http |error |status )*(?:404 |410 )(?:gone|not found)",
        r"not found",
        r"(?:this )?(?:account|site|website|hosting) (?:has been |is )?suspended",
        r"nothing (?:was )?(?:found|here)(?: here)?",
        r"no such (?:page|file|document)",
        r"no results? found",
        r"(?:the |this )?(?:page|link|url) (?:you (?:requested|followed|are looking for|were looking for|re looking for|clicked) )?(?:is |may be |might be )?(?:broken|dead|gone|expired|missing|lost)",
        r"this (?:page|content|item) (?:has moved on|has been moved or deleted)",
        # Spanish, Catalan, Portuguese, Italian, French, Romanian
        r"(?:la )?pagina (?:\w+ ){0,5}?(?:no (?:se ha |ha sido |fue |se )?(?:encontrad[ao]|encontro|encuentra|existe|disponible|hallada)|no (?:esta )?disponible|inexistente)(?: \w+){0,2}",
        r"no (?:se )?(?:ha podido |pudo |pudimos |podemos |hemos |puede )?(?:encontrar|encontrado|encontro) (?:la |esta |esa )?pagina(?: \w+){0,3}",
        r"no encontrad[ao]",
        r"no s ha trobat (?:la )?pagina",
        r"(?:la )?pagina no (?:s ha )?trobada",
        r"pagina nao (?:foi )?(?:encontrada|existe|localizada)",
        r"nao encontrad[ao]",
        r"nao (?:foi possivel encontrar|encontramos) (?:a )?pagina(?: \w+){0,3}",
        r"(?:a )?pagina (?:\w+ ){0,4}?nao (?:foi |esta )?(?:encontrada|existe|disponivel)",
        r"(?:la )?pagina (?:\w+ ){0,4}?non (?:e stata |e |esiste |disponibile )?(?:trovata|esiste|disponibile)?",
        r"(?:la )?pagina non (?:trovata|esiste|disponibile)",
        r"non trovat[ao]",
        r"(?:la |cette )?page (?:\w+ ){0,5}?(?:introuvable|inexistante|non trouvee|n existe (?:pas|plus)|n a pas (?:ete |pu etre )(?:trouvee)|n est (?:pas|plus) disponible|est introuvable)",
        r"introuvable",
        r"pagina (?:\w+ ){0,3}?nu (?:a fost gasita|exista|este disponibila)",
        # German, Dutch, Scandinavian, Finnish
        r"(?:die |diese |ihre )?(?:angeforderte |gewunschte |gesuchte |aufgerufene )?(?:internet|web)?(?:seite|datei|dokument|inhalt)(?: \w+){0,5}? (?:nicht (?:gefunden|vorhanden|verfugbar|auffindbar)|existiert (?:leider )?nicht(?: mehr)?|nicht mehr (?:verfugbar|vorhanden))(?: werden| worden)?",
        r"nicht gefunden",
        r"(?:de |deze )?pagina (?:\w+ ){0,5}?(?:niet gevonden|bestaat niet(?: meer)?|niet (?:meer )?beschikbaar)",
        r"niet gevonden",
        r"sidan (?:\w+ ){0,4}?(?:hittades inte|finns inte(?: langre)?|kunde inte hittas|saknas)",
        r"hittades inte",
        r"sid(?:en|a) (?:\w+ ){0,4}?(?:ikke (?:fundet|funnet)|findes ikke|finnes ikke|blev ikke fundet|ble ikke funnet|eksisterer ikke)(?: \w+)?",
        r"ikke (?:fundet|funnet)",
        r"sivua ei (?:\w+ )?(?:loydy|loytynyt|ole)",
        r"ei loydy",
        # Slavic, Hungarian, Turkish, Greek, Baltic
        r"(?:nie znaleziono (?:strony)?|strona (?:\w+ ){0,4}?(?:nie istnieje|nie zosta\w+ (?:znaleziona|odnaleziona)|nie odnaleziona))",
        r"nie znaleziono",
        r"strank[ay] (?:\w+ ){0,3}?(?:nenalezena|neexistuje|nebyla nalezena|nenajdena|sa nenasla)",
        r"nenalezeno",
        r"страница (?:\w+ ){0,4}?не (?:наидена|существует|доступна)",
        r"не наидено?",
        r"сторінк[ау] (?:\w+ ){0,3}?не (?:знаидено|існує|знаидена)",
        r"сторінку не знаидено",
        r"(?:az )?oldal (?:\w+ ){0,3}?nem talalhato",
        r"nem talalhato",
        r"sayfa (?:\w+ ){0,2}?(?:bulunamadı|bulunamadi|bulunmuyor|mevcut degil)",
        r"η σελιδα (?:\w+ ){0,4}?δεν (?:βρεθηκε|υπαρχει)",
        r"δεν βρεθηκε(?: \w+){0,2}",
        # Others
        r"(?:halaman (?:\w+ ){0,3}?tidak (?:ditemukan|ada|tersedia))",
        r"(?:khong tim thay trang|trang khong (?:tim thay|ton tai))(?: \w+)?",
        r"(?:お探しの|ご指定の|指定された)?(?:ページ|ファイル|記事)\w{0,12}(?:見つかりません(?:でした)?|存在しません|ありません)",
        r"\w{0,12}見つかりません(?:でした)?",
        r"(?:요청하신 )?(?:페이지|문서)(?:를|가|을)? (?:찾을 수 없습니다|존재하지 않습니다|없습니다)",
        r"찾을 수 없습니다",
        r"(?:पृष्ठ|पेज) नहीं मिला",
        r"ไม่พบหน้า\w*",
        r"\w{0,8}(?:页面|頁面|网页|網頁|找不到|文件)\w{0,8}(?:不存在|未找到|没有找到|找不到|已删除|已被删除|页面|頁面|网页|網頁)",
        r"(?:页面|頁面|网页)(?:不存在|未找到)",
        r"找不到(?:该|您要的|此)?(?:页面|頁面|网页|網頁)",
        r"(?:الصفحه|الصفحة)(?: \w+){0,4}? (?:غير موجودة|غير موجوده|لا توجد)",
        r"لم يتم العثور(?: \w+){0,5}",
        r"(?:ה)?(?:דף|עמוד)(?: \w+){0,3}? לא (?:נמצא|קיים)",
    ]
)
"""How headings say that nothing is here."""

STRONG = either(
    [
        r"(?:the|this|that) (?:page|file|document|article|resource|content|link)(?: \w+){0,7}? (?:could not be found|cannot be found|can t be found|can not be found|couldn t be found|was not found|wasn t found|does not exist|doesn t exist|no longer exists?|is no longer available|not available|has been (?:removed|deleted)|may have been (?:moved|removed|deleted)|is unavailable)",
        r"we (?:can t|couldn t|cannot|could not) find (?:the|that|this|your) (?:page|file|document|article|content)",
        r"(?:the )?page you (?:are|were|re) looking for",
        r"(?:seite|pagina|page|pagina) (?:\w+ ){0,6}?(?:nicht gefunden|no encontrada|no existe|introuvable|non trovata|nao encontrada|existiert nicht)",
    ]
)
"""What short pages say in their text when nothing is here."""

SIGN_IN = either(
    [
        r"(?:please |you (?:need|have|must) to |you must )?(?:log ?in|log ?on|sign ?in|sign ?on)(?: (?:to|with|required|page|form|here|or|now|in|for|using|your|the|account|continue|access|view|register|sign ?up|create|an|google|accounts?))*",
        r"login",
        r"(?:member|user|staff|student|account|customer|secure|central|web|single|school|district|university) (?:log ?in|sign ?in|sign ?on|authentication|login)(?: \w+){0,2}",
        r"authentication required",
        r"single sign on",
        r"restricted access",
        r"access restricted",
        r"members only",
        r"you need access",
        r"request access",
        r"anmelden",
        r"anmeldung",
        r"bitte (?:melden sie sich an|anmelden)",
        r"einloggen",
        r"connexion",
        r"se connecter",
        r"connectez vous",
        r"identification",
        r"identifiez vous",
        r"iniciar sesion",
        r"inicia sesion",
        r"inicie sesion",
        r"acceder",
        r"acceso",
        r"entrar",
        r"iniciar sessao",
        r"fazer login",
        r"accedi",
        r"accesso",
        r"inloggen",
        r"aanmelden",
        r"logga in",
        r"log ind",
        r"logg inn",
        r"kirjaudu(?: sisaan)?",
        r"zaloguj(?: sie)?",
        r"logowanie",
        r"prihlaseni",
        r"prihlasit se",
        r"вход",
        r"войти",
        r"вхід",
        r"giris(?: yap)?",
        r"ログイン",
        r"登录",
        r"登錄",
        r"登入",
        r"로그인",
    ]
)
"""How sign-in forms are headed."""

ROBOT_CHECK = either(
    [
        r"just a moment",
        r"one moment please",
        r"attention required",
        r"please wait(?: \w+){0,2}",
        r"checking your browser(?: \w+){0,5}",
        r"verifying your browser(?: \w+){0,3}",
        r"(?:please )?(?:verify|confirm|prove) (?:that )?you (?:are|re) (?:a )?(?:human|not a (?:ro)?bot|not a robot)(?: \w+){0,3}",
        r"verify(?:ing)? you are human(?: \w+){0,6}",
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
"""How checks against robots are headed."""

ROBOT_TEXT = either(
    [
        r"(?:verify|confirm|prove|make sure|check|ensure)(?: \w+){0,3} you (?:are|re) (?:a )?(?:human|not a (?:ro)?bot)",
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
"""What checks against robots say in their text."""

ROBOT_MARKS = either(
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
        r"reference #\d",
        r"edgesuite\.net",
        r"enable javascript and cookies to continue",
        r"ray id",
        r"unusual traffic from your computer",
    ]
)
"""What checks against robots have in their markup."""

FOR_SALE = either(
    [
        r"(?:this |the |diese |ce |este |esta |questo |deze )?(?:premium |web ?)?(?:domain|domain name|web address|website name|domaine|dominio|domeinnaam|domein|\w+ (?:com|org|net|edu|info|io|co))(?: \w+){0,5}? (?:is|may be|might be|could be|are|ist|steht|est|esta|e|is nu|staat) (?:now |currently |available |zum |a |en |in |te |listed |up |still )*(?:for sale|sale|purchase|verkauf|vendre|venta|vendita|koop|verkaufen|zu verkaufen)",
        r"(?:buy|get|own|purchase|inquire about|make an offer (?:on|for)|bid on) this (?:premium )?domain",
        r"domain (?:name )?(?:is )?for sale",
        r"this domain (?:name )?(?:is parked|has expired|is parked free|has been registered|was recently registered|is available)",
        r"(?:domain|page) (?:is )?parked(?: free)?",
        r"parked (?:free )?(?:domain|courtesy)",
        r"courtesy of godaddy",
        r"diese domain (?:kaufen|konnte zum verkauf|steht zum verkauf|ist zu verkaufen)",
        r"domaine (?:est )?a vendre",
        r"dominio (?:esta )?(?:a la|en) venta",
        r"dominio (?:e )?in vendita",
        r"domein (?:is )?te koop",
        r"домен (?:продается|выставлен на продажу)",
        r"related searches",
        r"renew (?:this|your) domain",
        r"the owner of this domain",
    ]
)
"""How names are offered for sale."""

SALE_MARKS = either(
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
"""What pages of traders in names have in their markup."""

NO_HOST = either(
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
"""How proxies say that a host does not exist; this is matched against small letters only."""

GOOGLE_GONE = either(
    [
        r"file you have requested does not exist",
        r"the file (?:you requested )?(?:is|has been) in (?:the )?(?:owner s )?trash",
        r"is in the owner s trash",
        r"item (?:may have been|has been|was) deleted",
        r"file has been deleted",
        r"violation of (?:our|google s) terms",
        r"document (?:has been|was) deleted",
        r"no longer exists",
    ]
)
"""How Google says that a file is gone."""

GOOGLE_ASKS = either(
    [
        r"you need access",
        r"request access",
        r"you need permission",
        r"sign in to continue",
        r"to continue to google",
        r"access denied",
        r"ask for access",
    ]
)
"""How Google asks for permission."""
