"""Small words of many languages: they tell the language of a text, and nothing of what it is about."""

from __future__ import annotations

SMALL_WORDS = {
    "en": (
        "the of and in to for with a an on at by from your our how what why is are this that "
        "into about who when where they their its my we us you can do not all be was were it "
        "as"
    ),
    "es": (
        "el la los las de del y en un una unos unas con por para su sus que como es al lo se "
        "no mas desde entre sin nuestra nuestro nuestras nuestros sobre cada esta este estas "
        "estos mi mis tu donde cuando hay muy todos todas"
    ),
    "pt": (
        "o a os as de do da dos das e em um uma com por para que como no na nos nas ao aos "
        "pelo pela mais sem nossa nosso nossas nossos sobre cada esta este seu sua meu minha "
        "onde quando ha muito todos todas"
    ),
    "fr": (
        "le la les de du des et en un une avec pour sur dans par chez que qui est au aux l d "
        "nous son sa ses leur sans plus notre nos votre vos entre chaque ce cette ces mon ma "
        "mes ton ta ou quand tous toutes comment pourquoi"
    ),
    "it": (
        "il lo la i gli le di del della delle dello dei degli e in un una con per su nel "
        "nella sul sulla dal dalla che come al alla ai si sono non piu nostra nostro nostre "
        "nostri tra fra ogni questo questa mio mia tuo tua dove quando tutti tutte perche "
        "alle agli"
    ),
    "ca": (
        "el la els les de del i en un una amb per a que com al nostra nostre entre cada "
        "aquest aquesta on qui quan tots totes o pero"
    ),
    "ro": (
        "si de la in cu pe un o pentru din ce cum este ale noastra nostru noastre nostri "
        "intre fiecare unde cine cand toate sau dar"
    ),
    "de": (
        "der die das und in mit von vom zu zum zur den dem des ein eine einer im am auf aus "
        "bei fur wie was warum ist sind nicht wir ohne uber unser unsere unserer unserem "
        "unseren mein meine dein deine sein seine ihr ihre zwischen jede jeder wo wer wann "
        "alle als oder aber kein keine"
    ),
    "nl": (
        "de het een en in van met op voor te ten ter hoe wat is zijn naar bij uit onze wij we "
        "niet zonder over ons mijn jouw tussen elke ieder waar wie wanneer waarom alle als "
        "maar geen dit deze die"
    ),
    "sv": (
        "och i att en ett pa med for av till hur som ar det den vi var vara vart min mina din "
        "sin sina mellan varje dar vem nar varfor alla eller men inte"
    ),
    "da": (
        "og i at en et pa med for af til hvordan som er det den vi vores min mine din sin "
        "mellem hver hvor hvem hvornar hvorfor alle eller men ikke"
    ),
    "no": (
        "og i a en et pa med for av til hvordan som er det den vi var vare min mine din sin "
        "mellom hver hvor hvem nar hvorfor alle eller men ikke"
    ),
    "fi": (
        "ja on ei se ne tai kun mita miten kuka ovat meidan minun sinun oma joka missa "
        "milloin miksi kaikki mutta"
    ),
    "pl": (
        "i w we na z ze do o jak co nie sie dla po za od czy to jest przy przed nasz nasza "
        "nasze naszej naszego naszych moj moja twoj swoj miedzy kazdy gdzie kto kiedy "
        "dlaczego wszystkie albo ale ten ta te"
    ),
    "cs": (
        "a v na z do o jak se pro ze po za od co to je ve nas nase nasi nasem nasich muj moje "
        "tvuj svuj mezi kazdy kde kdo kdy proc vse nebo ale ten ta kolem"
    ),
    "hu": (
        "a az es egy hogy nem is van ez mi hogyan mienk enyem sajat kozott minden hol ki "
        "mikor miert vagy de ezt azt"
    ),
    "tr": (
        "ve bir bu ile icin nasil ne da de mi gibi daha her bizim benim senin kendi arasinda "
        "nerede kim neden tum veya ama degil cevremizdeki su o"
    ),
    "vi": (
        "va cua cho la mot cac trong voi nhu the nao khong co chung ta toi ban giua moi dau "
        "ai khi tai tat ca hoac nhung"
    ),
    "id": (
        "dan yang di ke dari untuk dengan ini itu cara pada adalah kita kami saya kamu antara "
        "setiap mana siapa kapan mengapa semua atau tetapi bukan"
    ),
}
