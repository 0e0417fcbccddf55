"""The words that tell a goal, and whether the words round them take it back or put it on another day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.drafting.masking import Masked
from knowledge.drafting.vocabulary import Vocabulary, pattern

_STRENGTH = (
    ("verb", 0.85),
    ("team_goal", 0.8),
    ("noun", 0.8),
    ("verb_likely", 0.7),
    ("noun_shot", 0.62),
    ("verb_weak", 0.3),
)
"""Rules of a goal's words and how far each is to be believed, the surest first."""
NEAR = 75
"""Characters on either side of a goal's words in which words of another day take it there."""
RULED = "ruled"
"""The denial of a goal that was disallowed."""
_COMMA = re.compile(r"[,;:–—]")


@dataclass(slots=True)
class Cue:
    """Words that tell a goal: their span in the masked sentence, their rule and how sure it is."""

    start: int
    end: int
    rule: str
    strength: float


def find_cues(row: Masked, vocab: Vocabulary) -> list[Cue]:
    """Return the goal words of a sentence, the surest first where they overlap, in order of place."""
    found: list[Cue] = []
    for rule, strength in _STRENGTH:
        for match in vocab.rules[rule].finditer(row.text):
            if all(
                match.end() <= c.start or match.start() >= c.end
                for c in found
                if c.rule != "team_goal" or rule == "team_goal"
            ):
                found.append(Cue(match.start(), match.end(), rule, strength))
    found.sort(key=lambda c: c.start)
    if vocab.language == "it":
        sure = [c for c in found if c.rule in ("verb", "noun", "verb_likely")]
        shot = next((c.start for c in found if c.rule in ("verb_weak", "noun_shot")), len(row.text))
        found = [c for c in found if c.start <= shot or not _TOUCH.match(row.text, c.start)]
        for cue in [c for c in found if c.rule == "noun_shot" and _DONE_BY.match(row.text, c.end)][-1:]:
            if _explains(row, cue, vocab):
                cue.rule, cue.strength = "noun", NOUN
        found = [c for c in found if c in sure[:1] or not _BEATEN.fullmatch(row.text, c.start, c.end)]
    return found


_TOUCH = re.compile(
    r"deviazione d(?:i|el|ello|ella|ell’) ?<p\d+> (?:spiazz|ingann|beff|mette fuori|tradisc|rende)"
)
"""Whose touch another's shot came off on its way in."""
NOUN = 0.8
"""How far a shot that explains a goal is to be believed: as far as a goal's noun."""
_DONE_BY = re.compile(r"(?: [a-zàèéìòù\-]+){0,3} d(?:i|el|ello|ella|ell’) ?(?:[a-zàèéìòù]+ )?<p")
"""What stands behind a shot whose doer is named."""
_BEATEN = re.compile(
    r".*\b(?:battut|spiazzat|trafitt)[oa]|(?:niente|nulla) (?:da fare per|può) <p\d+>|.*(?:nulla"
    r"|farci niente|arrivarci|superat[oa]|beffat[oa]|nulla può)"
)
"""Words on a beaten goalkeeper, which tell a goal where nothing before them does."""


def clause_of(text: str, cue: Cue) -> tuple[int, int]:
    """Return the span of the clause a cue stands in."""
    start = max((m.end() for m in pattern("edge").finditer(text, 0, cue.start)), default=0)
    end = min((m.start() for m in pattern("edge").finditer(text, cue.end)), default=len(text))
    return start, end


def is_past(text: str, cue: Cue, vocab: Vocabulary) -> bool:
    """Whether the words around a cue, or the sentence's opening, tell of another day."""
    start = max((m.end() for m in _COMMA.finditer(text, 0, cue.start)), default=0)
    end = min((m.start() for m in _COMMA.finditer(text, cue.end)), default=len(text))
    near = text[max(start, cue.start - NEAR) : min(end, cue.end + NEAR)]
    if vocab.has("past", near):
        return not vocab.has("recap", near)
    if start and _CARRIED.match(text, start) and vocab.has("past", text[max(0, start - NEAR) : start]):
        return True
    first = _COMMA.search(text)
    opening = text[: first.start()] if first and first.start() < cue.start else ""
    return "<p" not in opening and "<t" not in opening and len(opening) < 60 and vocab.has("past", opening)


_OTHERS_MISS = re.compile(
    r",? (?:but|and|while|whilst|before|with|although|though) (?:[a-z\-]+ ){0,2}<p\d+>,? (?:[a-z]+ ){0,2}?"
    r"(?:fir|shot|shoot|head|miss|hit|went|go|blaz|should|could|sent|send|drill|drag|scuff|ski|flash|curl|volley|spurn|"
    r"wast|rattl|struck|strik|lash|screw|smash|slic)\w*\b"
)
"""Another man's shot behind a goal's words: what becomes of that takes nothing from the goal."""
LAST_MET = re.compile(r"(?:when|the last time|last time) [^,;]{0,50}\b(?:last |first |previously )?met\b")
"""How a sentence begins that goes back to an earlier match of the two teams."""
_CARRIED = re.compile(r" (?:thanks to|courtesy of|with) ")
"""What carries on, behind a comma, what was told of another day."""


