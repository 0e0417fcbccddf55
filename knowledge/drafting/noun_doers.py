"""Who scored by a goal's noun: "<p>'s opener", "goals from <p> and <p>", "gol di <p>"."""

from __future__ import annotations

import re
from functools import cache

from knowledge.drafting import subjects
from knowledge.drafting.cues import Cue
from knowledge.drafting.english_doers import named_for_it
from knowledge.drafting.masking import Masked
from knowledge.drafting.subjects import Doer, doer_rules
from knowledge.drafting.vocabulary import Vocabulary, pattern, vocabulary

_FEW_WORDS = re.compile(r"^ (?:[a-z\-]+ ){0,2}$")


_MEN_WITH = re.compile(
    r",? (?:d|per )(?:egli|ei|ella|gli|i|la) (?:uomini|ragazz[ei]|squadra|formazione|banda|truppa|undici)"
    r" di (?:mister )?<p\d+>,? (?:con|grazie ad?|ad opera di|per merito di|firmat[oa] da) (<p\d+>)"
)
"""Through whom a coach's men scored: "il raddoppio degli uomini di <p> con <p>"."""
_IN_GOAL = re.compile(r"(<p\d+>),? (?:già |subito |ancora |due volte )?in $")
"""Who stands before "in gol": "si scatena <p>, in gol al <m>"."""
_REACHES = re.compile(
    r"\b(?:per|verso|a|trova|pesca|serve|imbecca|lancia|innesca|libera|smarca) (?:[a-zàèéìòù’]+ ){0,2}(<p\d+>)"
    r"(?:,| e|:|, ed è) (?:[a-zàèéìòù]+ ){0,2}$"
)
"""Whom the ball reaches before the shot that goes in: "palla dietro per <p> e piattone vincente"."""
_AGAINST = re.compile(
    r" (?:da|al|allo|alla|all’|ai|sul|sullo|sulla|sull’|contro|dal|dallo|dalla|dall’|dai)(?: il| la)? ?<t"
)
"""What stands behind the score of a result: "travolto 6-2 dal <t>", and no scorer behind it."""
_OF_TEAM = re.compile(r"<t\d+>,? (?:(?:allenat|guidat|dirett)[oa] da(?:l tecnico)?|di) (?:mister )?$")
"""What stands before whoever coaches a team: "piegata 2-1 dal <t> di <p>"."""
_NEXT_TO = re.compile(r"(<p\d+>)’s? $")
"""Whose a goal's noun is, right before it."""
_OFFENDER = re.compile(
    r"<p\d+>’s? (?:[a-z\-]+ ){0,2}(?:pull|push|foul|handball|trip|tackle|challenge|error|mistake)\b"
)
"""Who gave a penalty away: "a penalty through Smith's handball"."""


def noun_doers(row: Masked, cue: Cue, vocab: Vocabulary, owners: bool = True) -> list[Doer]:
    """Return whose goal a noun tells: "<p>'s opener", "goals from <p> and <p>", "gol di <p>"."""
    own = _NEXT_TO.search(row.text, 0, cue.start) if vocab.language == "en" and owners else None
    if own and not pattern("goal_place").search(row.text[: own.start(1)]):
        return [Doer(row.mark(own.group(1)), own.start(1), 0.9)]
    place = cue.end
    if vocab.language == "it":
        if row.text.startswith("<s", cue.start) and _AGAINST.match(row.text, place):
            return []
        through = _MEN_WITH.match(row.text, place) or _IN_GOAL.search(row.text, 0, cue.start)
        if through and (through.re is _MEN_WITH or row.text.startswith(("gol", "rete"), cue.start)):
            return [Doer(row.mark(through.group(1)), through.start(1), 0.9)]
        reached = _REACHES.search(row.text, 0, cue.start)
        if reached and row.text.endswith("vincente", cue.start, cue.end):
            return [Doer(row.mark(reached.group(1)), reached.start(1), 0.9)]
    for _ in range(3):
        gap = _gap(vocab.language).match(row.text, place)
        by = vocab.rules["by"].match(row.text, gap.end() if gap else place)
        if by is None:
            break
        rest = pattern("rest").match(row.text, by.end())
        if rest and not (by.group().strip() == ":" and pattern("goes_on").match(row.text, rest.end())):
            named = subjects.people_after(row, rest.end())
            if vocab.language == "it":
                named = [d for d in named if not _OF_TEAM.search(row.text, cue.end, d.start)]
            if vocab.language == "en":
                named = [d for d in named if not _OFFENDER.match(row.text, d.start)]
            if named and _next_goal(row.text[cue.end : named[0].start], vocab):
                return []
            if named or vocab.language == "en":
                return named
            break
        place = by.end() - 1 if by.group().endswith(" ") else by.end()
    called = _CALLED.match(row.text, cue.end) if vocab.language == "en" else None
    if called:
        return [Doer(row.mark(called.group(1)), called.start(1), 0.9)]
    if vocab.language == "it" and (shooter := _made_it(row, cue, vocab)):
        return [shooter]
    return (
        (_owner(row, cue, vocab) or _with_shot(row, cue, vocab) or _struck(row, cue, vocab)) if owners else []
    )


