"""Small words of notices: no, sorry, not yet, over, now, this page; one line a few languages.

There are few of them in any language, and no notice does without. A page that shows nothing of
what the catalog promised, or nothing beside its title, is a notice where a short sentence has one.
Elsewhere they mean nothing. To support another language, add its words to each.
"""

from __future__ import annotations

import re

from resource_catalog.links.judge.phrases import notice_stems
from resource_catalog.links.judge.phrases.any_of import Phrases, stems_of
from resource_catalog.links.judge.phrases.notice_stems import words_of

SORRY = stems_of(
    [
        r"\b(?:sorry|unfortunately|regret(?:tably|fully)?|apolog\w+|oops|whoops|alas)\b",
        r"\b(?:lo sentimos|sentimos|lamentable\w*|lamentamos|por desgracia|desafortunad\w*|disculp\w+|perdon|infelizmente|desculp\w+|pedimos desculpa|ho sentim|malauradament)\b",
        r"\b(?:desolee?s?|malheureusement|helas|navree?s?|excus\w+|regrett\w+|(?:mi|ci) (?:di)?spiace|spiacent\w|purtroppo|siamo desolati|scusa\w*)\b",
        r"\b(?:leider|bedauer\w*|entschuldig\w+|tut uns leid|helaas|het spijt|tyvarr|desvarre|dessverre|beklag\w+|valitettavasti|pahoittelemme)\b",
        r"\b(?:niestety|przykro|przeprasza\w+|bohuzel|omlouva\w+|litujeme|zial|prepac\w+|sajn(?:os|alj\w+)|elnezest|din pacate|ne pare rau|regretam)\b",
        r"\b(?:uzgunuz|maalesef|malesef|ne yazik ki|ozur|maaf|sayangnya|mohon maaf|rat tiec|xin loi|tiec rang|kusura)\b",
        r"(?:к сожалению|извинит|просим прощения|простит|сожале|на жаль|вибач|перепрошу|за съжаление|λυπ(?:αμαι|ουμαστε)|δυστυχως|συγγνωμη|מצטער|לצערנו|סליחה)",
        r"(?:نأسف|نعتذر|للأسف|عذرا|معذرة|متأسف|پوزش|شرمنده|申し訳|残念|すみません|ごめん|恐れ入り|抱歉|对不起|對不起|遗憾|遺憾|不好意思|죄송|유감|안타깝|아쉽|미안)",
        words_of("क्षमा", "खेद", "माफ़", "दुर्भाग्य", "ขออภัย", "เสียใจ", "ขอโทษ"),
    ]
)
"""An apology."""

NO = stems_of(
    [
        r"\b(?:no|not|never|none|nothing|cannot|can t|don t|doesn t|didn t|isn t|aren t|wasn t|couldn t|won t|ya no|nunca|nada|sin|nao|jamais|nem)\b",
        r"\b(?:ne|n|pas|plus|aucune?|rien|non|nessun\w|nulla|mai|nicht|kein\w*|nichts|nie|niet|geen|niets|inte|ingen|inget|ikke|ingen|ej|ei|eivat|no s|cap)\b",
        r"\b(?:nie|nic|brak|zaden|neni|nemame|nejsou|uz|nem|nincs\w*|nu|nicio|degil|yok\w*|hic|tidak|bukan|belum|tanpa|khong|chua|chang)\b|(?:mamakta|memekte|miyor|muyor)",
        r"(?:\b(?:не|нет|нельзя|больше|немає|вже|няма|δεν|οχι|μη|לא|אין|אינ\w+)\b|\b(?:لا|لم|لن|ليس\w*|غير|بدون|نیست\w*|ندار\w+|نمی\w+|دیگر)\b)",
        r"(?:ない|ません|なく|ず、|不|没|沒|无|無|未|않|없|못|아니)",
        words_of("नहीं", "मत", "ไม่", "มิได้"),
        r"\b(?:nije|nisu|nema|niso|nav)\b|(?:није|нема|няма)",
    ]
)
"""A negation."""

ONLY = stems_of(
    [
        r"\b(?:only|solo|solamente|unicamente|apenas|so|somente|seulement|uniquement|reserve\w*|soltanto|nur|lediglich|alleen|slechts|endast|bara|kun|bare|vain|tylko|wylacznie|jen|pouze|csak|numai|doar|sadece|yalniz\w*|hanya|chi)\b",
        r"(?:только|лише|тільки|μονο|רק|فقط|だけ|のみ|仅|僅|只|만 )",
    ]
)
"""A limit."""

