"""Words of the trades that buy lapsed names, one line a trade and a few languages each.

Two of one trade, one of them in a heading, on a page that does not show what the catalog promised,
mean that the name has a new owner. A lesson about gambling shows its own title, and stays.
"""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import stems_of
from resource_catalog.links.judge.phrases.notice_stems import words_of

TRADES = {
    "gambling": stems_of(
        [
            r"\b(?:(?:online )?casinos?|kasinos?|slots?|jackpots?|roulette|ruleta|rulet|rulette|blackjack|poker|betting|bets?|sportsbook|bookmakers?|odds|free ?spins?|apuestas?|tragaperras|tragamonedas|apostas?|caca niqueis|paris sportifs?|machines? a sous|scommesse|gokken|gokkasten|wetten|wettanbieter|spielautomaten|zaklady|bukmacher\w*|bahis|iddaa|canli bahis|deneme bonusu|casino siteleri|judi|togel|gacor|maxwin|slot gacor|rtp|scatter|bandar|taruhan|deposit(?:o)?|no deposit|bonus (?:de )?(?:bienvenida|bienvenue|benvenuto|boas vindas)|welcome bonus|willkommensbonus|bonus(?:u)?|nha cai|ca cuoc|no hu|win(?:ner|nings)?|loter(?:y|ia|ie)|lotto|quoten|einzahlung\w*|auszahlung\w*|glucksspiel\w*|gewinne|gluckspiel|mises?|cotes|gains|vincite|giocate|quote|payouts?|wager\w*|gambl\w*|saques?|saldo|retiros?|ganancias|wyplat\w*|wplat\w*|wygran\w*|yatirim\w*|cekim|oran\w*|menang|daftar|link alternatif|thuong|nap tien|rut tien|toto)\b",
            r"(?:казино|ставк[аи]|фриспин|игровы[ехм]+ автомат|букмекер|рулетк|бонус|слот(?:ы|ов)|зеркало|выигрыш|депозит|вывод|بونص|ايداع|سحب|提现|充值|注册送|彩金|كازينو|قمار|رهان|مراهن|الروليت|البلاك جاك|مكافاة ترحيب|مكافأة|赌|博彩|彩票|棋牌|投注|开奖|百家乐|时时彩|老虎机|六合彩|体育平台|カジノ|スロット|ボーナス|オッズ|入金|카지노|토토|바카라|슬롯|배팅|베팅|먹튀|ค่าสิโน|คาสิโน|สล็อต|บาคาร่า|แทงบอล|שימורים|קזינו|הימורים|καζίνο|στοίχημα|सट्टा|कैसीनो)",
            words_of("สล็อต", "คาสิโน", "บาคาร่า", "แทงบอล", "แทงหวย", "เครดิตฟรี", "ฝากถอน"),
        ]
    ),
    "medicines": stems_of(
        [
            r"\b(?:viagra|cialis|sildenafil\w*|tadalafil\w*|kamagra|levitra|xanax|tramadol|ozempic|pharmacy|pharmacies|farmacias?|farmacia en linea|pharmacie|apotheke|rezeptfrei|receptvrij|sin receta|sans ordonnance|senza ricetta|sem receita|without (?:a )?prescription|no prescription|prescription|generic(?:o|os|a|as)?|pastillas?|pilulas?|capsulas?|pillole|pills?|tabletten|emagrec\w*|adelgaz\w*|weight loss|lose weight|perca \d+ kg|pierde \d+ kilos|abnehmen|lekow|leki|aptek\w*|tabletk\w*|potencj\w*|odchudzan\w*|lekarn\w*|gyogyszer\w*|recept nelkul|eczane|recetesiz|apotek\w*|bez predpisu|bez recepty|potenzmittel|ereccion|erection|impoten\w+)\b",
            r"(?:виагра|сиалис|таблет|похуд|без рецепта|аптек|伟哥|减肥|壮阳|バイアグラ|ダイエット|비아그라)",
        ]
    ),
    "essays to order": stems_of(
        [
            r"\b(?:essay (?:writing|help|writers?|service)|write my (?:essay|paper)|(?:custom|pay for|buy|order) (?:an )?(?:essays?|papers?)|essays? (?:from|for)|essays?|dissertation|coursework|thesis|term papers?|research papers?|homework help|plagiarism|deadline|our writers?|per page|tesis por encargo|trabajos (?:academicos|por encargo)|tfg|monografia pronta|tcc|redaction de memoire|ghostwriter|bachelorarbeit|hausarbeit|prace (?:magisterskie|licencjackie)|odev yaptirma)\b",
            r"(?:курсов(?:ые|ая)|диплом(?:ы|ные|ная)|реферат\w*|на заказ|论文代写|代写)",
        ]
    ),
    "loans": stems_of(
        [
            r"\b(?:(?:payday |personal |quick )?loans?|credit scores?|bad credit|prestamos?|creditos? rapidos?|sin aval|emprestimos?|prets?|credit (?:rapide|sans justificatif|immobilier|conso\w*)|sans justificatif|taux|emprunt\w*|rachat de credits?|organisme preteur|preteurs?|prestiti|finanziament\w+|kredit\w*|sofortkredit|schufa|darlehen|lening\w*|pozyczk\w+|chwilowk\w+|kredi|pinjaman|kartu kredit|vay tien|crypto|bitcoin|forex|trading)\b",
            r"(?:займ\w*|кредит\w*|процент\w*|на карту|без отказа|قرض|قروض|贷款|借款|信用卡|ローン|融資|キャッシング|대출)",
        ]
    ),
    "goods": stems_of(
        [
            r"\b(?:outlets?|free shipping|add to (?:cart|bag|basket)|checkout|in stock|discount\w*|coupons?|promo codes?|sale|% off|percent off|sneakers?|handbags?|replicas?|rolex|shoes|frete gratis|envio gratis|carrito|descuentos?|rebajas|zapatillas|spedizione gratuita|sconti|saldi|scarpe|stivali|livraison (?:gratuite|offerte)|soldes|panier|promotions?|versandkostenfrei|warenkorb|rabatt\w*|gutschein\w*|schuhe|gratis verzending|winkelwagen|korting\w*|darmowa dostawa|koszyk|promocj\w+|rabat\w*|kody rabatowe|vpn|indirim\w*|sepet\w*|kargo bedava|gratis ongkir|pague na entrega|paga in tre rate|pay on delivery)\b",
            r"(?:скидк\w*|доставк\w*|корзин\w*|распродаж\w*|купить|عروض|خصم|توصيل|折扣|包邮|特价|优惠|送料無料|激安|通販|偽物|무료배송|할인)",
        ]
    ),
    "adult pages": stems_of(
        [
            r"\b(?:porn\w*|xxx|escorts?|sex(?:y| cams?| chat| shop)?|webcams?|onlyfans|nude|milf|camgirls?|hookups?|erotik\w*|erotic\w*)\b",
            r"(?:порно|секс|эскорт|成人|色情|アダルト|無修正|야동|سكس)",
        ]
    ),
}
"""What a page sells, by trade."""
