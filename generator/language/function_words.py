"""The small words that hold a sentence together, by language: they say nothing of its subject.

Lists are short on purpose: enough to tell languages apart and to end a phrase, no more.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_LISTS: Final = {
    "en": """the a an of to in and is are was were be been being it its that this these those for on with as at by from
        has have had having he she they we you i his her hers their theirs our ours your yours my mine him them us me
        who whom whose which what when where why how not no nor or but if than then so such there here will would shall
        should can could may might must do does did doing done about after before against between into through during
        over under again further once all any both each few more most other some own same too very just also only out
        up down off above below because while until within without among amid since despite near per via onto upon
        toward towards along across around behind beyond yet still even ever never now already much many another one
        two three four five six seven eight nine ten whether although though unless it's
        that's he's she's they're we're you're i'm don't doesn't didn't isn't aren't wasn't weren't won't wouldn't
        can't couldn't hasn't haven't hadn't i've we've they've let's there's what's who's""",
    "de": """der die das den dem des ein eine einen einem einer eines und ist sind war waren wird werden wurde wurden
        nicht auch auf für mit von vom zu zum zur bei beim nach aus an am im in ins über unter vor durch gegen um
        sich sie er es wir ihr ich sein seine seinen seiner ihre ihren ihrer dass wie als wenn aber oder noch nur
        schon mehr hat haben hatte hätten kann können soll sollen muss müssen dieser diese dieses diesem diesen""",
    "fr": """le la les un une des du de et est sont était ont été être avoir avait à au aux en dans sur sous pour par
        avec sans que qui quoi dont où ce cette ces cet son sa ses leur leurs nous vous ils elles il elle on ne pas
        plus mais ou donc se s'est d'un d'une l'on qu'il c'est après avant depuis entre chez""",
    "es": """el la los las un una unos unas de del y e es son era fue han ha había ser en por para con sin sobre entre
        hasta desde que quien cual como cuando donde su sus se lo le les no más pero o al este esta estos estas
        muy también ya fue fueron está están tras""",
    "it": """il lo la i gli le un una uno di del della dei delle degli dello da dal dalla in nel nella nei con su sul
        sulla per tra fra e è sono era ha hanno stato stata che chi cui come quando dove non più ma o anche si al alla
        ai alle questo questa questi suo sua loro""",
    "pt": """o a os as um uma uns umas de do da dos das em no na nos nas e é são foi foram era ser por para pelo pela
        com sem sobre entre até que quem como quando onde não mais mas ou se seu sua seus suas ao à aos também já
        está estão""",
    "nl": """de het een en is zijn was waren wordt worden werd van in op te aan met voor door bij naar uit over om
        niet ook dat die dit deze er hij zij ze we wij ik als maar of nog wel meer heeft hebben had kan moet zal""",
    "sv": """en ett den det de och är var har hade som att av i på för med till från om inte men eller också när där
        han hon vi jag sin sitt sina ska kan efter under vid mot enligt blev""",
    "da": """en et den det de og er var har havde som at af i på for med til fra om ikke men eller også når der han hun
        vi jeg sin sit sine skal kan efter under ved mod ifølge blev""",
    "no": """en et den det de og er var har hadde som at av i på for med til fra om ikke men eller også når der han hun
        vi jeg sin sitt sine skal kan etter under ved mot ifølge ble""",
    "fi": """ja on ei se että oli ovat hän he joka mutta tai myös kun niin ole ollut mukaan sekä jo vain kuin""",
    "pl": """i w z na do nie się jest są był była to że o od po za przez dla jak ale oraz który która które ze przy
        jego jej ich już tylko także""",
    "cs": """a v na se je že to z do s o za pro po by jsem jsou byl byla od k jako ale nebo který která které jeho
        při už také není""",
    "hu": """a az és hogy nem is egy volt meg de ha már csak még van ki el ez azt mint vagy szerint után""",
    "ro": """și în de la cu pe nu din o un care este sunt a fost că pentru mai ca sau dar prin al ale lui""",
    "tr": """ve bir bu da de için ile olarak çok daha olan gibi ama ise ne o en kadar sonra göre olduğu dedi var""",
    "id": """yang dan di ke dari untuk dengan ini itu pada adalah dalam tidak akan telah oleh juga karena saat""",
    "ru": """и в во не на с со что как это по к ко но из у за от о об для до же при был была было были его её их он она
        они мы я вы который которая которые также или так уже после только бы ли""",
    "uk": """і й в у не на з зі що як це по до але із за від про для та при був була було були його її їх він вона вони
        ми я ви який яка які також або так вже після тільки щоб є""",
    "bg": """и в на за от с се да не че е са по до като но към при беше бяха ще той тя те което който""",
    "sr": """и у на је да се за са од не су као који али из по био била су ће""",
    "el": """και το η ο να του της την τα των με για από στο στη στην που δεν είναι θα τον τους σε ότι ως""",
    "he": """של את על לא הוא היא כי עם זה גם אל או יש אך כל בין אם היה היו הם לפי אחרי עד רק""",
    "ar": """في من على إلى أن عن التي الذي مع هذا هذه كان قد لا ما بين بعد كما أو وقال إن""",
    "hi": """के में की है और को से का ने पर कि हैं यह भी एक इस नहीं था कर लिए""",
}


@cache
def function_words(language: str | None) -> frozenset[str]:
    """The function words of ``language`` (ISO 639-1); none where it has no list."""
    return frozenset(_LISTS.get((language or "")[:2], "").split())


@cache
def languages_of_words() -> dict[str, tuple[str, ...]]:
    """Each function word with the languages it belongs to."""
    found: dict[str, list[str]] = {}
    for language, listed in _LISTS.items():
        for word in dict.fromkeys(listed.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}