NOT_YET = stems_of(
    [
        r"\b(?:still|yet|soon|shortly|later|meanwhile|eventually|draft|todavia|aun|pronto|mas adelante|proximamente|elaboracion|preparacion|ainda|em breve|brevemente|elaboracao|preparacao|encore|bientot|prochainement|plus tard|elaboration|chantier|preparation|ancora|presto|prossimamente|piu avanti|lavorazione|elaborazione)\b",
        r"\b(?:noch|bald|demnachst|spater|vorerst|vorlaufig|arbeit|nog|binnenkort|straks|later|snart|annu|enna|anda|pian|viela|parhaillaan|rakennetaan|doplnime\w*|pripravuje\w*|jeszcze|wkrotce|niebawem|przygotowuj\w+|opracowa\w+|jeste|brzy|zatim|pracuje\w*|meg|hamarosan|keszul\w*|inca|curand|henuz|yakinda|hazirlan\w+|daha|belum|segera|nanti|sedang|chua|sap|dang)\b",
        r"(?:\b(?:еще|ещё|пока|скоро|позже|временно|готов\w+|пишется|работаем|ще|поки|незабаром|скоро|ακομη|ακομα|συντομα|עדיין|בקרוב|לבינתיים)\b|(?:قريبا|بعد قليل|قيد|هنوز|به زودی|هم ?اکنون در حال))",
        r"(?:まだ|もう少し|もうしばらく|しばらく|近日|間もなく|まもなく|途中|作成|準備|还在|尚在|稍后|稍候|即将|暂时|正在|敬请|아직|곧|잠시|준비|작성 중|예정)",
        words_of("अभी", "जल्द", "शीघ्र", "ยัง", "เร็ว", "กำลัง"),
    ]
)
"""Something is not there yet."""

OVER = stems_of(
    [
        r"\b(?:ended|over|closed|finished|concluded|expired|complete|passed|past|gone|goodbye|final\w*|anymore|no longer)\b",
        r"\b(?:termin(?:o|ad\w+|ou|aron)|finaliz\w+|concluy\w+|conclu\w+|cerr(?:o|ad\w+)|acab(?:o|ad\w+|ou)|venci\w+|caduc\w+|expir\w+|encerr\w+|fech(?:ou|ad\w+)|esgot\w+|pass(?:ou|ee?s?)|achev\w+|termine\w*|clos\w*|cloture\w*|ferme\w*|finie?s?|expire\w*|echue?s?|revolue?|terminat\w|conclus\w|chius\w|finit\w|scadut\w|passat\w)\b",
        r"\b(?:beendet|geendet|geschlossen|abgeschlossen|vorbei|voruber|zu ende|abgelaufen|verstrichen|gesloten|afgelopen|voorbij|beeindigd|verlopen|verstreken|avslutad\w*|stangd\w*|slut|afsluttet|avsluttet|lukket|stengt|slutt|paattyn\w+|sulje\w+|umpeutun\w+)\b",
        r"\b(?:zakoncz\w+|zamkni\w+|minal\w*|uplynal\w*|dobieg\w+|skoncz\w+|ukonc\w+|uzavren\w*|skonc\w+|uplynul\w*|lezar\w+|lejart|veget ert|befejez\w+|incheiat\w*|inchis\w*|expirat\w*|bitti|bitmis\w*|kapan\w+|kapali\w*|sona er\w+|doldu|dolmus\w*|tamamland\w+|berakhir|ditutup|selesai|habis|ket thuc|da dong|het han|da qua)\b",
        r"(?:заверш\w+|законч\w+|окончен\w*|закрыт\w*|истек\w*|прош[её]л|прошл[аио]|прекращ\w+|закінч\w+|закрит\w*|минув|εληξε|ολοκληρωθηκ|εκλεισ|τελειωσ|נסגר|הסתיים|הסתיימה|פג תוקף)",
        r"(?:انته[ىت]|انتهاء|مغلق|اغلق|أغلق|اكتمل|پایان یافت|به پایان|بسته شد|تمام شد|終了|締切|締め切|閉じ|終わり|過ぎ|满了|结束|結束|截止|关闭|關閉|过期|過期|已满|到期|종료|마감|끝났|지났|닫혔|닫혀|만료)",
        r"\b(?:stopped|halted|paused|dej[oa]\w* de|deix\w+ de|cess\w+|smesso|aufgehort|przesta\w+|prestal\w*|suspend\w*|detenid\w|interromp\w+|interrott\w|arrete\w*|gestoppt|eingestellt|gestopt|stopgezet|stoppad\w*|wstrzyman\w+|zastaven\w*|leallit\w*|oprit\w*|durdur\w*|dihentikan)\b|(?:остановл|приостанов|зупинен|توقف|متوقف|перестал|停止|中止|やめ|중단|중지|그만)",
        r"\b(?:baigt\w*|baigesi|pasibaig\w*|uzdaryt\w*|beigus\w*|beidz\w*|nosleg\w*|slegt\w*|loppenud|loppes|suletud|zakljucen\w*|zavrsen\w*|zatvoren\w*|zaprt\w*|koncan\w*|potekl\w*|istekl\w*|tanca(?:t|da|ts|des)|finalitza\w*|pechad\w*|rematad\w*|itxita|amaitu\w*|bukatu\w*|udlobet|utlopt)\b|(?:завршен|затворен|приключи|изтек)",
        words_of("समाप्त", "बंद", "बीत", "ปิด", "สิ้นสุด", "หมด"),
    ]
)
"""Something is over."""

