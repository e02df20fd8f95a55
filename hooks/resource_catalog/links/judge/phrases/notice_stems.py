"""Stems of the notices that stand in place of a resource, one line a language.

These are not whole sentences: a stem counts only in a short sentence of a page that does not show
what the catalog promised, or shows nothing beside it (see :mod:`…judge.page.target_match`). To support
another language, add a line.
"""

from __future__ import annotations

import re

from resource_catalog.links.judge.phrases.any_of import stems_of
from resource_catalog.model.title_matching import normalize_text


def words_of(*phrases: str) -> str:
    """Plain phrases as one expression, for scripts whose vowel signs are no letters to Python."""
    return "|".join(re.escape(normalize_text(phrase)) for phrase in phrases)


GONE = stems_of(
    [
        r"\b(?:no longer (?:available|exists?|here|online|offered|hosted|open|part of|published|accessible|active|provided)|(?:has|have|had|was|were|been|is|are|we|ve|author|owner|uploader|they|permanently) (?:since |now |all |been |being |permanently )*(?:removed|deleted|withdrawn|withdrew|taken down|took down|(?:took|taken) (?:\w+ ){1,3}down|retired|unpublished|discontinued|suspended|terminated|pulled|shut down|sunset|disabled|hidden|expired|ceased)|(?:removed|deleted|withdrawn|taken down|retired|pulled) (?:by|at the)|took (?:\w+ ){1,3}(?:down|off|offline|out of|away)|taken (?:off|offline|out of|away)|(?:does|did)(?: not|n t| n t) exist|doesn t exist|(?:can|could)(?: not|not|n t| t)(?: be)? (?:find|found|locate|located)|not (?:being )?(?:available|found|offered)|isn t (?:available|here)|(?:is|are|currently|now) unavailable|unavailable$|is gone|are gone|has graduated|(?:account|service|site|shop|project) (?:closed|ended|is closed)|(?:discontinued|retired|sunset) (?:the|this|our) \w+|did not make the (?:trip|move)|shutting down|has shut|closed its doors|set to private|switched (?:\w+ ){0,3}off|intentionally (?:left )?empty|web server is successfully installed|error occurred|ran its course|says? goodbye|farewell)\b",
        r"\b(?:ya no (?:esta|estan|existe|existen|se encuentra|se ofrece|se publica|disponible)|no (?:esta )?disponible|no existe|retir(?:o|ado|ada|arla|arlo|aron)\b|eliminad[oa]s?|borrad[oa]s?|borrarlo|despublicad[oa]|suspendid[oa]|hemos cerrado|cierra sus puertas|dejo de (?:funcionar|estar|ofrecer)|dado de baja|ha desaparecido|ha decidido (?:borrar|retirar|quitar)\w*|quitad[oa]|cancelad[oa]|descatalogad[oa])\b",
        r"\b(?:nao (?:esta|existe|se encontra)(?: mais)?(?: disponivel)?|ja nao (?:esta|existe)|indisponivel|removid[oa]s?|retirad[oa]s?|apagad[oa]s?|excluid[oa]s?|eliminad[oa]s?|saiu do ar|fora do ar|foi encerrad[oa]|encerrou|descontinuad[oa]|desativad[oa]|desapareceu|cancelad[oa]|despublicad[oa])\b",
        r"\b(?:n (?:est|existe|sont) plus(?: \w+){0,3}|n a pas ete trouve\w*|introuvable|supprimee?s?|retiree?s?|hors ligne|mise? hors|plus (?:disponible|propose\w*|en ligne|accessible|publie\w*)|a (?:ferme|disparu)|depubliee?s?|a cesse|cesse (?:son|ses) activites?|ont disparu|a pris fin|indisponible|desactivee?)\b",
        r"\b(?:non (?:e|sono|esiste|esistono)(?: piu)?(?: \w+)? ?(?:disponibil\w|in linea|esist\w+|accessibil\w)?(?<= piu)|non e (?:piu )?(?:disponibile|presente|in linea)|non esiste|rimoss[oae]|eliminat[oa]|cancellat[oa]|ritirat[oa]|tolt[oa]|dismess[oa]|non disponibile|ha chiuso|e stato chiuso|non e piu|e sparit[oa]|scadut[oa]|disattivat[oa])\b",
        r"\b(?:nicht (?:mehr )?(?:verfugbar|vorhanden|abrufbar|online|erreichbar|auffindbar|angeboten|gefunden)|(?:gibt|existiert)(?: \w+){0,3} (?:nicht|nicht mehr)|geloscht|entfernt|zuruckgezogen|eingestellt|abgeschaltet|aus dem (?:netz|programm|angebot) genommen|depubliziert|vom netz|gesperrt|verweildauer abgelaufen|abgelaufen|aufgelost|nicht mehr)\b",
        r"\b(?:niet (?:meer )?(?:beschikbaar|gevonden|online|bereikbaar|aanwezig)|bestaat niet(?: meer)?|verwijderd|ingetrokken|weggehaald|offline gehaald|stopgezet|opgeheven|uit de lucht|is gestopt|niet langer)\b",
        r"\b(?:nie (?:istnieje|jest (?:juz )?dostepn\w+|znaleziono|mozna)|niedostepn\w+|usuniet[aoey]\w*|usun(?:al|ela|eli)\w*|wycofa\w+|zniknal|zniknela|zniknelo|skasowan\w+|zamkniet\w+ (?:serwis|konto)|zakonczyl\w* dzialalnosc|juz nie ma|nieaktywn\w+)\b",
        r"(?:удал[её]н|удалил|снят[аоы]? с|сняли|публикация снята|больше не(?: \w+)?|не (?:найден|существует|доступ)|недоступ|закрыт по|доступ \w* ?\w* ?закрыт|скрыт[аоы]? |прекратил|заблокирован|отозван|исчез|закрыт[аоы]? (?:навсегда|автором|владельцем)|убра[лн]|удалена?)",
        r"(?:видален|більше не|не (?:знайдено|існує|доступн)|недоступн|знято з|прибрали|закрито)",
        r"(?:kaldırıl|silinmis|silindi|silmis|yayından|bulunamadı|artık (?:yok|mevcut|yayında)|mevcut değil|yayında değil|erişilemiyor|kapatıldı|yayın hayatına|sona erdi|kaldırdı|artık burada değil|yayından kalktı|erişime kapa)",
        r"(?:لم يعد|لم تعد|غير متا?ح|غير متوفر|غير موجود|تم حذف|حذف(?:ت|ه|ها)? |تمت إزالة|تمت ازالة|أزيل|سحب(?:ت|ه|ها)? |أغلق)",
        r"(?:دیگر (?:در دسترس|موجود)|حذف شد|یافت نشد|وجود ندارد)",
        r"(?:已被?\w{0,6}?(?:删除|刪除|移除|撤下|撤回|下架|下线|下線|失效|停止|关闭|關閉|过期|過期)|不存在|找不到|停服|停止服务|无法访问|不再提供|已经不在|不见了|不可用|暂不提供|已停止)",
        r"(?:公開を(?:終了|停止|とりやめ|取りやめ)|公開終了|非公開|削除|取り下げ|掲載を?(?:終了|期間)|サービスを?終了|終了(?:いたしました|しました)|見つかりません|存在しません|表示できません|ありません|ご利用いただけません|閉鎖|退会)",
        r"(?:삭제|더 이상 (?:제공|존재|볼|이용)|찾을 수 없|존재하지 않|비공개|서비스(?:를|가)? ?종료|이용할 수 없|내려졌|내렸습니다|사라졌|없는 페이지)",
        r"\b(?:khong (?:con|ton tai|tim thay)|da (?:bi )?(?:xoa|go)|bi go|ngung (?:hoat dong|cung cap))\b",
        r"\b(?:tidak (?:lagi )?(?:tersedia|ditemukan|ada)|telah dihapus|sudah dihapus|dihapus|ditarik|ditutup)\b",
        r"\b(?:neexistuje|nenalezen\w*|smazan\w*|odstranen\w*|stazen\w*|neni (?:jiz )?(?:dostupn\w+|k dispozici)|zrusen\w*|nedostupn\w+|ukoncil\w*)\b",
        r"(?:torolte|toroltek|eltavolit|megszunt|nem (?:erheto el|talalhato|letezik)|mar nem|visszavont)",
        r"(?:δεν (?:υπάρχει|βρέθηκε|είναι (?:πια |πλέον )?διαθέσιμ)|απέσυρε|αποσύρθηκε|διαγράφηκε|αφαιρέθηκε|μη διαθέσιμ)",
        r"(?:הוסר|נמחק|לא (?:נמצא|קיים|זמין)|אינו זמין|אינה זמינה|כבר לא|\bהורדו?\b|נסגר)",
        words_of("हटा दिया", "हटा दी", "हटा ली", "हटा लिया", "उपलब्ध नहीं", "नहीं मिल", "मौजूद नहीं"),
        words_of("बंद कर दिया", "बंद हो ग", "ถูกลบ", "ไม่พบ", "ไม่มีอยู่", "ไม่มีแล้ว", "ลบไปแล้ว", "ยกเลิก"),
        r"\b(?:nu mai (?:este|exista|e)|nu exista|a fost (?:sters|stearsa|eliminat\w*|retras\w*)|sters\w*|indisponibil\w*)\b",
        r"\b(?:finns inte|hittades inte|ar borttagen|har tagits bort|inte langre|ikke laengere|ikke lenger|er fjernet|slettet|trukket|fjernet|nedlagt|nedlagd|upphort|lagts ned|poistettu|ei loydy|ei ole enaa)\b",
        r"\b(?:(?:ni|nije|nisu|niso|ne) (?:vec|vise) \w+|(?:vec|vise) (?:ni|ne|nije|nisu) \w+|odstranjen\w*|uklonjen\w*|umaknjen\w*|povucen\w*|izbrisan\w*|obrisan\w*|ukinjen\w*|ukinut\w*|ne (?:obstaja|postoji)|nije (?:pronaden\w*|dostup\w+)|ni (?:najden\w*|na voljo)|vymazan\w*|stiahnut\w*|zmazan\w*|nie je (?:uz )?(?:dostupn\w+|k dispozicii))\b",
        r"(?:уклоњен|обрисан|не постоји|није (?:више )?доступ|повучен|укинут|премахнат|изтрит|не съществува|вече (?:не|няма)|не е (?:намерен|достъп)|свален[аои]? от|оттегл)",
        r"\b(?:(?:iz)?dzest[saiou]*|nonemt\w*|iznemt\w*|vairs nav|nav (?:vairs )?(?:pieejam\w*|atrast\w*)|neeksiste\w*|pasalint\w*|istrint\w*|nebera|nebepasiekiam\w*|nerast\w*|neegzistuoja|nebeskelbiam\w*|panaikint\w*|kustutat\w*|eemaldat\w*|ei ole (?:enam )?(?:saadaval|kattesaadav\w*)|ei leitud|pole enam|maha voetud)\b",
        r"\b(?:ja no (?:esta|existeix|es troba|forma|s ofereix)|retirat|retirada|eliminat|esborrat|s ha (?:retirat|eliminat|esborrat|tret)|hem (?:retirat|tret|esborrat)|no s ha trobat|no existeix|kendu (?:dugu|dute|egin|da)|ezabatu\w*|ez da(?:go)? (?:existitzen|jada|erabilgarri)|fjarlaegt?\w*|ekki lengur|fannst ekki|imeondolewa|imefutwa|haipatikani|haipo)\b",
        words_of(
            "মুছে ফেলা", "সরিয়ে নেওয়া", "পাওয়া যায়নি", "நீக்கப்பட்ட", "கிடைக்கவில்லை", "دستیاب نہیں", "ہٹا د"
        ),
    ]
)
"""The resource is gone."""