def _made_it(row: Masked, cue: Cue, vocab: Vocabulary) -> Doer | None:
    """Return whose shot made the score at an Italian sentence's end: "<p> lascia partire un rasoterra: è l'1-1"."""
    words = row.text[cue.start : cue.end]
    lead = _IT_IS if words.startswith("<s") else _THEY_ARE if words == "avanti" else None
    told = lead.search(row.text, 0, cue.start) if lead else None
    if told is None or not _ENDS.fullmatch(row.text, cue.end):
        return None
    return shooter_before(row, told.start(), vocab)


def shooter_before(row: Masked, end: int, vocab: Vocabulary) -> Doer | None:
    """Return whose the last shot of an Italian sentence before a place is, who acted last where it tells of none."""
    shots = [
        m.span() for rule in ("noun_shot", "verb_weak") for m in vocab.rules[rule].finditer(row.text, 0, end)
    ]
    start, after = max(shots, default=(end, end))
    if pattern("no_goal_behind").search(row.text, after if shots else 0, end):
        return None
    by = None if row.text.startswith("deviazione", start) else _SHOT_BY.match(row.text, after, end)
    reached = _REACHES.search(row.text, 0, start)
    for found in (by, reached):
        if found:
            return Doer(row.mark(found.group(1)), found.start(1), 0.9)
    shooter = subjects.before(row, start, vocab, people_only=True)
    return shooter if isinstance(shooter, Doer) and shooter.sure > SUBJECT else None


_SHOT_BY = re.compile(r"(?: [a-zàèéìòù\-]+){0,3} d(?:i|el|ello|ella|ell’) ?(?:[a-zàèéìòù]+ )?(<p\d+>)")
"""Whose a shot is, behind it: "il sinistro potente di <p>"."""
_IT_IS = re.compile(r"(?:[,;:\u2013-]|(?<= )e) ?(?:(?:è|ed è|e|ecco|vale|per) )?(?:il |l’|lo )?$")
"""What stands before the score that a goal made."""
_THEY_ARE = re.compile(r"(?:[,;:]|(?<= )e) ?(?:il |la |lo |l’|i |gli |le )?<[tr]\d+> (?:(?:è|sono) )?$")
"""What stands before "avanti" where a goal put a team ahead: "palla nell'angolo e <t> avanti"."""
_ENDS = re.compile(r"\W*(?:<m\d+>|dopo [^<.,;:]{1,40})?\W*")
"""What stands behind it at the end of a sentence."""


def _struck(row: Masked, cue: Cue, vocab: Vocabulary) -> list[Doer]:
    """Return who hit what an English noun calls a goal: "<p>, who calmly slotted in the equaliser"."""
    verb = _HIT_IT.search(row.text, 0, cue.start) if vocab.language == "en" else None
    subject = subjects.before(row, verb.start(), vocab, people_only=True) if verb else None
    return [subject] if isinstance(subject, Doer) and subject.sure > SUBJECT else []