NOW = stems_of(
    [
        r"\b(?:now|from now on|new|ahora|a partir de ahora|nuev[oa]s?|agora|nov[oa]s?|maintenant|desormais|dorenavant|nouve\w+|adesso|ora|d ora in poi|nuov[oaie]|jetzt|nun|ab sofort|kunftig|neu\w*|nu|voortaan|nieuw\w*|numera|ny[att]*|na|nye|nyt|uusi)\b",
        r"\b(?:teraz|odtad|now[aeyo]\w*|nyni|nove|ted|mostantol|uj|acum|de acum|artik|bundan boyle|simdi|yeni\w*|sekarang|baru|bay gio|tu nay|moi|hien)\b",
        r"(?:теперь|отныне|нов(?:ый|ом|ое|ая|ому)|сейчас|тепер|відтепер|πλεον|τωρα|νεα|מעתה|כעת|עכשיו|חדש\w*|الآن|من الآن|الجديد\w*|جديد\w*|اکنون|از این پس|جدید|今後|現在|新し|新しく|下記|変わりました|现在|今后|今後|新(?:的|域|网|站|址|地|版)|以后|如下|이제|앞으로|새로운|새 |아래)",
        words_of("अब", "नया", "नए", "ตอนนี้", "ใหม่"),
    ]
)
"""From now on, or new."""

HERE = stems_of(
    [
        r"\b(?:here|aqui|ici|qui|hier|har|her|taalla|tu|tady|itt|aici|burada|burasi|di sini|o day|tai day)\b|(?:\b(?:здесь|тут|εδω|כאן)\b|هنا|اینجا|ここ|こちら|这里|此处|여기|이곳)",
        r"\b(?:this (?:one|page|site|unit|lesson|section|resource|kit|file|item|material|activity)|page|site|website|section|content|material|form|survey|responses?|pagina|sitio|web|seccion|contenido|pagina|conteudo|secao|seccao|rubrique|contenu|sezione|contenuto|seite|bereich|inhalt|inhoud|sida\w*|siden|sivu\w*)\b",
        r"\b(?:stron\w+|tresc\w*|stran\w+|obsah|oldal\w*|tartalom|sayfa\w*|icerik\w*|bolum\w*|halaman|konten|trang|noi dung)\b",
        r"(?:страниц|раздел|сайт|материал|сторінк|розділ|σελιδα|עמוד|דף|صفحة|الصفحه|موقع|صفحه|سایت|ページ|サイト|資料|页|頁|网站|内容|栏目|本站|페이지|사이트|자료)",
        words_of("पृष्ठ", "पेज", "सामग्री", "หน้า", "เว็บไซต์", "เนื้อหา"),
        r"\b(?:tukaj|ovdje|ovde|stranic\w*|spletn\w+|puslap\w*|lehe?kulg\w*|contingut\w*)\b|(?:овде|тук|страниц)",
    ]
)
"""A page that speaks of itself."""