CLOSED = stems_of(
    [
        r"\b(?:(?:has|have) stopped (?:accepting|collecting|taking)|no longer (?:accept|taking|open|collect)\w*|not accepting (?:responses|submissions|answers)|(?:survey|poll|form|registration|enrol\w*|entr(?:y|ies)|submissions?|applications?|voting|questionnaire|sign ?ups?|nominations?|booking|contest|quiz|competition)(?: \w+){0,4} (?:(?:is|are|has|have|was) )?(?:now |already |been )*(?:closed|over|ended|full|passed|finished)|(?:event|webinar|session|workshop|conference|meeting|course)(?: \w+){0,3} (?:has|is|was) (?:now |already )*(?:ended|over|passed|taken place|finished|concluded)|(?:event|webinar|session|workshop|survey|poll)(?: \w+){0,2} (?:ended|took place|was held|ran (?:until|from))|deadline(?: \w+){0,4} passed|all the (?:answers|responses) we need|sold out)\b",
        r"\b(?:ya no (?:admite|acepta|recib)\w*|(?:plazo|inscripci\w+|encuesta|formulario|matricula|votaci\w+|evento|convocatoria|cuestionario)(?: \w+){0,5} (?:cerrad[oa]s?|finalizad[oa]|terminad[oa]|concluid[oa]|finalizo|termino|concluyo|cerro|ha pasado|completo)|ha (?:finalizado|concluido|terminado))\b",
        r"\b(?:nao (?:aceita|aceitamos|recebe|esta a aceitar)\w*|(?:inscric\w+|formulario|inquerito|pesquisa|questionario|prazo|votacao|evento|candidatur\w+|matricul\w+)(?: \w+){0,6} (?:encerrad[oa]s?|terminad[oa]s?|fechad[oa]s?|esgotad[oa]s?|terminou|encerrou|encerraram|terminaram|acabou|passou|finalizad[oa])|(?:encerrad|esgotad)[oa]s (?:as |a )?\w+)\b",
        r"\b(?:n accepte plus|(?:sondage|formulaire|questionnaire|inscriptions?|enquete|vote|evenement|webinaire|candidatures?|concours)(?: \w+){0,5} (?:clos\w*|terminee?s?|fermee?s?|completes?|passee?|achevee?)|(?:est|sont) (?:desormais |maintenant )?(?:clos\w*|terminee?s?)|date limite(?: \w+){0,4} (?:passee|depassee))\b",
        r"\b(?:non accetta piu|(?:sondaggio|modulo|questionario|iscrizion\w|votazion\w|evento|bando|candidatur\w|concorso)(?: \w+){0,5} (?:chius[oaei]|terminat[oaei]|conclus[oaei]|scadut[oaei]|complet[oaei])|termini(?: \w+){0,3} scadut\w)\b",
        r"\b(?:nimmt keine (?:\w+ )?(?:antworten|einsendungen|anmeldungen)|(?:umfrage|befragung|formular|anmeldung|anmeldefrist|bewerbungsfrist|veranstaltung|abstimmung|teilnahme|frist|wettbewerb|einsendeschluss|webinar|kurs)(?: \w+){0,6} (?:beendet|geschlossen|abgeschlossen|abgelaufen|stattgefunden|vorbei|endete|ausgebucht|verstrichen|zu ende|nicht mehr moglich)|hat bereits stattgefunden|ausgebucht)\b",
        r"\b(?:accepteert geen|(?:enquete|formulier|inschrijving\w*|aanmelding\w*|stemming|bijeenkomst|evenement|vragenlijst)(?: \w+){0,5} (?:gesloten|afgelopen|beeindigd|eindigde|voorbij|vol|verlopen))\b",
        r"(?:dobieg\w* konca|(?:ankiet\w+|formularz|zapisy|rekrutacj\w|nabor|glosowanie|rejestracj\w|zgloszen\w*|konkurs|wydarzenie)(?: \w+){0,4} (?:zamkniet\w+|zakonczon\w+|zakonczyl\w+|sie skonczyl\w*|uplynal)|przyjmowanie zgloszen (?:zosta\w+ )?zakoncz\w+|nie przyjmuje)",
        r"(?:(?:опрос|анкет\w+|форм\w+|регистраци\w+|запись|при[её]м (?:заявок|ответов|работ)|набор|сбор ответов|голосовани\w+|мероприятие|вебинар|конкурс)(?: \w+){0,5} (?:закрыт\w*|заверш\w+|окончен\w*|прекращ\w+|прош\w+|состоял\w+)|больше не принима|не принимает|при[её]м \w+ окончен)",
        r"(?:(?:опитування|анкет\w+|форм\w+|реєстраці\w+|прийом)(?: \w+){0,4} (?:закрит\w*|заверш\w+|припинен\w*)|більше не приймає)",
        r"(?:(?:anket|form|başvuru\w*|kayıt\w*|oylama|etkinlik|son gün)(?: \w+){0,5} (?:kapan\w+|kapalı\w*|sona er\w+|bitti|bitmis\w*|tamamlan\w+|dolmus\w*|doldu|gecti|gecmis\w*|sona)|yanıt kabul etmiyor|artık (?:yanıt|başvuru|kayıt) (?:kabul|alın)\w*|süresi (?:dol(?:du|mus)\w*|gec))",
        r"(?:(?:الاستبيان|الاستطلاع|التسجيل|النموذج|الاستمارة|باب|التقديم|المسابقة)(?: \w+){0,5} ?(?:مغلق|انتهى|انتهت|اكتمل|اغلق|أغلق|منته)|(?:انتهى|أغلق|اكتمل|انتهت)(?: \w+){0,2} (?:التسجيل|الاستبيان|باب|الموعد|العدد|فترة|التقديم)|لا (?:نقبل|يقبل|نستقبل|يستقبل)|اكتمل العدد)",
        r"(?:(?:问卷|問卷|报名|報名|投票|表单|表單|活动|活動|征集|调查|調查|收集|申请)\w{0,8}(?:结束|結束|截止|关闭|關閉|停止|已满|過期|过期)|停止(?:回收|收集|报名)|不再接受)",
        r"(?:(?:アンケート|受付|申し?込み|募集|フォーム|回答|投票|応募|イベント|セミナー)\w{0,8}(?:終了|締め切|締切|停止|閉じ|できません|いっぱい)|受け付けていません|定員に達し)",
        r"(?:(?:설문|접수|신청|모집|투표|응답|행사|양식|조사)\w{0,3}(?: \w+){0,3} ?(?:종료|마감|끝나|끝났|받지 않)|마감되었)",
        r"\b(?:(?:khao sat|bieu mau|dang ky|binh chon|su kien)(?: \w+){0,5} (?:ket thuc|dong|het han|da dong|day)|khong con nhan|ngung nhan)\b",
        r"\b(?:tidak (?:lagi )?menerima|tidak menerima (?:jawaban|respons)|(?:survei|formulir|pendaftaran|pemungutan)(?: \w+){0,4} (?:ditutup|berakhir|selesai|penuh|tidak menerima))\b",
        r"(?:nezart|lezart|lezarult|veget ert|nem fogad|uzavren|ukoncen|jiz neprijima|nu mai (?:primeste|accepta)|s a incheiat|s au incheiat|inscrieri\w* (?:s au )?(?:inchis|incheiat))",
        r"(?:(?:הסקר|הטופס|ההרשמה|ההצבעה|האירוע)(?: \w+){0,3} (?:הסתיים|הסתיימה|נסגר|נסגרה|סגור|סגורה|אינו מקבל)|אינו מקבל)",
        words_of(
            "तिथि बीत", "तिथि समाप्त", "समाप्त हो ग", "समाप्त हो चु", "बंद हो चु", "बंद है", "स्वीकार नहीं"
        ),
        r"(?:(?:έρευνα|φόρμα|εγγραφές|ψηφοφορία|αιτήσεις|ερωτηματολόγιο)(?: \w+){0,4} (?:έκλεισ\w+|έληξ\w+|ολοκληρώθηκ\w+)|δεν δέχεται)",
        words_of("ปิดรับ", "หมดเขต", "สิ้นสุด", "ไม่รับ"),
        r"\b(?:enkat\w*|formular\w*|anmalan|ansokan|ansog\w*|soknad\w*|undersok\w*|undersog\w*|s[pk]\w*skema\w*|skjema\w*|tilmelding\w*|pamelding\w*|a[fv]stemning\w*|omrostning\w*|tavling\w*|konkurrence\w*|konkurrans\w*|frist\w*)(?: \w+){0,4} (?:stangd\w*|avslutad\w*|lukket|stengt|a[fv]sluttet|slut|slutt|udlobet|utlopt|gatt ut|forbi|fuld\w*|full\w*)\b",
        r"\b(?:ilmoittautumi\w*|hakuaika|kysely\w*|lomak\w*|aanesty\w*|kilpailu\w*|vastausaika)(?: \w+){0,4} (?:paatty\w+|sulje\w+|sulkeutu\w+|umpeutu\w+|taynna|ohi)\b",
        r"\b(?:registracij\w*|paraisk\w*|anket\w*|apklaus\w*|balsavim\w*|konkurs\w*|pieteik\w*|aptauj\w*|balsosan\w*|registreerimi\w*|kusitlus\w*|ankeet\w*|haaletus\w*|voistlus\w*|taotlus\w*)(?: \w+){0,4} (?:baigt\w*|baigesi|pasibaig\w+|uzdaryt\w*|nutrauk\w*|beig\w+|nosleg\w+|slegt\w*|loppe\w+|suletud|labi|taitunud)\b",
        r"\b(?:prijav\w+|anket\w*|obraz[ea]c|obrasc\w*|upitnik\w*|glaso?vanj\w*|glasanj\w*|nat(?:j?e)caj\w*|natjecanj\w*|tekmovanj\w*|vpis\w*|upis\w*|rok)(?: \w+){0,4} (?:zakljuc\w+|zavrs\w+|zatvoren\w*|zaprt\w*|koncan\w*|potek\w+|istek\w+|popunjen\w*|zapolnjen\w*)\b",
        r"(?:(?:пријав|анкет|упитник|гласањ|конкурс|записван|регистраци|гласуван|кандидатстван)\w*(?: \w+){0,4} (?:завршен|затворен|заврши|истек|приключи|изтек)\w*)",
        r"\b(?:prihlas\w+|registrac\w+|dotaznik\w*|anket\w+|formular\w*|hlasovan\w*|soutez\w*|sutaz\w*|prijem|lhuta|lehota)(?: \w+){0,4} (?:ukonc\w+|uzavr\w+|skonc\w+|vyprs\w+|uplynul\w*|naplnen\w*)\b",
        r"\b(?:inscripci\w+|inscricion\w*|enquesta|enquisa|formulari\w*|termini|prazo|votaci\w+|concurs\w*|izen emate\w*|inkesta\w*|galdetegi\w*|deialdi\w*|lehiaketa\w*|skraning\w*|konnun\w*|umsokn\w*)(?: \w+){0,4} (?:tanca[td]\w*|finalitza\w*|acaba[td]\w*|exhauri\w*|pechad\w+|pechou|remat\w+|itxi\w*|amaitu\w*|bukatu\w*|lokid|lokad|runnin\w*)\b",
        r"(?:ثبت ?نام|نظرسنجی|پرسشنامه|فرم|مهلت|مسابقه|وبینار)(?: \w+){0,5} ?(?:پایان|بسته|تمام|به اتمام|منقضی)",
    ]
)
"""A form, a survey or an event is over."""

