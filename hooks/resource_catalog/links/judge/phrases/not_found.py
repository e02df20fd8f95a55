"""Phrases of “not found” pages."""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import any_of

_PAGE = r"(?:web ?page|page|web ?site|site|file|document|article|resource|content|item|post|url|address|link|video|entry|record|listing|course|story|product|podcast|episode|presentation|slide ?show|playlist|folder|form|book|publication|image|photo|album|channel|account|profile|event|lesson|collection|blog|download|object|key|recording|webinar|material|project|user|app)s?"
_SEITE = r"(?:(?:internet|web)?seite|datei|dokument|inhalte?|kurs|artikel|beitrag|video|veranstaltung|angebot|link|ressource|eintrag|material|ordner|adresse)"
_PAGINA_ES = r"(?:pagina|contenido|recurso|documento|archivo|articulo|video|enlace|curso|publicacion|sitio|direccion|url)"
_PAGINA_PT = (
    r"(?:pagina|conteudo|recurso|documento|arquivo|ficheiro|artigo|video|link|curso|endereco|url)"
)
_PAGINA_IT = r"(?:pagina|contenuto|risorsa|documento|file|articolo|video|corso|indirizzo|url)"
_PAGE_FR = r"(?:page|ressource|contenu|document|fichier|article|video|lien|cours|publication|adresse|url|site)"
_PAGINA_NL = r"(?:pagina|inhoud|document|bestand|artikel|video|cursus|link|website)"
_SIDA = r"(?:sidan?|innehallet|dokumentet|filen|kursen|artikeln|materialet|lanken|videon)"
_SIDE = r"(?:sid(?:en|a)|indholdet|innholdet|dokumentet|filen|kurset|artiklen|artikkelen|materialet|videoen)"