THING = stems_of(
    [
        r"\b(?:articles?|posts?|entry|articulos?|entradas?|publicacion\w*|artig\w+|publicac\w+|articol\w+|beitrag\w*|artikel\w*|inlagg\w*|innlegg\w*|artykul\w*|wpis\w*|clan\w{1,3}k\w*|prispev\w+|bejegyzes\w*|yazi\w*|makale\w*|artikel|bai viet|lessons?|activit(?:y|ies)|resources?|documents?|files?|tools?|games?|units?|kits?|videos?|recursos?|fichas?|lecci\w+|actividad\w*|clases?|documentos?|juego|licao|licoes|atividade\w*|aulas?|jogo|fiches?|ressources?|lecons?|activites?|sequences?|jeu|risors[ae]|sched[ae]|lezion[ei]|attivita|document[oi]|gioco)\b",
        r"\b(?:lektion\w*|ubung\w*|dokument\w*|arbeitsblatt|datei\w*|unterrichts\w+|les|lessen|opdracht\w*|bestand\w*|spel|lektioner\w*|ovning\w*|opgave\w*|oppgave\w*|tehtav\w*|lekcj\w*|scenariusz\w*|zadani\w*|plik\w*|lekc\w*|ukol\w*|soubor\w*|lecke\w*|feladat\w*|lecti\w*|fisier\w*|etkinlik\w*|ders\w*|belge\w*|dosya\w*|materi|pelajaran|berkas|bai|tai lieu|giao an|worksheets?|handouts?|slides?|decks?|lesson plans?|stunden\w*|einheit\w*|materialkiste|unidad\w*|unidade\w*|unita|guias?|guides?|guida|gids|dossiers?|presentacion\w*|apresentac\w+|presentation\w*|praesentation\w*|recursos?|materiales?|materiais|materiel|materiali|material\w*)\b",
        r"(?:стать[яию]|запис[ьи]|работ[ауы]\b|публикаци|допис|المقال|مقاله|記事|文章|帖子|게시물|글\b|урок|заняти|документ|файл|разработк|ресурс|игра|матеріал|μαθημα|αρχειο|שיעור|קובץ|פעילות|الدرس|الماد[ةه]|النشاط|الملف|розробк|скрипт|درس|教材|指導案|動画|ファイル|记事|課題|资源|資源|课程|課程|文档|文件|视频|강의|수업|활동|영상|파일)",
        words_of("पाठ", "गतिविधि", "फ़ाइल", "บทเรียน", "กิจกรรม", "ไฟล์"),
        r"\b(?:gradiv\w*|vaj[aoe]|uciteljic\w*|lekcij\w*|zadat\w*|prirucnik\w*|aprakst\w*|uzdevum\w*|nodarbib\w*|pamok\w*|uzduot\w*|straipsn\w*|oppematerjal\w*|ulesann\w*|tund|fitxa|llico|recurs|materials?|courses?|kurs\w*|cursos?|partition\w*|scores?|leaflets?|brochures?|guides?|modul\w*|tutorial\w*)\b",
        r"\b(?:workshops?|oficinas?|taller(?:es)?|ateliers?|werkstatt|warsztat\w*|tyopaj\w*|radionic\w*|delavnic\w*|muhely\w*|atolye\w*|lokakarya)\b|(?:мастер класс|воркшоп|ワークショップ|工作坊|워크숍|סדנ[הא]|ورشة|کارگاه)",
    ]
)
"""What a catalog of teaching material has in it."""

WE = stems_of(
    [
        r"\b(?:we|our|us|nuestr\w+|noss[oa]s?|nous|notre|nos|nostr\w|noi|wir|uns\w*|wij|we|ons|onze|vi|var|vart|vores?|me|meidan|nasz\w*|nas|my|mi|nos|nostru|noastra|biz\w*|kami|kita|chung toi)\b",
        r"(?:\b(?:мы|нас|наш\w*|ми|ние|εμεις|μας|אנחנו|שלנו)\b|نحن|\bما\b|当サイト|当館|当社|弊|我们|我們|本站|本馆|저희|우리)",
    ]
)
"""Those who make a page."""

NO_LONGER = stems_of(
    [
        r"\b(?:no longer|any ?more|no more|ya no|ja nao|nao \w+ mais|(?:n|ne) \w+ plus|non \w+ piu|nicht mehr|niet (?:meer|langer)|geen \w+ meer|inte langre|ikke l(?:ae|e)ng\w+|ei enaa|juz nie|nie \w+ juz|uz ne\w*|jiz ne\w*|mar nem|nu mai|artik|khong con|tidak lagi|sudah tidak|ja no)\b",
        r"(?:больше (?:не|нет)|більше не|δεν .{,20} πλεον|כבר לא|לא .{,20} יותר|لم (?:يعد|تعد)|دیگر|もう|不再|已不|더 이상)",
    ]
)
"""A negation of what was so before."""

