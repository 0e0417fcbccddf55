"""Who scored in Italian clauses whose subject stands further off: sent on, fouled or served just before."""

from __future__ import annotations

import re

from knowledge.drafting.cues import Cue
from knowledge.drafting.masking import Masked
from knowledge.drafting.subjects import SAVES, Doer, doer_rules

_CALLED = (
    r"(?:(?:il|la|lo) (?:neo|nuov[oa]|ultim[oa]) ?-?(?:entrat[oa]|arrivat[oa])|(?:il|la) (?:neoentrat|subentrat)[oa]"
    r"|l’(?:ultimo|ultima) (?:entrat|arrivat)[oa])"
)
_ON = re.compile(
    r"\b(?:inserisc\w+|entra|dentro|mand\w+ in campo|(?:gett|butt)\w+ nella mischia|fa entrare"
    r"|si gioca la carta|butta dentro"
    r"|pesca dalla panchina|tocca a|spazio a)(?: anche| subito)? (?:il |la |lo |l’)?(?:[a-zàèéìòù]+ )?(<p\d+>)"
)
"""Whom a sentence brings on."""
_SAME = re.compile(r"\b(?:lo|la) stess[oa] (?:[a-zàèéìòù]+ )?$")
"""What stands before a verb and means whoever was named last."""
_TO_HIM = re.compile(
    r"\b(?:per|a|verso|trova|pesca|serve|premia|imbecca|lancia|innesca|smarca|libera|"
    r"(?:(?:l’)?inserimento|(?:la )?testa|(?:i )?piedi|(?:l’)?accorrente|(?:il )?movimento"
    r"|(?:il )?taglio) (?:di|del|della|dell’))"
    r" ?(?:il |la |lo |l’)?(?:[a-zàèéìòù’]+ ){0,2}(<p\d+>)"
    r"(?:[^<:;]{0,40}[:;]"
    r"|(?:,(?:[^<:;,]|(?<=su )<p\d+>|(?<=supera )<p\d+>|(?<=salta )<p\d+>){3,60})? e (?:palla|pallone|sfera"
    r"|bordata|botta|tiro"
    r"|sinistro|destro|piattone|zampata|rasoterra|diagonale|incornata|colpo|tocco"
    r"|(?:il|lo|la|l’) ?[a-zàèéìòù\-]+,))(?:[^<;:]|<[mst]\d+>"
    r"|(?<=su )<p\d+>|(?<=di )<p\d+>|(?<=che )<p\d+>)*$"
)
"""Whom the ball goes to before a colon, behind which nobody else is named: "premia <p>: piattone e"."""
_RUSHES = re.compile(
    r"\b(?:si avventa|piomba|sbuca|spunta|svetta|irrompe|si fionda|si lancia|arriva) (?:[a-zàèéìòù]+ ){0,2}?(<p\d+>)"
)
"""Who comes first to a loose ball, told behind the verb: "sulla ribattuta si avventa <p>"."""
_WHOSE = re.compile(
    r"(<p\d+>),? (?:la cui|il cui|le cui) (?:[a-zàèéìòù]+ ){0,4}(?:è |si rivela |risulta |diventa )?$"
    r"|(<p\d+>),? (?:la cui|il cui|le cui) (?:[a-zàèéìòù]+ ){0,3}[a-zàèéìòù]+,"
    r" (?:appena |leggermente )?(?:deviat|sporcat|toccat|spizzat|sfiorat)[oa] (?:da <p\d+>|[^<,]{1,30}), $"
)
"""Whose shot it is: "per <p>, il cui diagonale"."""
_SHOT_ASIDE = re.compile(
    r"\b(?:tocco|deviazione|tiro|conclusione|colpo di testa|incornata|zuccata|punizione|rigore|diagonale"
    r"|destro|sinistro"
    r"|botta|zampata|girata|spizzata) d(?:i|el|ello|ella|ell’) ?(<p\d+>)(?:, [^<,;.]{3,45},)? $"
)
"""Whose shot does what a verb tells, behind a remark: "il tocco di <p>, forse con la spalla, inganna"."""


def italian_doers(row: Masked, cue: Cue) -> list[Doer] | None:
    """Return who scored by such a clause, nobody where it is told of one not named; None for the plain grammar."""
    both = _EACH.search(row.text, 0, cue.start) if _OF_MANY.match(row.text, cue.start) else None
    if both:
        return [Doer(row.mark(both.group(i)), both.start(i), 0.95) for i in (1, 2)]
    found = _far_doer(row, cue)
    if found is not None:
        return [found]
    launched = _LAUNCHED.search(row.text, 0, cue.start) if cue.rule == "noun" else None
    if launched and _INTO_EMPTY.match(row.text, cue.start):
        return [Doer(row.mark(launched.group(1)), launched.start(1), 0.95)]
    if cue.rule in ("verb", "verb_likely", "verb_weak") and _DELIVERED.search(row.text, 0, cue.start):
        return []
    begun = cue.rule in ("verb", "verb_likely", "team_goal") and _BEGUN_BY.match(row.text, cue.end)
    called = _TO_ONE_CALLED.search(row.text, 0, cue.start)
    named = called and doer_rules("it")["pronoun"].fullmatch(called.group(1))
    return [] if begun or named else None