def is_quoted(row: Masked, cue: Cue) -> bool:
    """Whether a cue stands inside quotation marks."""
    text = row.text[: cue.start]
    return text.count("“") > text.count("”") or text.count("«") > text.count("»") or text.count('"') % 2 == 1


_NO_SHOT = re.compile(
    r" (?:at (?:his|her|their|the) mercy|gaping|begging)\b"
    r"|(?<=[tdk]) the (?:cross)?(?:bar|post|woodwork|upright)\b(?! and (?:in|went in|over the line)\b)"
)
"""What follows a goal that is the frame ("with the goal at his mercy") and a shot that met it."""
_BUT_FRAME = re.compile(
    r"[^.;:<]{0,30}\b(?:ma|però) (?:poi )?(?:centr|colpi|cogli|timbr|schegg|stamp|trov|prend|becc)\w* "
    r"(?:in pieno |anche )?(?:il|la|l’|un|una) ?(?:[a-zàèéìòù]+ )?(?:palo|traversa|legno|montante)"
)
"""What follows a shot that sent the goalkeeper the wrong way and met the frame."""
_OVER_FROM = re.compile(r"\b(?:over|wide) from <p\d+>$")
"""A shot that missed from another man's cross: "heading over from Smith's corner"."""
_HAUL = re.compile(r" (?:\d\d+|more than \w+) (?:[a-z]+ )?goals\b")
"""More goals than anybody scores in one match, behind their verb: those of a season."""
_FRAME = re.compile(
    r"(?:clip|hit|struck|strik|rattl|shav|graz|thump|crash)\w* (?:against )?the "
    r"(?:cross)?(?:bar|post|woodwork|upright)\b(?! and in\b)"
)
"""A shot that met the frame of the goal."""
_CHECKED = re.compile(
    r"\b(?:given|awarded|allowed|confirmed|stood|upheld)\b[^.;<]{0,20}\b(?:after|following|despite) (?:a |the )?"
    r"(?:[a-z]+ )?(?:var )?(?:check|review|look)"
    r"(?: [a-z]+)?(?: (?:for|of) (?:an? )?(?:[a-z]+ )?(?:offside|handball|foul))?"
)
"""A goal that stood when it had been looked at."""
_COULD_ONLY = re.compile(
    r"\bcould only (?=(?:divert|turn|steer|deflect|help|poke|slice|bundle|knock|nudge|prod|put|head) (?:it|the ball))"
)
"""What a defender does who puts the ball into his own net: "could only divert it past"."""
_IN = re.compile(r"\b(?:in|home|into the (?:[a-z\-]+ )?(?:net|goal|corner))$")
_OFF_FRAME = re.compile(
    r"^ (?:off|via) (?:the |a )?(?:[a-z\-]+ ){0,3}?(?:(?:cross)?bar|post|upright|woodwork)\b"
)
"""What a ball met on its way in: "whipped it over the wall and in off the bar"."""
_SIDE_NET = re.compile(r"\bside[- ]nett")
"""The wrong side of the net."""
_RAN = re.compile(
    r"(?:ghost|danc|slalom|breez|wriggl|jink|dart|sprint|skip|weav|surg|burst|glid|charg|rac|stroll)\w*"
    r" (?:past|beyond)\b"
)
"""A run past a man, no shot."""
_SLOT_IN = re.compile(r"\bslot(?:s|ted|ting)? in$")
_BESIDE = re.compile(r" (?:with|alongside|beside|next to) <p")
"""What follows a man who takes his place in a side: "slotting in alongside Smith"."""
_WINNING = re.compile(r"\bvincente$")
_FOR_IT = ("per l’", "per il ", "per la ")
"""What stands before a shot that went in: "scodella per l’inserimento vincente di"."""
_GOAL_OF = re.compile(
    r"(?:<s\d+>|(?:gol|vantaggio|pari|pareggio|raddoppio|tris|poker|sorpasso)\b) (?:di|del|della|dell’) ?<p"
)
"""A goal with its scorer, for which another did something: "l'assist per il 2-0 di Rossi"."""
_PURPOSE = re.compile(r"<s|\b(?:momentane|definitiv|provvisori)")


