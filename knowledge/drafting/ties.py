"""Who plays with whom and who against whom in a text, so that one man's side tells that of others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from knowledge.drafting import ties_it
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Goal

SURE = 0.4
"""How sure a telling of a goal must be for whom it was served by or went past to be tied to its scorer."""
STEPS = 3
"""People through whom one man's side tells another's at most."""

_MAN = r"(?:the )?(?:(?!(?:and|but|when|before|after|as|who)\b)[a-z\-]+ ){0,2}(<p\d+>)"
_TOGETHER = re.compile(
    r"(<p\d+>)(?:[^<.;]|<[mv]\d+>){0,60}?\b(?:fed|found|picked out|played in|released|set up|teed up|crossed for"
    r"|slipped in|squared (?:it )?(?:for|to)|laid (?:it |the ball )?(?:off |on )?(?:for|to)"
    r"|(?:exchang|swapp|trad)\w+ passes with|combin\w+ with|one-two with|link\w+ (?:up )?with"
    rf"|replaced|came on for|on for) {_MAN}"
)
"""Two who play together: one serves the other, or comes on for him."""
_WON_AND_TOOK = re.compile(
    r"(<p\d+>) (?:was|is|had been) (?:tripped|fouled|felled|brought down|upended|hauled down|bundled over|clipped"
    r"|pulled (?:down|back)|taken out|floored)(?:[^.;<]|<[mv]\d+>){0,40} and (?:captain |skipper |striker )?(<p\d+>) "
    r"(?:[a-z]+ ){0,2}?(?:sent|converted|slotted|stepped|tucked|rolled|stroked|dispatched|scored|fired|smashed|made"
    r"|drilled|struck|netted|beat)\b"
)
"""Who won a penalty, and who took it."""
_AGAINST = re.compile(
    r"(<p\d+>) (?:(?!(?:was|were|is|got|been|being)\b)[a-z\-]+ ){0,2}?"
    r"(?:saved|denied|thwarted|foiled|frustrated|kept out|repelled|blocked|beat away"
    r"|fouled|tripped|felled|upended|dispossessed|robbed|outpaced|outmuscled|nutmegged|hauled back|brought down)"
    rf"(?: (?:well|away|superbly|brilliantly))?(?: from)? {_MAN}"
    r"|(<p\d+>)(?:’s?)?(?:[^<.;]|<[mv]\d+>){0,50}?\b(?:saved|blocked|tipped \w+|cleared|parried|denied|thwarted|foiled"
    r"|fouled|tripped|felled|upended|clipped|caught|bundled over|hauled back|brought down|dispossessed) by "
    rf"{_MAN}"
    r"|(<p\d+>) (?:[a-z]+ly )?(?:wrestled|dragged|pulled|hauled|bundled|brought|took|sent|barged"
    r"|pushed|scythed|chopped|cut)"
    rf" {_MAN} (?:to the (?:ground|floor|turf|deck)|down|over|back|tumbling|sprawling)\b"
)
"""Two who play against each other: one saves from the other or fouls him."""
_SERVER = re.compile(
    r"(<p\d+>)’s (?:[a-z\-]+ ){0,3}(?:cross|corner|pass|ball|delivery|free-kick|centre|lay-off|throw|throw-in|flick"
    r"|knock-down|cut-back|pull-back|cutback|pullback|assist|header|through-ball)\b"
)
"""Who served whoever scored in the same sentence."""
_GIFT = re.compile(
    r"(<p\d+>)’s (?:[a-z\-]+ )?(?:loose|blind|poor|stray|sloppy|weak|under-?hit|misplaced|mis-?hit|wayward"
    r"|short|careless|errant|slack|botched|horrible|dreadful|awful|terrible|scuffed) (?:[a-z\-]+ )?"
    r"(?:pass|ball|touch|clearance|header|back-?pass|throw|goal-kick|control)\b"
)
"""Whose mistake a scorer of the other side made use of."""
_FIRST_SHOT = re.compile(
    r"\b(?:(?:fail\w*|unable) to (?:hold|deal with|gather)|could(?: not|n’t) (?:hold|gather)"
    r"|could only (?:parry|push out)"
    r"|(?:parr|sav|spill|block|push|palm|fumbl|punch|fist|beat)\w*)"
    r" (?:away |out |only )?(<p\d+>)’s? (?:[a-z\-]+ ){0,3}"
    r"(?:shot|effort|drive|volley|strike|free[- ]kick|header|penalty|attempt)\b"
)
"""Whose shot was kept out before another of his side scored: "after the keeper parried Smith's drive"."""
_VICTIM = re.compile(
    r"\b(?:past|beyond|over|under|underneath|beneath|beat|beating|rounded|rounding|deceiv\w+|wrong-foot\w+) "
    rf"{_MAN}(?!’s? (?:[a-z\-]+ ){{0,2}}(?:cross|corner|pass|ball))"
    r"|\b(?:leaving|left|with|gave|giving) (<p\d+>) (?:with )?"
    r"(?:no |stranded|helpless|rooted|beaten|wrong-footed|flat-footed)"
)
"""Whom a goal went past."""

Ties = dict[str, Counter[str]]
"""For each person the others that he is tied to: above zero those he plays with, below those he plays against."""


def find_ties(rows: Iterable[Masked], goals: Iterable[Goal], language: str) -> Ties:
    """Return who plays with and against whom by what the sentences of a text tell of two people."""
    told: dict[int, set[str]] = {}
    for goal in goals:
        if goal.confidence > SURE and goal.kind != "own_goal":
            told.setdefault(goal.sentence, set()).add(goal.scorer)
    found: Ties = {}
    for row in rows:
        if row.sentence.quoted:
            continue
        for one, other, worth in _pairs(row, told.get(row.sentence.index, set()), language):
            if one != other:
                found.setdefault(one, Counter())[other] += worth
                found.setdefault(other, Counter())[one] += worth
    return found


def _pairs(row: Masked, scorers: set[str], language: str) -> Iterator[tuple[str, str, int]]:
    """Yield two people of a sentence each time, and 1 if they play together or -1 if against each other."""
    italian = language == "it"
    together, against = (
        (ties_it.TOGETHER, ties_it.AGAINST) if italian else ((_TOGETHER, _WON_AND_TOOK), (_AGAINST,))
    )
    server, victim = (ties_it.SERVER, ties_it.VICTIM) if italian else (_SERVER, _VICTIM)
    for rule, worth in (*((r, 1) for r in together), *((r, -1) for r in against)):
        for match in rule.finditer(row.text):
            one, other = (row.mark(group).key for group in match.groups() if group)
            yield one, other, worth
    if scorers:
        rebound = () if italian else ((_FIRST_SHOT, 1), (_GIFT, -1))
        gifts = set() if italian else {m.start() for m in _GIFT.finditer(row.text)}
        for rule, worth in ((server, 1), (victim, -1), *rebound):
            for match in rule.finditer(row.text):
                if rule is server and match.start() in gifts:
                    continue
                other = row.mark(match.group(match.lastindex or 1)).key
                rest = scorers - {other} if rule is _FIRST_SHOT else scorers
                if len(rest) == 1:
                    yield next(iter(rest)), other, worth


def reached(ties: Ties, person: str) -> dict[str, int]:
    """Return who can be reached from somebody by ties: 1 for those of his side, -1 for those of the other."""
    found = {person: 1}
    edge = [person]
    for _ in range(STEPS):
        edge = [
            other
            for one in edge
            for other, worth in ties.get(one, {}).items()
            if worth and found.setdefault(other, found[one] * (1 if worth > 0 else -1)) and other not in edge
        ]
    return found


def share_votes(sides: dict[str, Counter[int]], ties: Ties) -> None:
    """Give people whom a text ties to no side that of those whom they play with or against."""
    known = {key: votes for key, votes in sides.items() if votes[0] != votes[1]}
    for key, votes in known.items():
        own = 0 if votes[0] > votes[1] else 1
        for other, together in reached(ties, key).items():
            if other not in known:
                sides.setdefault(other, Counter())[own if together > 0 else 1 - own] += 1