_CALLED = re.compile(
    r" (?:was|came as|proved) (?:an?|the|another) (?:[a-z\-]+ ){1,7}(?:by|from|for) (?:[a-z\-]+ ){0,2}(<p\d+>)(?!’)"
)
"""What a goal is called before whoever scored it: "the winner was a typical piece of audacity by Smith"."""
SUBJECT = 0.75
"""How sure a subject must be of a verb that hits a goal."""
_HIT_IT = re.compile(
    r"\b(?:slot|tuck|plac|squeez|flick|lift|dink|guid|head|fir|volley|tapp|swe?p|curl|drill|smash|lash|pok|prodd|nodd|steer|rifl|blast|strok|slamm|hammer"
    r"|bundl|roll|chipp|lobb|stabb|thump|power|clipp|convert|struck|hit|put|side-foot)\w* (?:in |home |away )?"
    r"(?:the|an?|what proved to be the) (?:[a-z\-]+ |<m\d+> ){0,3}$"
)
"""What stands before a goal's noun where it is hit in: "slotted in the"."""


def _next_goal(between: str, vocab: Vocabulary) -> bool:
    """Whether another goal, with a minute of its own, is told between a noun and a name in Italian."""
    told = _THEN_AT.match(between) if vocab.language == "it" else None
    return bool(told) and vocab.has("noun", between[told.end() :] if told else "")


_THEN_AT = re.compile(r",? (?:e |poi |mentre )?<m\d+>,? (?:è )?(?:il |la |l’)")
"""What begins the telling of the next goal: "sigla il pareggio, all'81' il gol"."""


def _owner(row: Masked, cue: Cue, vocab: Vocabulary) -> list[Doer]:
    """Return the owner before a goal's noun: "<p>'s opener", "a <p> penalty"."""
    owner = doer_rules(vocab.language)["owner"].search(row.text[: cue.start])
    if owner is None or not owner.lastindex:
        return []
    group = owner.lastindex
    between = row.text[owner.end(group) : cue.start]
    placed = row.text[cue.start : cue.end] == "goal" and not _COUNTED.search(between)
    if placed and pattern("goal_place").search(row.text[: owner.start(1)]):
        return []
    if vocab.language == "en" and pattern("provider").match(row.text, owner.start(group), cue.start):
        return []
    possessive = between.startswith(("’", ", whose", " whose", ", autor", " autor"))
    if not possessive and not _FEW_WORDS.match(between):
        return []
    return [Doer(row.mark(owner.group(group)), owner.start(group), 0.9 if possessive else 0.7)]


_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|[a-z]+(?:th|teenth)|career)\b"
)
"""What counts a goal, which is then no place: "on Smith's second goal of the season"."""


def _with_shot(row: Masked, cue: Cue, vocab: Vocabulary) -> list[Doer]:
    """Return the subject of a clause whose goal's noun stands behind "with a" or "his"."""
    lead = row.text[: cue.start]
    if not pattern("with_shot").search(lead[-45:]) or "<p" not in lead[-130:]:
        return []
    if vocab.language == "it" and row.text.startswith("<s", cue.start):
        return []
    came = named_for_it(row, cue.start, cue.rule) if vocab.language == "en" else None
    if came:
        return [came]
    subject = subjects.before(row, cue.start, vocab, people_only=True)
    if isinstance(subject, Doer) and _VICTIM.search(row.text, 0, subject.start):
        return []
    return (
        [Doer(subject.person, subject.start, 0.75)]
        if isinstance(subject, Doer) and subject.sure > 0.5
        else []
    )


_VICTIM = re.compile(
    r"\b(?:buca|infila|trafigge|fulmina|spiazza|fredda|uccella|beffa|batte|supera|sorprende|castiga) $"
)
"""What stands before the goalkeeper that a shot goes past."""


@cache
def _gap(language: str) -> re.Pattern[str]:
    """Return the words that may stand between a goal's noun and "by"."""
    return re.compile(
        pattern("gap").pattern + rf"(?=,? ?(?:<p)|(?:{vocabulary(language).rules['by'].pattern}))"
    )