SUSPENDED = stems_of(
    [
        r"\b(?:account|hosting|web ?site|site)(?: \w+){0,3} (?:suspended|deactivated|terminated|switched off)\b",
        r"\b(?:(?:cuenta|conta|sitio|site)(?: \w+){0,3} (?:suspendid[oa]|suspens[oa])|(?:compte|site|hebergement)(?: \w+){0,3} suspendu|(?:account|sito|hosting)(?: \w+){0,3} sospeso)\b",
        r"\b(?:(?:konto|account|webspace|webseite|website|hosting)(?: \w+){0,3} (?:gesperrt|opgeschort|geblokkeerd|stangts av|suspenderet|zawieszon\w+|zablokowan\w+|pozastaven\w*)|(?:hesap|hesabi|site)(?: \w+){0,3} askiya alin\w+|akun(?: \w+){0,3} ditangguhkan)\b",
        r"(?:(?:аккаунт|сайт|хостинг)(?: \w+){0,3} (?:заблокирован|приостановлен|отключ[её]н)|(?:账户|账号|帳戶|网站|網站)已?(?:被)?(?:暂停|停用|关停|暫停)|アカウント(?:は|が)?(?:停止|凍結)|계정이? ?정지|(?:تم )?(?:تعليق|إيقاف) (?:الحساب|الموقع))",
    ]
)
"""A hosting service switched a site off."""

