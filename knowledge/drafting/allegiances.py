"""Whom the text ties to which of the two sides: players and coaches."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import Mention
from knowledge.drafting.vocabulary import Vocabulary, compile_rule


def player_sides(
    rows: list[Masked], pair: Pair, vocab: Vocabulary, lineup: dict[str, int]
) -> dict[str, Counter[int]]:
    """Return for each person how often the text ties them to each side."""
    sides: dict[str, Counter[int]] = defaultdict(Counter)
    for player, own in lineup.items():
        sides[player][own] += 4
    rules = [compile_rule(p) for p in vocab.raw["doer"]["link"]]
    against = [compile_rule(p) for p in vocab.raw["doer"].get("against", ())]
    for row in rows:
        for rule in rules:
            for match in rule.finditer(row.text):
                team, person = _team_person(row, match)
                side = pair.side(team) if team else None
                if side is not None and person is not None:
                    sides[person.key][side] += 1
        for rule in against:
            for match in rule.finditer(row.text):
                team, person = _team_person(row, match)
                side = pair.side(team) if team else None
                if side is not None and person is not None:
                    sides[person.key][1 - side] += AGAINST
    return sides


AGAINST = 2
"""What it counts that somebody acts against a team, which names near to each other tell otherwise."""


def add_sides_of_result(
    sides: dict[str, Counter[int]], rows: list[Masked], winner: int | None, language: str
) -> None:
    """Tie to the loser whose goal was of no use, and to the winner whose goal decided the match."""
    no_use, decisive = (_OF_NO_USE, _DECISIVE) if language == "it" else (_CONSOLED, _WON_IT)
    for row in rows if winner is not None else ():
        if language == "en" and _OTHER_DAY.search(row.text):
            continue
        won = winner or 0
        for rule, own, worth in ((no_use, 1 - won, 2), (decisive, won, 1), (_STORMING, won, STORMED)):
            for match in rule.finditer(row.text):
                for mark in filter(None, match.groups()):
                    sides.setdefault(row.mark(mark).key, Counter())[own] += worth


def add_sides_of_doing(sides: dict[str, Counter[int]], rows: list[Masked], pair: Pair) -> None:
    """Tie to an Italian team through whom it won or scored, whatever other team stands between."""
    for row in rows:
        for match in _DID_WITH.finditer(row.text):
            own = pair.side(row.mark(match.group(1)))
            if own is not None:
                sides.setdefault(row.mark(match.group(2)).key, Counter())[own] += DOING


DOING = 2
"""What it counts that a team did something with somebody."""
_DID_WITH = re.compile(
    r"(<[tr]\d+>),? (?:che )?(?:[a-zàèéìòù]+ ){0,2}?"
    r"(?:espugn|sbanc|batt|super|pieg|vinc|pass|paregg|rimont|ribalt|beff|stend|regol|sblocc|raddopp|accorc|risp|replic"
    r"|colp|trov|acciuff|agguant|riacciuff|ripren|riprend|chiud|riapr|dilag|allung|sorpass|castig|gel"
    r"|fa festa|si impone|si port)"
    r"[a-zàèéìòù]* (?:[^.;:<,]|<[vsmctr]\d+>){0,50}?\b(?:con|grazie ad?|per merito di)"
    r" (?!.{0,20}(?:in panchina|assente))(?:il |la |lo |l’)?(?:[a-zàèéìòù]+ ){0,2}(<p\d+>)"
)
"""Through whom a team won or scored: "il <t> espugna <v> con <p>"."""
_GOAL_OF = (
    r"(?:il |la |i |le |l’|un |una |una )?(?:momentane[oa] |bel |bella |splendid[oa] )?"
    r"(?:gol|goal|rete|vantaggio|pareggio|doppietta|acuto|guizzo|magia|perla|lampo|eurogol|centro|sigillo)"
    r"(?: [a-zàèéìòù]+){0,2}? (?:di|del|firmat[oa] da|siglat[oa] da) (?:[a-zàèéìòù]+ )?(<p\d+>)"
)
_OF_NO_USE = re.compile(
    rf"\b(?:inutile|van[oa]|ininfluente|non (?:basta|serve|è bastat[oa]|è servit[oa])(?: [a-zàèéìòù]+ <[tr]\d+>)?)"
    rf" {_GOAL_OF}"
)
"""Whose goal was of no use: "inutile la rete di <p>"."""
STORMED = 3
"""What it counts that somebody took the other's ground, though only that other team stands near."""
_STORMING = re.compile(
    r"(<p\d+>)(?:(?:,| e) (<p\d+>))? (?:espugn|sbanc|violan|viola (?:il|lo|l’)|ribalt|affond|mand(?:a|ano) ko|gel)"
    r"[a-zàèéìòù]* "
)
"""Who took the other's ground or beat them: "<p> e <p> espugnano <v>"."""
_DECISIVE = re.compile(rf"\b(?:decisiv[oa]|decide|a decidere(?: [^<.;]{{0,25}})? è) (?:tutto )?{_GOAL_OF}")
"""Whose goal decided the match."""


