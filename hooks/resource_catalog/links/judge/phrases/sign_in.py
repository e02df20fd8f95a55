"""Phrases of sign-in pages."""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import any_of

SIGN_IN = any_of(
    [
        r"(?:please |sorry )?(?:you (?:need|have|must|should) (?:to )?be |must be )?(?:logged|signed) ?(?:in|on)(?: (?:as|to|with|a|an|member|user|view|see|access|read|continue|this|that|the|your|page|content|resource|file|download|here|first|order|in|required|material|site|area))*",
        r"(?:please |you (?:need|have|must) to |you must )?(?:log ?in|log ?on|sign ?in|sign ?on)(?: (?:to|with|required|page|form|here|or|now|in|for|using|your|the|account|continue|access|view|register|sign ?up|create|an|google|accounts?))*",
        r"login",
        r"(?:member|user|staff|student|account|customer|secure|central|web|single|school|district|university) (?:log ?in|sign ?in|sign ?on|authentication|login)(?: \w+){0,2}",
        r"authentication required",
        r"(?:sorry )?(?:this|the) \w+(?: \w+)? (?:is|has been|was) (?:currently |set to |made |marked )*private",
        r"private (?:site|page|blog|content|video|area)",
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
        r"authentification",
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
        r"prijav(?:a|i se|ite se)|prihlasenie|prihlaste sa|prisijung\w+|pieslegties|sisselogimine|logi sisse",
        r"inicia(?:r)? (?:la )?sessio|saioa hasi|innskraning|mewngofnodi|пријав(?:а|ите се)",
        r"вход",
        r"войти",
        r"вхід",
        r"giris(?: yap)?|oturum ac",
        r"be(?:jelent)?kez(?:es|hetsz)|bejelentkezes|belepes",
        r"autentificare|conectare|intra in cont",
        r"masuk|log ?masuk|dang nhap",
        r"увійти|είσοδος|σύνδεση|כניסה|התחברות",
        r"تسجيل الدخول|دخول|ورود",
        r"ログイン",
        r"登录",
        r"登錄",
        r"登入",
        r"로그인",
    ]
)
"""Headings of sign-in pages."""

SIGN_IN_TEXT = any_of(
    [
        r"guests? (?:users? )?(?:cannot|can not|can t|may not|are not allowed to) (?:access|view|see|open|enter)",
        r"gaste (?:konnen|haben|durfen) (?:\w+ ){0,3}(?:keinen|nicht)|(?:los )?invitados no pueden|(?:les )?visiteurs anonymes ne peuvent|(?:os )?visitantes nao podem|gli ospiti non possono|gasten (?:kunnen|hebben|mogen) (?:\w+ ){0,3}(?:geen|niet)|goscie nie moga",
        r"(?:please|must|need to|have to|required to)(?: be)? (?:log|sign|logged|signed) ?(?:in|on)(?: \w+){0,3} (?:to|before|in order to) (?:continue|view|access|see|read|download|proceed|open|use|you)",
        r"(?:only|available|visible|reserved|restricted)(?: \w+){0,2} (?:to|for) (?:registered |signed in |logged in |active )?(?:members|subscribers|registered users)(?: only)?",
        r"(?:content|page|resource|area|site|file|document|material|video|course|lesson|post|article|section)s? (?:is|are) (?:only )?(?:for|available to|restricted to|limited to|reserved for|visible to|open to) (?:\w+ ){0,2}?(?:members|subscribers|users|participants|customers)",
        r"(?:cannot|can t|may not|not authorized to|not allowed to|have permission to) (?:access|view|see|open) (?:\w+ ){1,8}?(?:please )?(?:log|sign) ?in",
        r"please (?:log|sign) ?in or (?:register|sign ?up|join|subscribe|create)",
        r"(?:log|sign) ?in to (?:continue|view|access|see|read) (?:this|the)?",
        r"this (?:page|content|resource|area|site|file) (?:is|requires) (?:password protected|private|a login|you to (?:log|sign) in)",
    ]
)
"""Text of short pages that require signing in."""