SOON = stems_of(
    [
        r"\b(?:coming (?:very )?soon|under construction|(?:is|are) on (?:its|their|the) way|stay tuned|check back (?:soon|later)|(?:back|here|ready|available|launch\w*|open\w*|live) (?:very )?soon|work in progress|watch this space|be the first to know|just another (?:site|wordpress)|(?:being|to be) (?:written|prepared|built|updated|filled)|in preparation|under development|not (?:yet )?(?:been )?(?:written|filled|ready)|placeholder|lorem ipsum|tba|to be announced|sample page)\b",
        r"\b(?:(?:muy )?pronto|proximamente|en construccion|en (?:preparacion|obras|desarrollo)|estamos (?:trabajando|preparando)|vuelv\w+ (?:pronto|mas tarde)|em breve|em construcao|em preparacao|em desenvolvimento|estamos (?:a (?:trabalhar|preparar)|preparando)|brevemente|volte (?:em breve|mais tarde))\b",
        r"\b(?:bientot|prochainement|en (?:construction|travaux|preparation|cours de (?:construction|redaction|preparation|realisation|creation))|a venir|revenez|(?:presto|prossimamente|in (?:costruzione|arrivo|allestimento|preparazione|lavorazione))|stiamo (?:lavorando|preparando)|work in progress|torna (?:presto|a trovarci))\b",
        r"\b(?:demnachst|in (?:kurze|arbeit|vorbereitung|bearbeitung)|im (?:aufbau|entstehen)|bald (?:verfugbar|hier|mehr|online|da)|folgt (?:in kurze|bald|demnachst)|noch (?:im aufbau|in arbeit|nicht fertig)|baustelle|entsteht (?:gerade|hier|derzeit)|wird (?:gerade|derzeit|noch) (?:erstellt|uberarbeitet|aufgebaut)|binnenkort|in (?:aanbouw|opbouw|voorbereiding|ontwikkeling)|wordt (?:nog )?(?:aan )?gewerkt|komt eraan|nog even geduld|laatste hand)\b",
        r"(?:wkrotce|juz niebawem|niebawem|w (?:przygotowaniu|budowie|trakcie (?:tworzenia|budowy|prac))|zapraszamy wkrotce|prace trwaja)",
        r"(?:\bскоро\b|\bв (?:разработке|стадии|процессе)|на (?:реконструкции|стадии)|находится в|готовится|наполняется|ведутся работы|следите за|незабаром|у розробці|в розробці|готується|наповнюється)",
        r"(?:yakında|çok yakında|yapım aşamasında|hazırlanı\w+|hazırlık aşamasında|güncelleni\w+|bakım(?:da|dadır| çalışması)|yapım halinde|düzenleni\w+|yenileni\w+)",
        r"(?:قريبا|قيد (?:الإنشاء|التطوير|الإعداد|التجهيز)|تحت (?:الإنشاء|التطوير|الصيانة)|ترقبوا|به زودی|در دست (?:ساخت|تهیه))",
        r"(?:建设中|建設中|即将(?:上线|推出|开放|发布)|即將(?:上線|推出)|敬请期待|敬請期待|请耐心|耐心等待|正在(?:制作|整理|更新|建设|准备|筹备|完善|开发)|制作中|整理中|更新中|筹备中|开发中)",
        r"(?:準備中|近日(?:公開|中)|工事中|作成中|制作中|公開予定|もうすぐ|お楽しみに|しばらくお待ち|お待ちください)",
        r"(?:준비 ?중|공사 ?중|곧 (?:공개|찾아|만나|오픈)|제작 ?중|개편 ?중|업데이트 ?예정)",
        r"(?:sap (?:ra mat|co)|dang (?:xay dung|cap nhat|duoc xay)|segera hadir|sedang (?:dibangun|disiapkan|dalam)|dalam (?:pengembangan|pengerjaan|perbaikan))",
        r"(?:pripravujeme|ve vystavbe|brzy|hamarosan|keszul|felujitas alatt|feltoltes alatt|in curand|in constructie|in lucru|kommer snart|(?:apner|abner|oppnar) snart|under (?:uppbyggnad|arbete|opbygning|oppbygging)|kommer snart|tulossa|rakenteilla)",
        r"(?:σύντομα|υπό κατασκευή|בקרוב|בבניה|בבנייה|בהכנה)",
        words_of(
            "जल्द", "निर्माणाधीन", "तैयार किया जा", "तैयार हो रह", "เร็วๆ", "กำลังปรับปรุง", "กำลังจัดทำ"
        ),
    ]
)
"""The resource is promised, and is not there yet."""

