"""Teams that a sentence names though they do not play: other matches, past rivals, the town of a dateline."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge.drafting.masking import Masked
from knowledge.drafting.people import NICKNAME
from knowledge.drafting.records import Mention
from knowledge.drafting.vocabulary import Vocabulary, around


def clubs_in(row: Masked) -> list[Mention]:
    """Return the teams named in a sentence, nicknames of either side left out."""
    return [m for m in row.marks if m.kind == "t" and not m.key.startswith(NICKNAME)]


def is_aside(row: Masked, vocab: Vocabulary) -> bool:
    """Whether a sentence is about another match or what comes next."""
    return vocab.has("other_game", row.text) or vocab.has("next_fixture", row.text)


_BEGINS = re.compile(
    r"(?:elsewhere|meanwhile|earlier|in the (?:day’s |evening’s )?other|in (?:today|tonight|sunday|saturday)’s other"
    r"|around the|also (?:in|on)|in <c\d+>,|at <[ov]\d+>,)\b"
)
"""How a sentence begins that goes over to another match."""
LEAD = 2
"""Sentences at the top whose teams a text on one match comes back to."""


def elsewhere(rows: list[Masked], vocab: Vocabulary) -> set[int]:
    """Return the sentences of an English text on other matches: from "Elsewhere" on, while they name others."""
    if vocab.language != "en":
        return set()
    naming = [row for row in rows if any("|" not in m.key for m in clubs_in(row))]
    top = [row for row in naming if row.sentence.index < LEAD] or naming[:LEAD]
    lead = {m.key for row in top for m in clubs_in(row) if "|" not in m.key}
    found: set[int] = set()
    away = False
    known: set[str] = set()
    for row in rows:
        keys = {m.key for m in clubs_in(row)}
        people = {m.key for _, _, m in row.of("p")}
        begins = row.sentence.index >= LEAD and bool(keys) and bool(_BEGINS.match(row.text))
        away = begins or (away and (bool(keys) or not people & known))
        away = away and not keys & lead
        if away:
            found.add(row.sentence.index)
        else:
            known |= people
    return found


_DATELINE = re.compile(r"(?:/<[to]\d+>)?(?:, [a-z .]{2,20})?\s?(?:\([a-z]{2,12}\)\s?)?[–—-]\s")


def is_dateline(mention: Mention, row: Masked) -> bool:
    """Whether a name in capitals opens a paragraph as the town it was written in ("TORINO – ")."""
    if not mention.text.isupper() or row.text[:1] != "<":
        return False
    if mention.start != row.sentence.start:
        return row.sentence.index < 3 and bool(_TWO_TOWNS.match(row.sentence.text))
    return row.sentence.index < 3 and bool(_DATELINE.match(row.text, row.text.find(">") + 1))


_TWO_TOWNS = re.compile(r"[A-ZÀ-Þ]{3,}/[A-ZÀ-Þ]{3,} ?[–—-] ")
"""How a report begins that was written in two towns."""


def outside_match(row: Masked, vocab: Vocabulary) -> set[int]:
    """Return where teams stand that the words before them put outside this match ("clear of <t>")."""
    found = {
        m.start for a, _, m in row.of("t") if vocab.rules["not_opponent"].search(row.text, max(0, a - 70), a)
    }
    found |= {m.start for a, b, m in row.of("t") if _describes(row, a, b, m)}
    if len({m.key for m in clubs_in(row)}) > 2:
        found |= {m.start for a, _, m in row.of("t") if m.text.islower() and _MAN.search(row.text, 0, a)}
    for bracket in _REMARK.finditer(row.text):
        found |= {m.start for a, _, m in row.of("t") if bracket.start() < a < bracket.end()}
    if len({m.key for m in clubs_in(row)}) > 2:
        beaten = {m.key for a, _, m in row.of("t") if _BEATEN_BEFORE.search(row.text, 0, a)}
        found |= {m.start for _, _, m in row.of("t") if m.key in beaten}
    return found


def _describes(row: Masked, start: int, end: int, team: Mention) -> bool:
    """Whether a team's name only says where another is from: "Hamburg side <t>", "<t> of Ghana"."""
    return bool(
        _YEAR.match(row.text, end)
        or (_ONES_OWN.search(row.text, 0, start) and _TIME_THERE.match(row.text, end))
        or _SIDE_OF.match(row.text, end)
        or (_CLUB_OF.search(row.text, 0, start) and team.key[:2] != "x:")
    )


_MAN = re.compile(
    r"\b(?:(?:l’|un |lo )?(?:attaccante|allenatore|esterno)|(?:il |un )?(?:centravanti|bomber|difensore|centrocampista"
    r"|portiere|capitano|tecnico|fantasista|trequartista|terzino|talento|giovane)) $"
)
"""Who is called by where he comes from: "l'attaccante siciliano"."""
_ONES_OWN = re.compile(r"\b(?:his|her) (?:own |[a-z]+ )?$")
_TIME_THERE = re.compile(r" (?:days|career|spell|stint|time|years|debut|past)\b")
"""What stands round a club that somebody was at: "during his Celtic days"."""
_SIDE_OF = re.compile(r" (?:side|club|outfit|team|giants|rivals|neighbours) <[tp]\d+>")
"""What stands behind a town's name and before the club that plays there."""
_YEAR = re.compile(r" (?:19|20)\d\d\b(?! ?[-–])")
"""What stands behind the land of a tournament: "verso <t> 2019"."""
_CLUB_OF = re.compile(r"<[tp]\d+>(?: <o\d+>\.<o\d+>\.| f\.?c\.?)? of (?:the )?$")
"""What stands before the land of a club."""
_REMARK = re.compile(r"\(che (?:ha|hanno|aveva|oggi|ieri|intanto)\b[^()]*\)")
"""What is told in brackets of a team of another match: "sulla Svizzera (che ha battuto 0-2 la <t>)"."""
_BEATEN_BEFORE = re.compile(
    r"\bdopo aver[e]? (?:già |anche )?(?:liquid|batt|super|elimin|sconfi|travol|pieg|fermat|espugn|vinto)\w*"
    r" (?:<s\d+> |(?:in|per|con) [a-z]+ )?(?:contro |con )?(?:il |la |lo |l’|i |gli |le )?$"
)
"""What stands before a team beaten some other day where two more teams are named."""


