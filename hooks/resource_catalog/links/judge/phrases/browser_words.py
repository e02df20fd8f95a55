"""Words with which pages speak of the visitor’s browser, and of what a script is about to show."""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import stems_of
from resource_catalog.links.judge.phrases.notice_stems import words_of

BROWSER = stems_of(
    [
        r"\b(?:browsers?|navegador\w*|navigateurs?|przegladark\w*|prohlizec\w*|prehliadac\w*|bongeszo\w*|tarayici\w*|selain\w*|webblasare\w*|nettleser\w*|peramban|trinh duyet)\b",
        r"(?:браузер|оглядач|φυλλομετρητ|περιηγητ|דפדפן|متصفح|المتصفح|مرورگر|ブラウザ|浏览器|瀏覽器|브라우저)",
        words_of("ब्राउज़र", "เบราว์เซอร์"),
    ]
)
"""The program with which a visitor looks at a page."""

LOADING = stems_of(
    [
        r"^(?:loading|cargando|carregando|a carregar|chargement|caricamento|carregant|se incarca|wird geladen|lade|ladt|laden|bezig met laden|laddar|indlaeser|laster|ladataan|wczytywanie|ladowanie|nacitani|nacitam|nacitava\w*|betoltes|yukleniyor|memuat|sedang memuat|dang tai)\b",
        r"\b(?:is loading|wird geladen|werden geladen|wordt geladen|se esta cargando|en cours de chargement|in caricamento|yukleniyor|laddas|sie laduje)\b",
        r"(?:загру[зж]|завантаж|зарежда|φορτων|φορτωση|טוען|נטען|טוענ|جار[يٍ]? (?:ال)?تحميل|جاري (?:ال)?تحميل|بارگذاری|読み込み中|読込中|ロード中|加载中|加載中|載入中|正在(?:加载|載入|加載)|불러오는|로딩)",
        words_of("लोड हो रहा", "लोड हो रही", "กำลังโหลด"),
    ]
)
"""What a page says while a script fills it in."""
