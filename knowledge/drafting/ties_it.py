"""What Italian sentences say of two people: who serves, replaces, beats, saves from or fouls whom."""

from __future__ import annotations

import re

_ART = r"(?:il |la |lo |l’|i |gli |le )?"
_WORDS = r"(?:[a-zàèéìòù’\-]+ ){0,3}?"
_MAN = rf"{_ART}{_WORDS}(<p\d+>)"
_GAP = r"(?:[^<.;:]|<[mvs]\d+>)"
_PASS = (
    r"(?:cross|assist|corner|calcio d’angolo|angolo|traversone|passaggio|suggerimento|imbeccata|filtrante|invito|sponda"
    r"|lancio|torre|spizzata|apertura|verticalizzazione|pennellata|punizione|rifinitura|servizio|tocco|velo|scarico)"
)
_BEAT = (
    r"(?:batt|super|trafi|fulmin|fredd|spiazz|beff|ingann|castig|infil|uccell|perfor|sorprend|salt|bruci|anticip|sovrast"
    r"|dribbl|scart|aggir|scavalc|pieg)(?:ss|gg)?[a-zàèéìòù]*"
)
TOGETHER = (
    re.compile(
        rf"(<p\d+>){_GAP}{{0,60}}?\b(?:serv|imbecc|lanci|pesc|innesc|smarc|liber|premi|assist)[a-zàèéìòù]* "
        rf"(?:(?:al centro|in area|in profondità|in mezzo|alla perfezione|di prima) )?"
        rf"(?:l’inserimento di |il taglio di |il movimento di |la corsa di |l’accorrente |la testa di )?{_MAN}"
    ),
    re.compile(
        rf"(<p\d+>){_GAP}{{0,50}}?\b(?:imbuc|apr|cross|verticalizz|tocc|appoggi|scodell|pennell|scaric|allarg|rifin"
        rf"|sforn|palla|filtrant|mett|assist|sponda)[a-zàèéìòù]*{_GAP}{{0,25}}? (?:per|verso|sulla testa di"
        rf"|sui piedi di) {_MAN}"
    ),
    re.compile(
        r"(<p\d+>),? (?:ben |ottimamente |splendidamente )?(?:servit|imbeccat|lanciat|pescat|innescat"
        r"|smarcat|liberat|assistit"
        rf"|ispirat|premiat|favorit)[oa]{_GAP}{{0,45}}? (?:d[ai]l?l?[ao]?|dall’|dell’) ?{_MAN}"
    ),
    re.compile(
        rf"(<p\d+>){_GAP}{{0,30}}? (?:al posto di|in luogo di|rileva|prende il posto di|sostituisce) {_MAN}"
    ),
    re.compile(
        rf"\b(?:inserisc|togli|fuori|esc|dentro|entra)[a-zàèéìòù]* {_MAN}(?: per|, dentro|, entra|, fuori"
        rf"|, esce| e dentro) {_MAN}"
    ),
    re.compile(
        r"\b(?:triangolo|dialog|duett|scambi|combin|uno-due|intesa)[a-zàèéìòù]* (?:tra|fra|di"
        r"|tra i due) (<p\d+>) e (<p\d+>)"
    ),
    re.compile(
        rf"(<p\d+>){_GAP}{{0,40}}?\b(?:triangol|dialog|duett|scambi|uno-due)[a-zàèéìòù]* (?:da|con|di) {_MAN}"
    ),
)
"""Two who play together."""
AGAINST = (
    re.compile(
        rf"(<p\d+>),? {_WORDS}(?:para|respin|salva|dice (?:di )?no|dire (?:di )?no|neg|oppon|super(?= )"
        rf"|blocc|ipnotizz|mur|devi|smanacci"
        rf"|neutralizz|disinnesc)[a-zàèéìòù]*{_GAP}{{0,40}}? (?:a|ad|su|sul|di|del|sulla|al) ?{_GAP}{{0,35}}?(<p\d+>)"
    ),
    re.compile(
        rf"(<p\d+>){_GAP}{{0,50}}? (?:respint|parat|murat|neutralizzat|ribattut|deviat|bloccat|salvat"
        rf"|ipnotizzat|fermat|disinnescat)"
        rf"[oa]{_GAP}{{0,25}}? (?:da|dal|dall’|dalla) ?{_MAN}"
    ),
    re.compile(
        rf"(<p\d+>) {_WORDS}(?:stend|atterr|tratt[ei]|abbatt|sgambett|mett[ei] giù|falcia|travolg|contrast"
        rf"|marc)[a-zàèéìòù]* {_MAN}"
    ),
    re.compile(
        rf"\b(?:fallo|intervento|trattenuta|contatto|spinta|tocco) (?:[a-zàèéìòù]+ )?(?:di"
        rf"|del) {_MAN} (?:su|ai danni di) {_MAN}"
    ),
    re.compile(
        rf"(<p\d+>){_GAP}{{0,40}}? (?:ruba (?:palla|il pallone) a|si beve|elude la marcatura di"
        rf"|elude l’uscita di|sfugge a|scappa a|scappa via a) {_MAN}"
    ),
)
"""Two who play against each other."""
SERVER = re.compile(
    rf"\b(?:su|sul|sull’|sulla|dopo|dal|dalla|dall’|da|con|il|l’|un) ?(?:un |una |il |la "
    rf"|l’)?(?:[a-zàèéìòù]+ ){{0,2}}{_PASS}"
    r"(?: [a-zàèéìòù]+){0,3} (?:di|del|della|dell’|dello|da) ?(?:[a-zàèéìòù]+ ){0,2}(<p\d+>)"
)
"""Who served whoever scored in the same sentence."""
VICTIM = re.compile(
    rf"\b{_BEAT} (?:in uscita |in velocità |di testa |di sinistro |di destro |sul tempo |secco |netto "
    rf"|con [a-zàèéìòù’ ]{{3,25}} )?"
    r"(?:il portiere |l’estremo difensore |il numero uno )?(<p\d+>)"
    r"|\b(?:niente da fare per|nulla da fare per|nulla può|niente può|non dà scampo ad?"
    r"|non lascia scampo ad?|alle spalle di|davanti ad?"
    r"|tu per tu con|fa secco|lascia di sasso|di sasso|porta di|l’incolpevole|resistenza di|opposizione di"
    r"|marcatura di|uscita di) (<p\d+>)"
    r"|\bdove (<p\d+>) non\b|(<p\d+>) (?:non può (?:nulla|farci|arriv)|può solo|battut[oa]|spiazzat[oa]"
    r"|incolpevole|immobile)"
)
"""Whom a goal went past."""
