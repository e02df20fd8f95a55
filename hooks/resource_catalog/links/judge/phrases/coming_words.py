"""What pages say on which something will be: “to follow”, “not yet”, one line a language or a few.

Many good pages have these words somewhere. They count only in the place in which the resource
itself would stand.
"""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import stems_of
from resource_catalog.links.judge.phrases.notice_stems import words_of

COMING = stems_of(
    [
        r"\b(?:to follow|(?:will|shall) (?:follow|appear|go up|be (?:here|up|added|posted|published|ready|online|available|back|filled))|(?:is|are) (?:still )?(?:empty|blank)|nothing (?:\w+ ){0,2}yet|(?:check|come|call|look) back|come again|being (?:re)?(?:built|written|prepared|drafted|drawn|assembled|recorded|typeset|edited|translated)|in the (?:works|making)|not (?:\w+ )?(?:up|here|finished|done|ready|written|online)? ?yet|still (?:writing|working|recording|drawing|being|to come))\b",
        r"\b(?:en (?:elaboracion|proceso|redaccion|construccion|preparacion)|(?:aun|todavia) no|(?:se|sera|seran|estara|estaran) (?:publicara\w*|anadira\w*|publicad\w+|list[oa]s?|disponible\w*)|llegara\w*|vuelv\w+ (?:a|en|mas|otro)|(?:em|en) (?:elaboracao|redacao|producao|producion)|ainda nao|(?:sera|serao|ficara|estara) (?:publicad\w+|adicionad\w+|disponive\w+|pront\w+)|a caminho|volte (?:mais|em|daqui)|properament|aviat|encara no|en construccio|en preparacio|estem (?:treballant|preparant|fent))\b",
        r"\b(?:(?:contenu|texte|page|fiche|suite) (?:a venir|viendra|suivra)|en cours d\w*|pas encore|encore (?:rien|vide)|repassez|seront?(?: \w+)? (?:mise?s? en ligne|publiee?s?|disponibles?|ajoutee?s?)|non ancora|ancora (?:non|niente|nulla|vuot\w)|non \w+ ancora|in fase di|ripassa\w*|sara(?:nno)? (?:online|disponibil\w|pubblicat\w|pront\w|aggiunt\w)|lavori in corso|in (?:allestimento|stesura|preparazione))\b",
        r"\b(?:folgt|folgen|nachgereicht|hier entsteht|in planung|noch (?:leer|nichts|kein\w*|nicht)|wird (?:\w+ )?(?:erstellt|geschrieben|erganzt|nachgetragen|vorbereitet)|schau\w* (?:\w+ )?(?:wieder|vorbei)|volgt|onder constructie|in de maak|nog (?:niets|leeg|geen|niet)|kom (?:\w+ )?(?:later|terug)|wordt (?:\w+ )?(?:geschreven|gemaakt|gevuld|voorbereid))\b",
        r"\b(?:inom kort|kommer (?:inom|senare|strax|her|har|snart)|fylls pa|pa gang|pa vej|under (?:konstruktion|produktion|udarbejdelse|utarbeidelse|utvikling|bygging|arbejde|arbeid|arbete)|(?:annu|endnu|enda|forelopig|an) (?:inte|ikke|inget|ingen|intet)|ikke (?:\w+ )?enna|titta tillbaka|kig (?:forbi|igen)|paivitetaan|tyon alla|valmisteilla|ei (?:\w+ )?viela|viela (?:tyhja|ei)|ekki enn|vaentanleg\w*)\b",
        r"\b(?:jeszcze (?:nic|nie)|pojawi\w*|uzupelniamy|w (?:opracowaniu|przygotowaniu|budowie)|pracujemy|zajrzyj\w* (?:pozniej|wkrotce|ponownie)|zatim (?:nic|zde|neni|nejsou|tu)|zatial|doplni\w+|pripravuje\w*|jeste (?:neni|nic|nejsou)|v priprave|coskoro|onedlho|meg (?:nincs\w*|ures|nem)|keszul\w*|feltolt\w*|in curs|inca nu|va fi|vor fi|revin\w+|kmalu|v (?:pripravi|izdelavi|nastajanju)|se (?:ni|pripravlja|nastaja)|uskoro|u (?:pripremi|izradi)|jos (?:nije|nema|uvijek))\b",
        r"\b(?:drizuma|tiek (?:gatavo\w*|veido\w*)|vel nav|netrukus|rengiam\w*|ruosiam\w*|kuriam\w*|pildom\w*|dar (?:nera|ne\w+)|peagi|varsti|tulekul|valmimisel|koostamisel|ettevalmistamisel|veel (?:ei|pole|tuhi)|laster|eraikitzen|prestatzen|oraindik ez)\b",
        r"(?:ещ[её] (?:не|нет|пуст|готов)|появ(?:ится|ятся)|будет (?:доступ|опублик|добавл|готов|здесь|выложен)|в работе|дополняется|готовим|заходите|ще (?:немає|не)|з явиться|буде (?:додано|опубл|готов)|готуємо|ускоро|у припреми|очаквайте|предстои|подготвя|още (?:не|няма))",
        r"\b(?:henuz|eklenecek|yayin?lanacak|yayimlanacak|hazirlaniyor|cok yakinda|akan (?:segera|datang|hadir|ditambahkan)|belum (?:ada|tersedia|siap)|sedang (?:disusun|dibuat|disiapkan)|chua (?:co|san|hoan)|dang (?:bien|soan|chuan|cap)|se som)",
        r"(?:まだ(?:あり|でき|公開|準備)|追って|後日|近日|製作中|執筆中|編集中|準備中|公開予定|还没|還沒|尚未|暂无|暫無|撰写中|编写中|筹建|陆续|即将|아직|준비하고 있|예정입니다|업로드)",
        r"(?:سيتم|سننشر|لم (?:ينشر|يضاف|يكتمل|تكتمل)|قيد ال|قريبا|به ?زودی|هنوز|در حال (?:تهیه|ساخت)|ετοιμαζ|συντομα|θα (?:ανεβ|προστεθ|δημοσιευ|ειναι)|υπο (?:επεξεργασια|κατασκευη)|עדיין (?:לא|אין)|יעלה|יעלו|יתווסף|בהכנה|בקרוב|בבניי?ה)",
        words_of(
            "जल्द",
            "अभी उपलब्ध",
            "तैयार किया जा",
            "เร็ว ๆ นี้",
            "เร็วๆ นี้",
            "กำลังจัดทำ",
            "กำลังปรับปรุง",
            "ยังไม่มี",
        ),
    ]
)
"""Something is to come."""