WHO = stems_of(
    [
        r"\b(?:authors?|owners?|uploader|publisher|editors?|moderators?|maker|creator|rights|copyright|licen[sc]e|teacher who|whoever|account|autor\w*|propietari\w+|dueno|editorial|derechos|titular\w*|moderador\w*|licencia|cuenta|dono|editora|direitos|licenca|conta|auteure?s?|autrice|proprietaire|ayants? droit|editeur|moderateur|compte|autrice|autore|proprietari\w|editore|diritti|licenza)\b",
        r"\b(?:autor\w*|urheber\w*|eigentumer\w*|verfasser\w*|verlag\w*|rechte\w*|rechtlich\w*|lizenz\w*|konto|einsteller\w*|auteurs?|maker|eigenaar|uitgever|rechten|rechthebbende|licentie|account|upphovs\w*|forfatter\w*|rettighed\w*|rettighet\w*|tekija\w*|wlascicie\w*|wydawc\w*|praw\w*|licencj\w*|moderator\w*|uzytkowni\w*|vlastni\w*|vydavatel\w*|prav\w*|szerzo\w*|tulajdonos\w*|proprietar\w*|drepturi\w*|yazar\w*|sahib\w*|telif\w*|yayinci\w*|lisans\w*|penulis|pemilik|hak cipta|penerbit|tac gia|ban quyen|chu so huu)\b",
        r"(?:автор|владел|правооблад|издател|модератор|пользовател|лицензи|правовлас|видавец|συγγραφ|δικαιουχ|δημιουργ|מחבר|בעלי|זכויות|كاتب|مؤلف|صاحب|ناشر|حقوق|الملكية|نویسنده|作者|投稿者|著者|権利者|著作権|出版社|版权|版權|发布者|上传者|權利人|权利人|작성자|저자|저작권|게시자|권리자)",
        words_of("लेखक", "स्वामी", "प्रकाशक", "ผู้เขียน", "เจ้าของ", "ลิขสิทธิ์"),
    ]
)
"""Who may take a resource away."""

THIS = stems_of(
    [
        r"\b(?:this|that|these|those|est[ea]s?|es[ea]s?|aquell\w|este|esta|esse|essa|est[ea]s|ce|cet|cette|ces|quest[oaei]|quell\w+|dies\w*|jene\w*|der gesuchte|die gesuchte|das gesuchte|deze|dit|die|dat|den har|det har|denne|dette|taman?|tama|te[ngj]|ta|to|tego|tej|ten|tento|tuto|toto|tuhle|ez|az|acest\w*|aceast\w*|bu|su|ini|itu|nay|do)\b",
        r"(?:\b(?:это[тмй]?\w*|эт[аиу]|данн\w+|цей|ця|це|цю|цього|цьому|αυτο|αυτη|αυτος|הזה|הזאת|זה|זו)\b|هذا|هذه|ذلك|این|آن|この|その|本|当該|ご指定|お探し|该|該|此|這|这|您要|이 |해당|요청하신)",
        words_of("यह", "इस", "นี้"),
        r"\b(?:ova|ovaj|ovo|ove|ovog|tega|sis|siis|selle|aquest\w*|aixo|hau|honek|thessi|thetta|hii|hiki)\b|(?:ова|овај|ово|тази|този|това|тези)",
    ]
)
"""A word that points at something."""

DENIED = stems_of(
    [
        r"\b(?:acceso (?:denegado|restringido|bloqueado|prohibido)|acesso (?:negado|bloqueado|restrito)|acces (?:refuse|interdit|bloque|restreint|limite)|accesso (?:negato|bloccato|limitato)|zugriff (?:verweigert|blockiert|gesperrt|abgelehnt)|toegang (?:geweigerd|geblokkeerd|beperkt)|atkomst nekad|adgang naegtet|ingen tilgang|paasy estetty|odmowa dostepu|dostep (?:zablokowany|zabroniony)|pristup (?:odepren|zamitnut|blokovan)|hozzaferes megtagadva|acces (?:respins|interzis)|erisim (?:engellendi|reddedildi|kisitl\w+)|akses (?:ditolak|diblokir)|truy cap bi (?:tu choi|chan))\b",
        r"(?:доступ (?:запрещ|ограничен|заблокирован|заборонен)|в доступе отказано|アクセスが(?:拒否|禁止)|アクセス拒否|访问被(?:拒绝|拦截|阻止)|拒绝访问|訪問被拒|访问受限|(?:접근|접속|액세스)\w? ?(?:차단|거부)|الوصول مرفوض|(?:رفض|حظر|منع) الوصول|دسترسی (?:ممنوع|محدود))",
    ]
)
"""The heading of a page that turns visitors away."""

ROBOT = stems_of(
    [
        r"\b(?:robots?|ro?bots?|captcha|humans?|human[oa]s?|humaine?s?|uman[oaie]|mensch\w*|menselijk|mens|manniska|menneske|ihminen|czlowiek\w*|clovek\w*|ember|om real|insan\w*|manusia|con nguoi|nguoi that|roboti?|robotem|robottal)\b",
        r"(?:робот|бот[а-я]?\b|человек|людин|ρομποτ|ανθρωπ|רובוט|אנוש|روبوت|إنسان|ربات|انسان|ロボット|人間|机器人|機器人|人机|滑块|验证码|驗證碼|보안문자|真人|로봇|사람인지|사람입니다)",
        words_of("रोबोट", "इंसान", "मनुष्य", "หุ่นยนต์", "มนุษย์"),
    ]
)
"""The words robot and human, as checks against robots have them."""

