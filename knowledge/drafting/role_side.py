"""Which team was at home by the words for hosts and guests: whom they name, and whom a sentence is about."""

from __future__ import annotations

import re
from collections import Counter

from knowledge.drafting.masking import Masked
from knowledge.drafting.near_sides import last_side
from knowledge.drafting.pair import Pair
from knowledge.drafting.vocabulary import Vocabulary, pattern

_ROLE_OF = re.compile(
    r"<r(\d+)>,? (?:(?:d[aei]l?l?[aoe’]?|degli|di|from|of|the|per (?:il|la|lo|l’|i|gli|le)) ?)?<t(\d+)>"
)
"""A word for the home or away side with the team that it means ("padroni di casa della <t>")."""
_ROLE_BEHIND = re.compile(
    r"\b(?:i|il|la|le|lo|gli) <t(\d+)>,? <r(\d+)>(?= ?[,.]| (?:che|si|hanno|ha|sono|è)\b)"
)
"""The same behind the team: "i <t> padroni di casa, che hanno vinto"."""


def count_roles(votes: Counter[str], pair: Pair, row: Masked, vocab: Vocabulary, early: float) -> None:
    """Let words for the home and away side speak for the team they name or the team the sentence is about."""
    named: set[int] = set()
    both = [(m.start(), m.group(1), m.group(2)) for m in _ROLE_OF.finditer(row.text)]
    both += [(m.start(2) - 2, m.group(2), m.group(1)) for m in _ROLE_BEHIND.finditer(row.text)]
    for at, role_mark, team_mark in both:
        role, side = row.marks[int(role_mark)], pair.side(row.marks[int(team_mark)])
        named.add(at)
        if side is not None:
            host_named = (role.key == "home") != (role.text == "ospite")
            votes[pair.teams[side if host_named else 1 - side]] += 3 * early  # type: ignore[assignment]
    placed = next(((a, s) for a, _, m in row.of("t") if (s := pair.side(m)) is not None), None)
    if vocab.has("next_fixture", row.text) or row.sentence.quoted:
        return
    for rule, home in (("subject_home", True), ("subject_away", False)):
        for match in vocab.rules[rule].finditer(row.text):
            after = _OF_TEAM.match(row.text, match.end())
            met = (_MET if vocab.language == "en" else _MET_IT).match(row.text, match.end())
            other = pair.side(row.marks[int(met.group(1))]) if met else None
            if other is not None:
                votes[pair.teams[1 - other if home else other]] += 2 * early  # type: ignore[assignment]
                continue
            parted = ". " in row.text[: match.start()]
            first = None if placed is None or match.start() + OPENING < placed[0] else placed[1]
            near = last_side(row, match.start(), pair) if parted else first
            if _THEIRS.match(match.group()):
                before = [
                    s for a, _, m in row.of("t") if a < match.start() and (s := pair.side(m)) is not None
                ]
                near = before[-1] if before else None
            side = pair.side(row.marks[int(after.group(1))]) if after else first if near is None else near
            hosts = _BY_HOSTS.match(row.text, match.end()) if vocab.language == "it" and not home else None
            if hosts and (host := pair.side(row.marks[int(hosts.group(1))])) is not None:
                side = 1 - host
            several = sum(pair.side(m) is not None for at, _, m in row.of("t") if at < match.start()) > 1
            beaten = several and vocab.language == "en" and home
            beaten = beaten and _BEATEN_HERE.search(row.text, 0, match.start()) is not None
            if (
                side is not None
                and not after
                and not beaten
                and _FROM_THEM.search(row.text, 0, match.start())
            ):
                side = 1 - side
            if side is not None and match.start() not in named and not _other_day(row, match, pair):
                votes[pair.teams[side if home else 1 - side]] += 2 * early  # type: ignore[assignment]


_FROM_THEM = re.compile(r"\b(?:from|over|against|past|beat\w*|held|hold|face) <t\d+> $")
"""What stands before words for home or away and names whom the other team met: "earn a point from <t> at home"."""


_BEATEN_HERE = re.compile(r"\b(?:against|over|past|beat\w*) <t\d+> $")
"""What stands before "at home" and leaves it with the subject: "a win against Leeds at home"."""
_MET = re.compile(r" (?:against|over|at|to) (?:[a-z\-]+ ){0,5}<t(\d+)>")
"""Whom a team met, right behind words for home or away: "a result on the road against a side like Leeds"."""


_THEIRS = re.compile(r"(?:difesa|retroguardia|porta|portiere)\b")
"""What the hosts have that the team named last before plays against."""
_MET_IT = re.compile(
    r"(?: (?:per )?<s\d+>| odiern[oa]| di misura)?,? (?:contro|ai danni|al cospetto|su|sul|sulla|sullo|sull’|sui)"
    r"(?: d[ei]l?l?[ao’]?)? ?(?:il |la |lo |l’|i |gli |le )?<t(\d+)>"
)
"""Whom a team met, right behind words for home or away: "successo casalingo per 3-1 sul <t>"."""


def _other_day(row: Masked, match: re.Match[str], pair: Pair) -> bool:
    """Whether words for home or away are of another match: "reduce dalla sconfitta in casa contro lo <t>"."""
    met = pattern("met_team").match(row.text, match.end())
    met_other = met is not None and pair.side(row.mark(met.group(1))) is None
    return met_other or bool(
        pattern("fresh_from").search(row.text, max(0, match.start() - 60), match.start() + 12)
    )


OPENING = 40
"""Letters before the first team of a sentence in which words for home or away still are of it ("in casa, il <t>")."""
_OF_TEAM = re.compile(r" (?:d[ei]l?l?[aoe’]?|degli|per (?:il|la|lo|l’|i|gli|le)) ?<t(\d+)>")
_BY_HOSTS = re.compile(r" (?:per <s\d+> |<s\d+> )?da(?:l|lla|llo|ll’|i|gli|lle) ?<t(\d+)>")
"""The hosts, behind "in trasferta", who beat the guests: "sconfitta in trasferta dal <t>"."""


def role_votes(rows: list[Masked], winner: int | None, vocab: Vocabulary) -> float:
    """Return how far words such as "sealed victory for the visitors" want the pair turned, below 0 if not.

    `winner` is the side of the pair that won; nothing is said where that is not told.
    """
    votes = 0.0
    for row in rows if winner is not None else ():
        for rule, won in (("role_won", True), ("role_lost", False)):
            for match in vocab.rules[rule].finditer(row.text):
                mark = next(g for g in match.groups() if g)
                side = 0 if row.mark(mark).key == "home" else 1
                votes += 1.0 if (side == winner) != won else -1.0
    return votes