MOVED = stems_of(
    [
        r"\b(?:(?:we|page|site|website|blog|wiki|content|section|material\w*|everything|portal|resources?|tutorial|lesson|course|guide|i|it)(?: \w+){0,6} (?:moved|migrated|transferred|relocated)|has (?:a )?new (?:home|address)|update your (?:bookmarks?|links?)|(?:closed|retired|merged|folded) (?:in favou?r of|into)|(?:our|the|my|a) new (?:address|home|site|website|university site|url)|content migration|now (?:lives?|found|live) at|find us at)\b",
        r"\b(?:nos (?:hemos )?mud\w+|(?:se )?ha(?:n)? (?:mudado|trasladado|movido|llevado|migrado)|nueva (?:direccion|web|pagina|casa)|(?:marcadores|favoritos)|mud(?:ou|amos|ei)|casa nova|nov[oa] (?:endereco|site|portal|morada)|favorit\w+)\b",
        r"\b(?:a (?:demenage|change d adresse|migre)|(?:nous )?avons demenage|demenag\w+|nouvelle adresse|nouveau site|vos (?:favoris|signets|marque)|(?:si e|ci siamo|e stat[oa]) (?:trasferit\w|spostat\w)|trasferit[oaie]|cambiato (?:casa|indirizzo)|nuovo (?:indirizzo|portale|sito)|(?:preferiti|segnalibri))\b",
        r"\b(?:umgezogen|umzug|neue[nrs]? (?:adresse|seite|website|webseite|heimat)|lesezeichen|verhuisd|nieuwe (?:adres|site|website)|bladwijzer\w*|favorieten)\b",
        r"(?:przenio\w+|przeprowadz\w+|przeniesion\w+|now(?:y|ego|ym) (?:adres\w*|stron\w*)|zakladk\w+)",
        r"(?:переехал|перенес[её]?н|переезд|нов(?:ый|ом|ому) (?:адрес|сайт)|закладк|переїха|перенес|новому сайті|нову адресу|за новою адресою)",
        r"(?:taşındı\w*|taşınmış\w*|taşındık|yeni adres\w*|yer im\w+|انتقل\w*|(?:ال)?عنوان(?:ها|نا|ه)? (?:ال)?جديد|المفضلة|نقل(?:ت|نا)? |الموقع الجديد)",
        r"(?:已?搬家|搬迁|搬到|迁移|遷移|转移到|移至|新(?:网址|址|站|地址)|移転|移行|引っ越|引越|ブックマーク|お気に入り|新しい(?:アドレス|サイト|URL)|新サイト|이전(?:했|되었|하였|합니다)|새 주소|새로운 주소|이사했|즐겨찾기)",
        r"(?:chuyen (?:sang|den|toi)|dia chi moi|pindah|alamat baru|prestehoval\w*|nov(?:a|ou|e) adres\w+|elkoltoz\w+|uj (?:cim|oldal|helyen)|s a mutat|ne am mutat|adresa noua|flyttat|flyttet|ny(?:a|e)? adress\w*|muuttanut|μεταφέρθηκ|μετακόμισ|νέα διεύθυνση|νέα σελίδα|עבר(?:נו|ה)? (?:ל|לכתובת)|כתובת חדשה|अब नए)",
        words_of("नया पता", "नए पते", "ย้าย", "ที่อยู่ใหม่"),
    ]
)
"""The resource is elsewhere, and only a notice says so."""