TOO_MANY = stems_of(
    [
        r"\b(?:too many|demasiad[oa]s|muitos|muitas|trop de|trop d|troppe|troppi|zu viele|te veel|for manga|for mange|liian monta|zbyt wiele|za duzo|prilis mnoho|tul sok|prea multe|cok fazla|terlalu banyak|qua nhieu)\b(?: \w+){,3} (?:requests?|attempts|visits|solicitud\w*|peticion\w*|pedidos|solicitac\w*|acessos|requetes?|demandes?|richieste|anfragen|zugriffe|verzoeken|aanvragen|forfragning\w*|anrop|foresporsler|pyynto\w*|zadan|zapytan|pozadavk\w*|keres\w*|cereri|istek\w*|permintaan|yeu cau|luot)\b",
        r"(?:слишком (?:много|часто)|забагато запит|παρα πολλα αιτηματα|יותר מדי בקשות|طلبات (?:كثيرة|كثيره)|درخواست.{,12}زیاد|リクエストが多|アクセスが(?:集中|多|制限)|アクセス(?:制限|過多)|(?:请求|訪問|访问|操作)\w{,3}(?:频繁|頻繁|過多|过多)|요청이 너무 많|접속이? ?제한)",
    ]
)
"""A visitor is told to have asked too often."""

PROVE = stems_of(
    [
        r"\b(?:stellen sicher|sicherstell\w*|verif\w+|check\w*|confirm\w*|prove|security|secure|compro\w+|segur\w+|confirma\w*|verific\w+|seguranca|sicurezza|verifi\w+|prouve\w*|securite|pruf\w+|uberpruf\w+|bestatig\w+|sicherheit\w*|controle\w*|controler\w*|bevestig\w*|veilig\w*|kontroll\w*|bekraft\w*|varmist\w*|sprawdz\w+|potwierdz\w+|weryfik\w+|over\w+|potvr\w+|ellenoriz\w+|dogrula\w*|kontrol\w*|guvenlik|verifikasi|periksa|xac minh|kiem tra)\b",
        r"(?:провер|подтверд|перевір|підтвер|ελεγχ|επιβεβαι|אימות|בדיקה|ודא|تحقق|التحقق|تأكيد|تأكد|بررسی|تأیید|確認|認証|验证|驗證|检查|检测|确认|확인|인증|검사)",
        words_of("सत्याप", "जाँच", "पुष्टि", "ตรวจสอบ", "ยืนยัน"),
    ]
)
"""What checks against robots do."""

PRICE = re.compile(
    r"(?:[$€£¥₽₺₩₹]|\b(?:usd|eur|gbp))\s?\d|\d\s?(?:[$€£¥₽₺₩₹]|usd\b|eur\b|руб|zl\b|zł|kr\b|元|円|원|tl\b)|\b(?:price|prix|precio|preis|prezzo|preco|preço|prijs|cena|fiyat|harga|lease to own|escrow)\b|цена|価格|价格|價格|가격|السعر|سعر|قیمت|giá bán",
    re.IGNORECASE,
)
"""A price, in text as it is written."""

ANSWERS = stems_of(
    [
        r"\b(?:surveys?|polls?|questionnaires?|forms?|answers?|repl(?:y|ies)|responses?|webinar\w*|webinaari\w*|webinaires?|registrations?|sign ?ups?|enrol\w*|applications?|submissions?|admissions?|entries|votes?|voting|consultation|encuesta\w*|formulario\w*|respuestas?|inscripcion\w*|cuestionario|votacion|consulta|inquerito|respostas?|inscricao|inscricoes|questionario|pesquisa|enquete|sondages?|formulaire|reponses?|avis|sondaggio|modulo|rispost\w+|iscrizion\w+|raccolta)\b",
        r"\b(?:umfragen?|befragung\w*|formular\w*|antworten|anmeldung\w*|abstimmung|ruckmeldung\w*|vragenlijst|formulier|antwoorden|aanmelding\w*|inschrijving\w*|enkat\w*|svar\w*|anmalan|sporreskema\w*|sporreundersokelse\w*|tilmelding\w*|pamelding\w*|kysely\w*|skjema\w*|blankett\w*|vastau\w*|ilmoittautumi\w*|ankiet\w*|formularz\w*|odpowiedz\w*|zapis\w*|glosowani\w*|dotaznik\w*|odpoved\w*|prihlas\w*|kerdoiv\w*|valasz\w*|jelentkez\w*|chestionar\w*|raspuns\w*|inscrier\w*|anket\w*|yanit\w*|basvuru\w*|kayit\w*|survei|jawaban|pendaftaran|khao sat|cau tra loi|dang ky)\b",
        r"(?:вебинар|вебінар|ウェビナー|웨비나|опрос|анкет|форм[аыуе]|ответ|регистраци|заявк|голосовани|опитуванн|набір|набор|прийом|при[её]м|відповід|реєстраці|ερωτηματολογ|απαντησ|εγγραφ|סקר|שאלון|תשוב|הרשמה|استبيان|استطلاع|نموذج|استمارة|إجابات|ردود|التسجيل|نظرسنجی|پرسشنامه|پاسخ|ثبت ?نام|アンケート|回答|受付|申込|応募|投票|调查|調查|问卷|問卷|答卷|报名|報名|投票|설문|응답|조사|신청|접수|투표)",
        r"\b(?:registracij\w*|paraisk\w*|apklaus\w*|pieteik\w*|aptauj\w*|registreerimi\w*|kusitlus\w*|prijav\w*|upitnik\w*|obraz[ea]c|izen emate\w*|inkesta\w*|galdetegi\w*|enquesta|enquisa|formulari\w*|skraning\w*|konnun\w*|umsokn\w*|ansok(?:an|ning\w*)|ansogning\w*|soknad\w*)\b|(?:пријав|упитник|записван)",
        words_of("सर्वेक्षण", "उत्तर", "फ़ॉर्म", "पंजीकरण", "แบบสอบถาม", "แบบสำรวจ", "คำตอบ", "ลงทะเบียน"),
    ]
)
"""What is asked of readers in a form or a survey."""