REMARK = re.compile(
    r"<t\d+>, (?:(?:who (?:lost|won|drew|beat|were)|beaten|held|thrashed|winners|losers)\b[^,.;]*<s\d+>"
    r"|<s\d+> (?:winners|losers)\b)[^,.;]*<t\d+>"
)
"""What a remark between commas tells of a team's last match: "<t>, beaten <s> by <t> on Sunday,"."""
WHO_MET = re.compile(
    r"<t(\d+)>,? (?:who|which)\b(?:(?!<t)[^.;])*<s\d+> (?:[a-z]+ )?(?:by|against|to|over|at|with) (?:the )?<t(\d+)>"
)
"""Two teams of another match told in passing: "climb above Hull, who lost 1-0 to Derby"."""
LIKELY = 2
"""Signs of a team that an unknown name needs, a first sentence's counting double."""


def unknown_team(rows: list[Masked], language: str, plainly: bool = False) -> str | None:
    """Return the unknown name that is spoken of as a team most often, None if hardly.

    `plainly` lets Italian articles speak, too, which people's names hardly have ("il Multedo riparte").
    """
    votes: Counter[str] = Counter()
    for row in rows if not any(r.sentence.quoted for r in rows[:1]) else ():
        for start, end, mention in row.of("p"):
            signs = int(bool(around(language, "before_team").search(row.text[:start])))
            signs += bool(around(language, "after_team").match(row.text, end))
            signs += plainly and bool(_ARTICLE.search(row.text[:start]))
            votes[mention.key] += signs * (2 if row.sentence.index < 2 else 1)
            votes[mention.key] -= bool(around(language, "after_player").match(row.text, end))
    best = max(votes, key=lambda key: votes[key], default=None)
    return best if best and votes[best] >= LIKELY else None


def played(rows: list[Masked]) -> str | None:
    """Return the unknown name that the first sentences let win or lose against a team, as only a team does."""
    for row in rows[:TOLD_BY]:
        for match in _PLAYED.finditer(row.text) if not row.sentence.quoted else ():
            return row.mark(match.group(1) or match.group(2)).key
    return None


TOLD_BY = 3
"""Sentences at the top in which the result of a match is told."""
_PLAYED = re.compile(
    r"^(<p\d+>)’s? (?:[a-z\-]+ |<[otcv]\d+> ){0,8}ended in (?:an? )?<s\d+> (?:[a-z\-]+ |<c\d+> ){0,3}"
    r"(?:win|victory|defeat|loss|draw) (?:against|over|to|at|with) (?:<r\d+> |the )?<t\d+>"
    r"|(?:^|, |\bas |\bthe |\band )(?:the )?(<[po]\d+>) (?:[a-z]+ly )?"
    r"(?:(?:beat|defeated|thrashed|hammered|edged|held off|saw off|overcame|downed|stunned|drew with|lost to) (?:the )?"
    r"(?:[a-z\-]+ ){0,2}<t\d+> <s\d+>"
    r"|(?:kept|stayed|remained|moved|climbed|went|made)\b(?:[^<.;:]|<[cmo]\d+>){0,80}, "
    r"(?:recording|claiming|earning|securing|winning|beating|losing|suffering)\b(?:[^<.;:]|<s\d+>){0,40} "
    r"(?:over|against|at|to) (?:the )?(?:<t\d+>’s )?<[tp]\d+>"
    r"|(?:advanced|progressed|crashed out|slipped|fell|slumped|suffered|recorded|claimed|secured|earned|won|lost|drew)"
    r"\b(?:[^<.;:]|<[cmso]\d+>){0,60}<s\d+>(?: [a-z\-]+){0,3} (?:at|to|against|over|with) (?:the )?<t\d+>)"
)
"""An unknown name that beats a team, or that goes on or falls by a score against one."""
_ARTICLE = re.compile(
    r"(?:^|\b)(?:(?:i|de|da|a|ne|su|co|que)l|(?:de|da|a|ne|su)?l?lo) (?:nuovo |neopromosso |giovane )?$"
)
"""The masculine article, in whatever word it is hidden."""
_CLAUSE = re.compile(r"[^,;:(]+")


def of_today(row: Masked, vocab: Vocabulary) -> Masked:
    """Return a sentence with the clauses left blank that tell of another day's match."""
    if row.sentence.index < 2 or not vocab.has("past_match", row.text):
        return row
    return replace(row, text=today_only(row.text, vocab))


def today_only(text: str, vocab: Vocabulary) -> str:
    """Return a masked sentence with the clauses left blank that tell of another day's match."""

    def blank(clause: re.Match[str]) -> str:
        return " " * len(clause.group()) if vocab.has("past_match", clause.group()) else clause.group()

    return _CLAUSE.sub(blank, text)