SEARCH = stems_of(
    [
        r"\b(?:you searched(?: for)?|search(?: results?)?(?: for)?|results? for|(?:\d+|no) (?:search )?results?)\b",
        r"\b(?:voce buscou|busc(?:a|ar|aste|ou)\b|(?:resultados?)(?: (?:de|da|para|por|encontrados?))+|resultados|pesquisa(?:r| por)|pesquisou)\b",
        r"\b(?:resultats?(?: de (?:la )?recherche| pour)?|recherche(?: pour)?|vous avez (?:re)?cherche|risultati(?: della ricerca| per| di ricerca)?|hai cercato|ricerca(?: per)?)\b",
        r"\b(?:suche(?: nach)?|suchergebnisse?|treffer|ergebnisse fur|zoekresultaten|resultaten|zoeken|u zocht|gezocht)\b",
        r"(?:wyniki wyszukiwania|wyniki dla|szukasz|szukaj|znaleziono \d+|результаты поиска|по запросу|поиск|результати пошуку|за запитом|arama (?:sonuçları|sonucu)|için (?:sonuç\w*|arama)|sonuç\w* (?:bulun\w+|listelen\w+)|aramanız)",
        r"(?:نتائج (?:البحث|بحث)|بحث(?:ك)? عن|搜索结果|搜尋結果|搜索|的结果|检索结果|検索結果|検索|검색 ?결과|ket qua tim kiem|tim kiem|hasil pencarian|pencarian|vysledky (?:hledani|vyhledavani)|talalatok|keresesi|rezultatele? cautarii|sokresultat|sokning\w*|din sokning|sokord|soketreff|sogning|haku\w*|hakutulo\w*|sogeresultater|αποτελέσματα|תוצאות חיפוש|खोज परिणाम|ผลการค้นหา)",
    ]
)
"""The heading of search results."""