def denial(text: str, cue: Cue, vocab: Vocabulary) -> str | None:
    """Return what takes a goal back or never let it happen: words before it, words after it, a ruling, or None."""
    start, _ = clause_of(text, cue)
    infinitive = 3 if text.startswith("to ", cue.start) else 0
    lead = text[max(start, cue.start - 90) : cue.start + infinitive]
    other = _OTHERS_MISS.search(text, cue.end)
    tail = text[cue.end : min(cue.end + 130, other.start() if other else len(text))]
    if text[: cue.end].endswith("underside of"):
        tail = re.sub(r"^ the (?:cross)?bar", "", tail)
    tail = _COULD_ONLY.sub("", _CHECKED.sub("", tail))
    if _IN.search(text, cue.start, cue.end):
        tail = _OFF_FRAME.sub("", tail)
    done = lead.endswith("per ") and bool(_PURPOSE.search(text[cue.start : cue.end + 14]))
    done = done or (lead.endswith(_FOR_IT) and bool(_GOAL_OF.match(text, cue.start)))
    if _BUT_FRAME.match(text, cue.end):
        return RULED
    if _NO_SHOT.match(text, cue.end) or _OVER_FROM.search(text, cue.start, cue.end):
        return "before"
    if _HAUL.match(text, cue.end):
        return "before"
    if (
        _RAN.match(text, cue.start)
        or _SIDE_NET.search(text, cue.start, cue.end + 12)
        or _FRAME.search(text, cue.start, cue.end)
    ):
        return "before"
    if _SLOT_IN.search(text, cue.start, cue.end) and _BESIDE.match(text, cue.end):
        return "before"
    done = done or (_WINNING.search(text, cue.start, cue.end) is not None and lead.endswith(_FOR_IT))
    if done or pattern("went_in").search(tail):
        return None
    if vocab.has("deny_before", lead.rstrip() + " ") or vocab.has("deny_before", lead.rstrip()):
        return "before"
    after = vocab.rules["deny_after"].search(tail)
    if after:
        ruling = vocab.has("ruled", after.group())
        if ruling and pattern("another_goal").search(after.group()):
            return None
        return RULED if ruling else "after"
    far = text[cue.end : cue.end + 240]
    return RULED if vocab.has("deny_far", far) and not vocab.has("verb", far) else None


def confirmed(row: Masked, cue: Cue, vocab: Vocabulary) -> bool:
    """Whether the words round a shot's noun say that it went in; other goal words need no proof."""
    if cue.rule != "noun_shot" and not pattern("needs_proof").match(row.text[cue.start : cue.end]):
        return True
    if pattern("rebound").search(row.text[: cue.start]) or vocab.has(
        "no_shot", row.text[max(0, cue.start - 60) : cue.start]
    ):
        return False
    if pattern("followed_by").search(row.text[: cue.start]) or _explains(row, cue, vocab):
        return True
    after = _SAME_CLAUSE.match(row.text, cue.end)
    return vocab.has("confirms", after.group() if after else "")


def _explains(row: Masked, cue: Cue, vocab: Vocabulary) -> bool:
    """Whether a shot is told behind the colon of a goal: "subiscono la rete del pareggio: bomba di <p>"."""
    told = _EXPLAINED.search(row.text, 0, cue.start) if vocab.language == "it" else None
    if told is None or _DEFLECTED.search(row.text, cue.end):
        return False
    lead = _ROOM.sub("", row.text[: told.start()])
    return not vocab.has("deny_before", lead)


_ROOM = re.compile(
    r"\b(?:c’è|c’era|resta|rimane|trova) (?:ancora |anche |pure )?(?:spazio|tempo|gloria)"
    r" (?:anche |pure |ancora )?per $"
)
"""What stands before a goal that there was still time for."""
_DEFLECTED = re.compile(r"\b(?:deviat|sfiorat|spizzat)[oa] da\b")
_TOLD_ON = "|".join(
    f"(?<={word} di )<p\\d+>"
    for word in ("corner", "angolo", "cross", "sponda", "assist", "punizione", "torre", "traversone")
)
"""Whoever had a part in a goal before its scorer."""
_EXPLAINED = re.compile(
    r"(?:\b(?:pareggia(?:no)?|raddoppia(?:no)?|accorcia(?:no)?|passa(?:no)?|colpisc(?:e|ono)"
    r"|torna(?:no)? in (?:partita|parità)|(?:in|nuovo) vantaggio|avanti"
    r"|la (?:pareggia|riapre|riprende|sblocca)(?:no)?)\b"
    r"|(?:\b(?:il|lo|la|del|al|dell|nel) |’)(?:[a-zàèéìòù]+ )?(?:gol|rete|pareggio|pari"
    r"|vantaggio|raddoppio|sorpasso|tris|poker|<s\d+>)\b)"
    r"(?:[^.;:<]|<[trm]\d+>){0,60}: ?"
    rf"(?:[^.;:<]|<[trm]\d+>|{_TOLD_ON}|(?<=da )<p\d+>)*$"
)
"""A goal told, and a colon behind it."""
_SAME_CLAUSE = re.compile(r"(?:(?! (?:before|after|when|prima|dopo|quando) )[^.;:,]|, (?:which|che) ){0,80}")