_LAUNCHED = re.compile(
    r"\b(?:lanci|serv|pesc|imbecc|trov|innesc|liber|smarc)(?:a|e|ano|ono) (?:in [a-zàèéìòù]+ )?(<p\d+>)"
    r"(?:,|:)(?:[^.;:<]|<[trm]\d+>|(?<=su )<p\d+>|(?<=salta )<p\d+>|(?<=dribbla )<p\d+>){3,90}$"
)
"""Who is sent through and goes on alone: "lancia <p>: cinquanta metri palla al piede, dribbling su <p> e gol"."""
_INTO_EMPTY = re.compile(r"(?:gol|rete) (?:a porta (?:vuota|sguarnita)|facile)")
_DELIVERED = re.compile(
    r"\b(?:pennella|crossa|scodella|mette in mezzo|mette al centro|disegna un cross|calibra|traversone|cross)\b"
    r"[^<.:;]{0,40}: (?:il|lo|la|l’) ?[a-zàèéìòù\-]+ (?:[a-zàèéìòù\-]+ ){0,12}$"
)
"""A cross to somebody who is not named: "pennella un cross: l’ariete finlandese sale in cielo e"."""
_OF_MANY = re.compile(
    r"(?:firm|sigl|complet|confezion|realizz|ribalt|rovesci|capovolg|mett|chiud|fiss)(?:a|o)no\b"
)
"""A verb of two who scored, one after the other."""
_EACH = re.compile(
    r"(?:\bal )?<m\d+> (<p\d+>)(?:[^.;:<]|<p\d+>){0,90}? e (?:poi )?(?:al )?<m\d+> (<p\d+>)(?:[^.;:<]|<p\d+>){0,90}$"
)
"""Who did, each behind his minute: "al <m> <p>, su rigore, e al <m> <p> firmano il sorpasso"."""
_BEGUN_BY = re.compile(
    r"[^<.;:]{0,25}\b(?:nasc\w+|scaturi\w+|parte|frutto|arriva) (?:tutto )?(?:d[ai]l?l?[ao]?|dall’|dagli|di) ?"
)
"""What follows a goal whose beginning is told, so that who is named had the first part in it."""
_TO_ONE_CALLED = re.compile(
    r"\b(?:pesca|serve|trova|imbecca|lancia|innesca|smarca|libera|premia|per) (?:[a-zàèéìòù]+ ){0,3}?"
    r"((?:il|lo|la|l’) ?[a-zàèéìòù]+),? (?:che|il quale|la quale)\b[^<]*$"
)
"""To whom the ball goes, called by an epithet: "pesca a centro area il greco, che"."""

_SENT_ON = re.compile(
    r"\b(?:serv|pesc|imbecc|trov|innesc|lanci|smarc|liber|premi|ved|legg|assecond|cerc)[a-zàèéìòù]* "
    r"(?:il taglio di |l’inserimento di |il movimento di |la corsa di |lo scatto di )?(<p\d+>)"
    r"(?:, (?:entrat|subentrat|appena)[oa]?(?: [^.;:<,]|<[pm]\d+>|[^.;:<,])*)?(?:,|:) "
    r"(?:l’|il |lo |la )(?!portier|difensor|estremo|numero|palla|pallone|tiro|sfera|retroguard|diagonal|conclusion)"
    r"[a-zàèéìòù\-]+ (?:[a-zàèéìòù’\-]+ ){0,5}$"
)
"""Whom a pass found, called by an epithet behind it: "vede il taglio di <p>: l'ucraino controlla e infila"."""


def _far_doer(row: Masked, cue: Cue) -> Doer | None:
    """Return who scored by a clause whose subject stands further off."""
    lead = row.text[: cue.start]
    aside = _SHOT_ASIDE.search(lead) if cue.rule in ("verb", "verb_likely") else None
    called = _SENT_ON.search(lead) if cue.rule in ("verb", "verb_likely") else None
    for found in (aside, called, _WHOSE.search(lead) if cue.rule != "noun" else None):
        if found and not shot_off(row, found):
            which = found.lastindex or 1
            return Doer(row.mark(found.group(which)), found.start(which), 0.95)
    rushes = _RUSHES.search(row.text, cue.start, cue.end) if cue.rule != "noun" else None
    if rushes:
        return Doer(row.mark(rushes.group(1)), rushes.start(1), 0.95)
    same = _SAME.search(lead)
    named = [(a, m) for a, b, m in row.of("p") if b <= cue.start and not SAVES.match(row.text, b)]
    if same and named and cue.rule in ("verb", "verb_likely"):
        return Doer(named[-1][1], named[-1][0], 0.95)
    on = _ON.search(lead)
    if on and _speaks_of_him(lead[on.end() :]):
        return Doer(row.mark(on.group(1)), on.start(1), 0.9)
    served = _TO_HIM.search(lead)
    if served and cue.rule != "noun" and not doer_rules("it")["pronoun"].search(lead, served.end(1)):
        return Doer(row.mark(served.group(1)), served.start(1), 0.9)
    return None


def shot_off(row: Masked, struck: re.Match[str]) -> bool:
    """Whether a touch only deflected another man's shot told before it: "<p> calcia: la deviazione di <p>"."""
    return struck.group().startswith("deviazione") and bool(_SHOT.search(row.text, 0, struck.start()))


_SHOT = re.compile(
    r"\b(?:calci|tir|conclud|scocc|scaric|lascia partire|esplod|conclusion|destr|sinistr|mancin|bott)[a-zàèéìòù]*\b"
)
"""A shot, of which another may come off."""


def _speaks_of_him(words: str) -> bool:
    """Whether words behind a substitute's name go on about him in a clause of their own."""
    clause = re.search(r"(?:[:;.,]| ed? è proprio) ?(.*)$", words)
    if clause is None:
        return False
    told = clause.group(1)
    return bool(re.search(_CALLED, told) or doer_rules("it")["pronoun"].search(told))