PASSWORD = stems_of(
    [
        r"\b(?:credentials?|credenzial\w*|credencial\w*|zugangsdaten|inloggegevens|pass ?words?|passwortgeschutzt|passphrase|contrasena|clave|senha|palavra passe|mot de passe|identifiants?|kennwort|passwort|wachtwoord|haslo|heslo|jelszo|parola|şifre|losenord|adgangskode|passord|salasana|kata sandi|mat khau|username|user name|user id|nombre de usuario|nome de utilizador|usuario|benutzername|nutzername|nazwa uzytkownika)\b",
        r"(?:парол|логин|كلمة (?:المرور|السر)|اسم المستخدم|رمز عبور|密码|密碼|用户名|账号|帳號|パスワード|利用者番号|ユーザー|비밀번호|아이디|κωδικ|סיסמ)",
        r"\b(?:your account|an account|(?:school|district|work) e ?mail|konto|compte|cuenta|conta|account|членов|аккаунт|hesab\w*)\b",
        words_of("पासवर्ड", "รหัสผ่าน"),
    ]
)
"""What a sign-in form asks for."""

STILL = stems_of(
    [
        r"\b(?:still|remains?|continue to|can (?:be )?(?:read|watch|watched|use|used|downloaded|download|find|found)|below|ci dessous|weiter unten|abajo|a continuacion|abaixo|hieronder|qui sotto|ponizej|nize|asagida|di bawah|nedan|nedenfor|alla|free to use|siguen?|continuan?|continuam?|permanece\w*|ainda|todavia|encore|toujours|restent?|demeurent?|ancora|restano|rimangono|bleib\w*|weiterhin|nach wie vor|weiter (?:verfugbar|nutzbar)|blijf\w*|nog steeds|nadal|wciaz|pozostaj\w+|zustava\w*|tovabbra|raman|fortfarande|fortsatt|stadig)\b",
        r"(?:по прежнему|ниже|нижче|以下|下面|아래|下記|أدناه|παρακάτω|להלן|осталис|остаются|остается|можно (?:смотреть|читать|скачать)|доступн[аоы]|залиша|hala|halen|kullanılabilir|ما زال|لا تزال|仍|依然|可以继续|可用|可阅读|お読みいただけます|ご覧いただけます|引き続き|利用できます|使えます|계속|여전히|볼 수 있|van (?:con|co the)|masih|tetap|παραμένουν|ακόμη|עדיין)",
    ]
)
"""The resource stays, though something about it is over."""