ADS = stems_of(
    [
        r"\b(?:sponsor\w*|advertis\w+|related (?:links|searches|topics)|patrocinad\w+|publicidad\w*|anzeigen?|werbung|liens (?:sponsorises|commerciaux)|publicite|annunci|pubblicita|advertenties|reklam\w*|iklan|quang cao)\b",
        r"(?:реклам|広告|スポンサー|广告|推广|광고|إعلانات|تبلیغات)",
    ]
)
"""Advertisements."""

NAME_TRADE = stems_of(
    [
        r"\b(?:next owner|new owner|get a quote|quote|inquir\w+|enquir\w+|brokers?|sellers?|buyers?|brand names?|registrars?|hosting|web host|future home|renew\w*|expire\w*|parked|parking|this name|vendedor\w*|corredor\w*|titular\w*|proximo dueno|nuevo dueno|renov\w+|expirou|alojamiento|hospedagem|alojamento|vendeur|courtier|titulaire|ceder|cession|hebergeu?\w*|venditore|rinnov\w+|cedesi|verkaufer|makler|inhaber|kaufpreis|preisanfrage|parkt|geparkt|erneuern|verkoper|makelaar|vernieuw\w*|agare|saljare|ejer|saelger|omistaja|wlascicie\w+|do kupienia|odkup\w*|sprzedaw\w+|odnow\w+|majitel\w*|prodejce|tulajdonos|proprietar\w*|sahib\w*|satici|fiyat\w*|pemilik|penjual|perpanjang|chu so huu|bao gia|rao ban|gia han)\b",
        r"(?:владел|приобрести|стоимость|продав|хостинг|продл[еи]|власник|придбати|ιδιοκτητ|αγορα|בעלים|لشراء|المالك|صاحب|مالک|خرید|所有者|お問い合わせ|更新|取得|待售|经纪|出让|联系我们|续费|续期|소유자|구입|갱신)",
    ]
)
"""The trade with the names of sites: owners, brokers, quotes, hosting."""

WANTED = stems_of(
    [
        r"\b(?:(?:you|we) (?:are|re|were|ve been)? ?(?:looking|searching) for|you (?:requested|wanted|asked for|clicked|followed|tried)|requested|looked (?:everywhere|high)|solicitad[oa]s?|pedid[oa]s?|requerid[oa]s?|(?:busca|buscaba|buscabas|buscas|busque|buscais|procura|procurava)(?:s|n|is)?|demandee?s?|recherchee?s?|(?:vous|tu) (?:re)?cherch\w+|richiest[oa]|cercat[oaei]|(?:stai|stavi|state) cercando|cercavi|cercavate)\b",
        r"\b(?:gesucht\w*|gewunscht\w*|angefordert\w*|aufgerufen\w*|gezocht\w*|gevraagd\w*|opgevraagd\w*|(?:du|ni) (?:soker|sokte)|efterfragad\w*|begard\w*|(?:du|i) (?:leder efter|soger|ledte)|etsimasi|etsima\w*|hakemasi|pyyta\w+|szukan\w+|szukasz|ktorej szukasz|zadan\w+|ktorou hledate|hledan\w*|hledate|pozadovan\w*|keresett|kert|cautat[ae]?|solicitat[ae]?|aradigin\w*|istedigin\w*|(?:anda|kamu) (?:cari|minta)|yang (?:di)?(?:cari|minta)\w*|(?:ban|quy vi) (?:dang )?(?:tim|yeu cau))\b",
        r"(?:запрошенн|запрашива|искомо|котор\w+ вы (?:ищете|искали|запро)|вы (?:ищете|искали|запросили)|запитуван|ви шукаєте|που (?:ζητησ|αναζητ|ψαχν)|שחיפש|שביקש|المطلوب|تبحث عن|طلبت|درخواست شده|به دنبال|お探し|ご指定|ご要望の|要求された|您(?:要|所)?(?:访问|查找|查看|请求|寻找|找|瀏覽|浏览)的|찾으시는|찾고 계신|요청하신)",
        words_of("आप खोज", "आपने मांग", "ที่คุณค้นหา", "ที่คุณต้องการ"),
    ]
)
"""What the visitor asked for, as only a notice calls it."""