def _goal_called(names: str) -> re.Pattern[str]:
    """Return how an English sentence gives somebody a goal that it calls by one of some names."""
    return re.compile(
        rf"(<p\d+>)’s? (?:[a-z0-9\-]+ |<m\d+> ){{0,4}}(?:{names})\b"
        r"|(<p\d+>)(?: [a-z]+ly)? (?:grab|snatch|scor|hit|nett|claim|head|fir|volley|bag|nick|struck|add|got"
        r"|pok|curl|drill|stab|slott|lash|smash|mak|steal|stole)\w*(?: (?:in|home))? (?:the |an? |his |her )?"
        rf"(?:[a-z0-9\-]+ |<m\d+> ){{0,3}}(?:{names})\b"
    )


_WON_IT = _goal_called("winner|winning goal|match-winner|clincher")
"""Who scored what won the match: "Smith grabs late winner"."""
_CONSOLED = _goal_called("consolation(?: goal)?")
"""Who scored when it was too late: "Smith's late consolation"."""
_OTHER_DAY = re.compile(
    r"\b(?:last (?:week|month|season|year|time|weekend)|previous|earlier (?:this|in the)|back in|thought"
    r"|could have|nearly|almost|denied|disallow\w*|ruled out|should have|search of|chas\w+|pushed for)\b"
)
"""What tells that a winner was another match's, or none."""


def _team_person(row: Masked, match: re.Match[str]) -> tuple[Mention | None, Mention | None]:
    team = person = None
    for group in match.groups():
        if group and group[1] == "p":
            person = row.mark(group)
        elif group and group[1] in "tr":
            team = row.mark(group)
    return team, person


def find_coaches(rows: list[Masked], pair: Pair, vocab: Vocabulary, players: set[str]) -> dict[int, str]:
    """Return the coach of each side that the text names; who scored is none."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    men: Counter[str] = Counter()
    for row in rows:
        if row.sentence.quoted:
            continue
        for rule in (*vocab.raw["doer"]["coach"], *vocab.raw["doer"].get("coach_perhaps", ())):
            for match in compile_rule(rule).finditer(row.text):
                team, person = _team_person(row, match)
                if person is None or person.key in players:
                    continue
                side = pair.side(team) if team else None
                if side is not None:
                    votes[side][person.key] += 1
                elif team is None:
                    men[person.key] += 1
                    other = set_against(row, match.end(), pair)
                    if other is not None:
                        votes[1 - other][person.key] += 1
    for man, count in men.items():
        for own in (0, 1):
            if votes[own].get(man):
                votes[own][man] += count
    found = {own: named.most_common(1)[0][0] for own, named in votes.items() if named}
    left = [p for p, _ in men.most_common() if p not in found.values()]
    if len(found) == 1 and len(left) == 1:
        found[1 - next(iter(found))] = left[0]
    if len(found) == 2 and found[0] == found[1]:
        del found[1 if votes[0][found[0]] >= votes[1][found[1]] else 0]
    return found


_AGAINST = re.compile(
    r"[^.;]*?\b(?:while|whereas|but|against|over|beat|mentre|ma|contro) (?:the |il |la |lo |l’|i )?(<t\d+>)"
)
"""What stands before the other team, behind somebody's side: "<p>'s side stay fourth, while <t> drop to tenth"."""


def set_against(row: Masked, end: int, pair: Pair) -> int | None:
    """Return the side that a sentence sets against somebody's men, where it names no other."""
    sides = {side for a, _, m in row.of("t") if (side := pair.side(m)) is not None}
    match = _AGAINST.match(row.text, end)
    return pair.side(row.mark(match.group(1))) if match and len(sides) == 1 else None