DOMAIN = stems_of(
    [
        r"\b(?:domains?|domain ?names?|domaines?|dominios?|domein\w*|domen\w*|domeni\w*|domenen|domanen|premium names?|nombres? premium|(?:this|diesen|deze|este|ce|questo|ten) (?:name|namen|naam|nombre|nom|nome)|tienda de nombres|alan ad\w+|ten mien|web address)\b",
        r"(?:домен|域名|網域|ドメイン|도메인|النطاق|نطاق|دامنه|דומיין|τομέα)",
        words_of("डोमेन", "โดเมน"),
    ]
)
"""The name of a site, as a thing that is bought and sold."""

OFFER = stems_of(
    [
        r"\b(?:for sale|buy (?:it )?now|buy this|make (?:an )?offer|offers?|purchase|acquire|expired|auction|registered|reserved|en venta|a la venta|de venta|comprar|oferta|disponible|caducado|expirad[oa]|expirou|subasta|a vend(?:re|a)|a ceder|propose a la vente|a la vente|acheter|offre|encheres|expire|reserve|in vendita|acquista\w*|offerta|scadut[oa]|all asta|registrato|kaufen|kauf|zum verkauf|zu verkaufen|angebot\w*|festpreis|abgelaufen|geparkt|te koop|kopen|bod|verlopen|na sprzedaz|kup|kupic|kupienia|ofert\w+|wygas\w+|satılık\w*|satılıktır|satın|teklif\w*|suresi dol\w+|elado|ajanlat\w*|expirat|de vanzare|na prodej|nabidk\w*|till salu|til salgs|til salg|dijual|rao ban|can ban|parked|geparkeerd|ledig\w*|kopa|is available|(?:za)?parkov\w+|(?:za)?registr\w+|zarejestrowan\w+|geregistreerd|enregistre\w*|tescilli|terdaftar|zu haben|myytavana|wolna)\b",
        r"(?:прода[её]тся|продается|зарегистрирован|припаркован|купить|приобрести|цена|истек|出售|待售|转让|轉讓|报价|出价|竞价|一口价|交易|过期|過期|販売|売り|購入|譲渡|期限切れ|登録|取得されて|注册|등록|판매|구매|만료|للبيع|شراء|انتهت صلاحية|فروش|למכירה|πωλείται|पुन|ขาย)",
        words_of("बिक्री"),
    ]
)
"""Words with which a name is offered."""
