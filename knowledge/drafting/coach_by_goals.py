"""The coach of a side by the goals of his men: whom he sent on scored, or his men scored in the same sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from knowledge.drafting.asides import DRAWS_UP, coaches, leaders
from knowledge.drafting.goal_making import BEATS_THEM
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import MatchDraft
from knowledge.drafting.vocabulary import Vocabulary

_HIS_MEN = re.compile(
    r"^(?:[^<,;:.]{0,25}|<m\d+>,? )?\b(?:(?:squadra|formazione|compagine|truppa|banda|selezione|undici) "
    r"|uomini |ragazz[ei] )"
    r"(?:di|del|allenat[ao] da|guidat[ao] da|dirett[ao] da) (?:mister |tecnico |coach )?(<p\d+>)"
)
"""A coach's men as what a sentence is about."""
_MEN_BEAT = re.compile(
    r"^(?:[^<,;:.]{0,25})?\b(?:i|gli|le|la|il) (?:[a-zàèéìòù]+|<t\d+>) (?:di|del|guidat[aie] da"
    r"|allenat[aie] da) (<p\d+>) (?:[a-z]+ ){0,2}$"
)
"""A coach's men before a verb of beating: "i leoni di <p> strapazzano"."""
_SENT_ON = re.compile(
    r"(<p\d+>),? (?:[a-zàèéìòù]+ ){0,3}?(?:inserisc|gett|mand|butt|gioc|fa entrare|lanci|pesc)\w* "
    r"(?:nella mischia |in campo |dentro |la carta |dalla panchina |anche |subito )*(?:il |la |lo "
    r"|l’)?(?:[a-zàèéìòù]+ )?(<p\d+>)"
)
"""Whom somebody sends on."""


_HIS_MEN_EN = re.compile(
    r"^(?:[^<,;:.]{0,25}|<m\d+>,? )?(<p\d+>)’s? (?:[a-z\-]+ )?(?:side|men|team|charges|players|troops|lot|outfit)\b"
)
_SENT_ON_EN = re.compile(
    r"(<p\d+>),? (?:[a-z]+ly |then |also |soon )?(?:threw|sent|brought) on (?:the )?(?:[a-z\-]+ ){0,2}(<p\d+>)"
)
TOLD = {"it": (_HIS_MEN, _SENT_ON), "en": (_HIS_MEN_EN, _SENT_ON_EN)}
"""How each language tells of a coach's men, and of whom he sends on."""


def add_coach_of_goals(match: MatchDraft, rows: list[Masked], vocab: Vocabulary) -> None:
    """Give the sides of a report the coaches whom their goals, in Italian their wins too, tell."""
    his_men, sent_on = TOLD[vocab.language]
    side_of = {g.scorer: g.team for g in match.goals if g.team is not None and g.kind != "own_goal"}
    men, votes = (
        (leaders(rows, vocab.language) | coaches(rows, vocab)) - {g.scorer for g in match.goals},
        defaultdict[str, Counter[int]](Counter),
    )
    for row in rows:
        if row.sentence.quoted:
            continue
        his = his_men.match(row.text)
        scored = {
            side_of[g.scorer] for g in match.goals if g.sentence == row.sentence.index and g.scorer in side_of
        }
        if his and len(scored) == 1 and not vocab.has("conceding", row.text):
            votes[row.mark(his.group(1)).key][scored.pop()] += 1
        for on in sent_on.finditer(row.text):
            side = side_of.get(row.mark(on.group(2)).key)
            if side is not None:
                votes[row.mark(on.group(1)).key][side] += 1
        for start, _, team in row.of("t") if vocab.language == "it" else ():
            verb = BEATS_THEM.search(row.text, 0, start)
            led = _MEN_BEAT.match(row.text[: verb.start()]) if verb else None
            if led and team.key in match.teams:
                votes[row.mark(led.group(1)).key][1 - match.teams.index(team.key)] += 1
    for man, sides in votes.items():
        side = max(sides, key=lambda s: sides[s])
        known = man in men and len(sides) == 1 and man not in match.coaches.values()
        if known and side not in match.coaches:
            match.coaches[side] = man
    if vocab.language == "it":
        _other_coach(match, rows, men)


def _other_coach(match: MatchDraft, rows: list[Masked], men: set[str]) -> None:
    """Give the one side without a coach the one man who draws up a side and is not the other's coach."""
    missing = [side for side in (0, 1) if side not in match.coaches]
    left = men - set(match.coaches.values())
    drawn = [row.mark(m.group(1)).key for row in rows for m in DRAWS_UP.finditer(row.text)]
    found = {man for man in drawn if man in left}
    if len(missing) == 1 and len(found) == 1:
        match.coaches[missing[0]] = found.pop()
