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

QUEUE = stems_of(
    [
        r"\b(?:waiting room|(?:in|joined|virtual|the) (?:the )?queue|you are in line|sala de espera|(?:en|na|em) (?:la )?(?:cola|fila)|cola virtual|fila (?:virtual|de espera)|salle d attente|file d attente|sala d attesa|in coda|coda virtuale|warteraum|warteschlange|wachtkamer|wachtrij|wachtruimte|vantrum|venterom|vente(?:rum|vaerelse)|odotushuone|jonossa|poczekalni\w*|w kolejce|cekarn\w*|ve fronte|varoszoba|sorban all\w*|sala de asteptare|la coada|bekleme odasi|sirada\w*|ruang tunggu|antrean|phong cho|hang doi)\b",
        r"(?:очеред[ьи]|зал[е]? ожидания|черг[аиі]|ουρα αναμονης|αιθουσα αναμονης|חדר המתנה|בתור|قائمة الانتظار|غرفة الانتظار|صف انتظار|待合室|順番待ち|等候室|排队|排隊|대기실|대기열)",
    ]
)
"""Where visitors wait for their turn."""

ADDRESS = stems_of(
    [
        r"\b(?:ip address|your ip|direccion ip|endereco ip|adresse ip|indirizzo ip|ip adresse|ip adres|ip adress|adres\w* ip|ip cim|adresa ip|alamat ip|dia chi ip)\b",
        r"(?:ip (?:адрес|адрес|アドレス|地址|주소)|ipアドレス|ip地址|عنوان ip|διευθυνση ip|כתובת ip)",
    ]
)
"""The address of a visitor, as only walls call it."""

LOADING = stems_of(
    [
        r"^(?:loading|cargando|carregando|a carregar|chargement|caricamento|carregant|se incarca|wird geladen|lade|ladt|laden|bezig met laden|laddar|indlaeser|laster|ladataan|wczytywanie|ladowanie|nacitani|nacitam|nacitava\w*|betoltes|yukleniyor|memuat|sedang memuat|dang tai)\b",
        r"\b(?:is loading|wird geladen|werden geladen|wordt geladen|se esta cargando|en cours de chargement|in caricamento|yukleniyor|laddas|sie laduje)\b",
        r"(?:загру[зж]|завантаж|зарежда|φορτων|φορτωση|טוען|נטען|טוענ|جار[يٍ]? (?:ال)?تحميل|جاري (?:ال)?تحميل|بارگذاری|読み込み中|読込中|ロード中|加载中|加載中|載入中|正在(?:加载|載入|加載)|불러오는|로딩)",
        words_of("लोड हो रहा", "लोड हो रही", "กำลังโหลด"),
    ]
)
"""What a page says while a script fills it in."""