NEED = stems_of(
    [
        r"\b(?:required?|requires|needed|needs?|necessary|must|compulsory|instal\w*|downloads?|necesari[oa]s?|necesita\w*|hace falta|requiere\w*|obligatori[oa]|precisa\w*|necessari[oaei]s?|exige\w*|necessaires?|besoin|faut|requis\w*|obligatoires?|serve|servono|occorr\w+|bisogno|obbligatori\w|notig|notwendig|erforderlich|brauch\w+|benotig\w*|vorkenntnisse|nodig|vereist|noodzakelijk|kravs|behovs|nodvandig\w*|kraeves|kreves|nodvendig\w*|tarvita|potrzeb\w*|wymagan\w*|treba|potreb\w*|nutn\w*|vyzad\w*|szukseg\w*|kell|trebuie|nevoie|necesar\w*|gerek\w*|lazim|sart|perlu|diperlukan|butuh|can|can thiet)\b",
        r"(?:нужн|необходим|требу|обязател|потріб|необхідн|χρειαζ|απαιτειται|נדרש|צריך|צורך|يحتاج|تحتاج|يتطلب|مطلوب|لازم|ضرور|نیاز|必要|要りません|いりません|需要|无需|無需|不用|不必|필요)",
        words_of("ज़रूरत", "आवश्यक", "จำเป็น", "ต้อง"),
    ]
)
"""What is or is not needed: to say that nothing is, is no notice."""

MORE = stems_of(
    [
        r"^(?:more|another|further|mas|mais|otr[oa]s?|outr[oa]s|plus de|d autres|altr[ie]|ulterior\w*|weitere\w*|mehr|meer|nog meer|fler|flere|lisaa|wiecej|kolejne|dalsi|tovabbi|mai multe|daha fazla|lebih banyak|them)\b",
        r"^(?:ещ[её]|другие|продолжение|інші|περισσοτερα|עוד|المزيد|さらに|続き|更多|더 많은)",
    ]
)
"""More of what is there, at the beginning of a sentence."""

THANKS = stems_of(
    [
        r"\b(?:thanks?|thank you|grateful|gracias|agradec\w+|gracies|agraim\w*|grazas|obrigad[oa]s?|merci|remerci\w+|grazie|ringrazi\w+|dank\w*|bedank\w*|tack (?:till|for|alla)|tak (?:til|for)|takk\w*|kiito\w*|kiitam\w*|dzieku\w+|podziekowan\w*|dekuj\w+|podekovan\w*|dakuj\w+|podakovan\w*|koszon\w+|multumi\w*|zahval\w*|hvala|dekoj\w*|aciu|paldies|pateic\w*|taname|aitah|eskerrik|thokk\w*|diolch\w*|tesekkur\w*|terima kasih|cam on|asante\w*|salamat)\b",
        r"(?:спасибо|благодар|дяку|подяк|хвала|захвал|ευχαριστ|תודה|מודים|شكر|نشكر|سپاس|تشکر|ممنون|ありがとう|感謝|御礼|お礼|感谢|谢谢|謝謝|감사)",
        words_of("धन्यवाद", "आभार", "ขอบคุณ", "ধন্যবাদ", "நன்றி", "شکریہ"),
    ]
)
"""Thanks, as a farewell has them: they say nothing of the thing that is over."""

NOT_THERE = (
    notice_stems.GONE,
    notice_stems.CLOSED,
    notice_stems.SOON,
    notice_stems.MOVED,
    NO_LONGER,
    NOT_YET,
    OVER,
)
"""That something is gone, over, elsewhere or not there yet."""

THINGS = (HERE, THING, ANSWERS)
"""What a notice may be about."""


def says(said: str, *words: Phrases) -> bool:
    """Whether a plain, normalized text has any of some words."""
    return any(pattern.search(said) for pattern in words)