NOT_FOUND = any_of(
    [
        # English
        rf"{_PAGE}(?: \w+){{0,6}}? (?:not found|doesn t exist|does not exist|not available|no longer (?:exists?|available|here|active|online)|cannot be found|can t be found|can not be found|could not be found|couldn t be found|was not found|wasn t found|not exist|(?:has been|was) (?:removed|deleted|retired|withdrawn|taken down|unpublished)|has expired|isn t (?:available|here)|is gone)(?: (?:or|and|and may|and might) (?:\w+ ){{0,5}}?(?:exists?|available|here|active|online|removed|deleted|moved|renamed|expired|permission|unavailable|changed))*(?: by (?:its|the|their|an?) (?:\w+ )?(?:owner|author|publisher|user|uploader|creator|administrator|admin)s?)?",
        rf"{_PAGE} (?:withdrawn|removed|deleted|unavailable|expired)",
        rf"{_PAGE}(?: is| was| are)? (?:currently )?(?:missing|unavailable)",
        r"(?:we )?(?:can t|cannot|can not|could not|couldn t|were unable to|are unable to|unable to|did not|didn t) (?:seem to )?(?:find|locate) (?:the |that |this |your |what |any )?(?:\w+ ){0,3}?(?:page|file|document|article|resource|content|url|you|looking|requested|it)\b(?: \w+){0,6}",
        r"(?:error |http |status |code |page )*404(?: error| page| not found| file not found| page not found)*",
        r"(?:http |error |status )*(?:404 |410 )(?:gone|not found)",
        r"not found",
        r"invalid (?:identifier|id|link|url|page|address|document|item|record|resource|reference)(?: id| number)?",
        r"(?:does|did) not (?:correspond to|match) a(?:ny)? (?:valid |known |existing )(?:\w+ ?){1,4}",
        r"(?:this )?(?:account|site|website|hosting) (?:has been |is )?suspended",
        r"nothing (?:was )?(?:found|here)(?: here)?",
        r"no ?such ?(?:page|file|document|key|bucket|item|resource)",
        r"(?:blob|resource|object|file|page|item|record|document)notfound",
        r"no (?:results?|pages?|files?|documents?|records?|content|articles?|posts?) (?:was |were )?found",
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
        rf"(?:el |la |este |esta )?{_PAGINA_ES}(?: \w+){{0,5}}? (?:ya )?(?:no (?:esta |se encuentra )?(?:disponible|existe|encontrad[ao])|(?:ha sido |fue )?(?:eliminad|borrad|retirad|movid)[ao])(?: por su \w+| \w+)?",
        rf"(?:o |a |este |esta |esse |essa )?{_PAGINA_PT}(?: \w+){{0,5}}? (?:(?:ja )?nao (?:esta |existe |foi )?(?:mais )?(?:disponivel|existe|encontrad[ao]|localizad[ao])?|(?:foi )?(?:removid|excluid|apagad|eliminad)[ao])(?: mais)?",
        rf"(?:la |il |questa |questo |l )?{_PAGINA_IT}(?: \w+){{0,5}}? (?:non (?:e |esiste )?(?:piu )?(?:disponibile|trovat[oa]|esiste|esistente|accessibile)?|(?:e stat[oa] )?(?:rimoss|eliminat|cancellat|spostat)[oa])(?: piu)?",
        rf"(?:la |le |l |cette |ce |cet )?{_PAGE_FR}(?: \w+){{0,5}}? (?:introuvable|inexistante?|non trouvee?|supprimee?|n existe (?:pas|plus)|n est (?:pas|plus) (?:disponible|accessible|en ligne)|n a (?:pas|plus) (?:ete |pu etre )trouvee?|a ete (?:supprimee?|retiree?|deplacee?|effacee?))",
        # German, Dutch, Scandinavian, Finnish
        r"(?:die |diese |ihre )?(?:angeforderte |gewunschte |gesuchte |aufgerufene )?(?:internet|web)?(?:seite|datei|dokument|inhalt)(?: \w+){0,5}? (?:nicht (?:gefunden|vorhanden|verfugbar|auffindbar)|existiert (?:leider )?nicht(?: mehr)?|nicht mehr (?:verfugbar|vorhanden))(?: werden| worden)?",
        rf"(?:die |der |das |diese[rs]? |ihre? |den )?(?:\w+(?:e|en|es) )?{_SEITE}(?: \w+){{0,5}}? (?:nicht (?:mehr )?(?:gefunden|vorhanden|verfugbar|erreichbar|abrufbar|auffindbar|online)|existiert (?:leider )?nicht(?: mehr)?|gibt es (?:leider )?nicht(?: mehr)?|(?:wurde )?(?:leider )?(?:geloscht|entfernt|verschoben))(?: werden| worden)?",
        r"nicht gefunden",
        r"(?:de |deze )?pagina (?:\w+ ){0,5}?(?:niet gevonden|bestaat niet(?: meer)?|niet (?:meer )?beschikbaar)",
        rf"(?:de |het |deze |dit )?{_PAGINA_NL}(?: \w+){{0,5}}? (?:niet gevonden|bestaat niet(?: meer)?|niet (?:meer )?(?:beschikbaar|vindbaar|bereikbaar)|(?:is|werd) verwijderd)(?: worden)?",
        r"niet gevonden",
        rf"{_SIDA}(?: \w+){{0,5}}? (?:hittades (?:inte|ej)|finns (?:inte|ej)(?: (?:langre|kvar|har))?|kan (?:inte|ej) (?:visas|hittas)|kunde (?:inte|ej) (?:visas|hittas)|saknas|har tagits bort|ar borttagen)",
        rf"{_SIDE}(?: \w+){{0,5}}? (?:(?:kan |kunne |blev |ble |er |findes |finnes |eksisterer )?ikke (?:fundet|funnet|findes|finnes|eksisterer|vises|langere|lenger|tilgaengelig|tilgjengelig)|ikke (?:laengere |lenger )?(?:tilgaengelig|tilgjengelig)|er (?:slettet|fjernet))(?: \w+)?",
        r"sidan (?:\w+ ){0,4}?(?:hittades inte|finns inte(?: langre)?|kunde inte hittas|saknas)",
        r"hittades inte",
        r"sid(?:en|a) (?:\w+ ){0,4}?(?:ikke (?:fundet|funnet)|findes ikke|finnes ikke|blev ikke fundet|ble ikke funnet|eksisterer ikke)(?: \w+)?",
        r"ikke (?:fundet|funnet)",
        r"sivua ei (?:\w+ )?(?:loydy|loytynyt|ole)",
        r"(?:sisalto|tiedosto|dokumentti|kurssi|sivu)\w* ei (?:\w+ ){0,3}?(?:loydy|loytynyt|ole|saatavilla|olemassa)(?: \w+){0,3}",
        r"ei loydy",
        # Slavic, Hungarian, Turkish, Greek, Baltic
        r"(?:nie znaleziono (?:strony)?|strona (?:\w+ ){0,4}?(?:nie istnieje|nie zosta\w+ (?:znaleziona|odnaleziona)|nie odnaleziona))",
        r"(?:ta |ten |to )?(?:strona|dokument|plik|artykul|material|kurs|tresc)(?: \w+){0,5}? (?:nie istnieje|nie jest (?:juz )?dostepn\w+|niedostepn\w+|zosta\w+ usuniet\w+)",
        r"nie znaleziono",
        r"strank[ay] (?:\w+ ){0,3}?(?:nenalezena|neexistuje|nebyla nalezena|nenajdena|sa nenasla)",
        r"nenalezeno",
        r"страница (?:\w+ ){0,4}?не (?:наидена|существует|доступна)",
        r"(?:\w+ )?(?:страница|документ|материал|фаил|статья|ресурс|запись|видео|курс)(?: \w+){0,4}? (?:не (?:наиден[ао]?|существует|доступ\w+)|удален[ао]?|недоступ\w+|перемещен[ао]?)",
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
        r"\w{0,6}(?:ページ|記事|コンテンツ|資料|動画|ファイル)\w{0,8}(?:削除されました|削除されています|公開を終了\w{0,8}|ご覧いただけません|終了しました)",
        r"(?:요청하신 |이 )?(?:페이지|문서|게시물|콘텐츠|자료)(?:를|가|을|이|는|은)? (?:삭제되었습니다|더 이상 \w+(?: \w+)?)",
        r"\w{0,6}(?:内容|頁面|页面|文章|文件|课程|資源|资源)\w{0,4}(?:已被?刪除|已被?删除|已下架|不存在|已失效|已過期|已过期)",
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
"""Headings of “not found” pages."""

APOLOGY = any_of(
    [
        r"(?:sorry |oops |whoops |ooops |uh oh |ups )*(?:something|anything) (?:has gone|went|is) wrong(?: here)?",
        r"(?:sorry |oops )*(?:an |unexpected |unknown |application |server |system |the following )*(?:error|problem|exception)(?: has)?(?: occurred| page| message)?",
        r"(?:we re |we are )?(?:so |very )?sorry",
        r"oops|whoops|ooops|oeps|ups|hoppla|uh oh|hm+|erro|fout|fejl|feil|fel|virhe|błąd|hata|hiba|chyba|eroare|lỗi|loi|greška|ошибка|помилка|грешка|σφαλμα|오류|에러|خطأ|שגיאה|エラー|错误|錯誤|houston we have a problem|attention|notice|warning|message|fehler|erreur|errore|error|ups",
        r"there (?:was|has been) (?:a problem|an error)(?: \w+){0,4}",
    ]
)
"""Headings that only apologize; the reason is in the text below."""

GONE_WEAK = any_of(
    [
        r"(?:no longer|not) (?:be )?(?:available|exists?|existing|found|here|online|active|accessible|displayed|in (?:the|our) \w+)",
        r"(?:been|was|were|is|are) (?:removed|deleted|withdrawn|unpublished|taken down|erased|suspended|deactivated|disabled)",
        r"(?:cannot|can t|could not|couldn t|unable to) (?:be )?(?:found|find|locate|located|displayed|opened|open|loaded)",
        r"(?:doesn t|does not|didn t|did not|never) exist(?:ed)?",
        r"unavailable",
        r"(?:posting|position|vacancy|job|listing|topic|thread)(?: \w+){0,3} (?:closed|filled)",
    ]
)
"""Weaker wording in short headings, or in the text below an apology. Only for pages that show
next to nothing of the expected title."""

NOT_FOUND_TEXT = any_of(
    [
        r"no (?:results?|records?|items?|documents?|matches) (?:were |was )?(?:found )?(?:for|matching) \w+",
        r"(?:the|this|that) (?:page|file|document|article|resource|content|link|identifier|record|item)(?: \w+){0,12}? (?:does not correspond|could not be found|cannot be found|can t be found|can not be found|couldn t be found|was not found|wasn t found|does not exist|doesn t exist|no longer exists?|is no longer (?:available|here|online|accessible|on this (?:site|server))|not available|has been (?:removed|deleted)|may have been (?:moved|removed|deleted)|is unavailable)",
        r"we (?:can t|couldn t|cannot|could not) find (?:the|that|this|your) (?:page|file|document|article|content)",
        r"(?:the )?page you (?:are|were|re) (?:looking|searching|heading|trying)",
        r"(?:seite|pagina|page|pagina) (?:\w+ ){0,6}?(?:nicht gefunden|no encontrada|no existe|introuvable|non trovata|nao encontrada|existiert nicht)",
    ]
)
"""Text of short “not found” pages."""
