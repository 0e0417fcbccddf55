"""What line-ups tell besides sides: who was in goal, who started, who came on ("Carr (Butt 77)")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from knowledge.drafting.fact_words import role
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Event, Mention
from knowledge.drafting.typed_fact import TypedFact

FEWEST = 8
"""People of a sentence that make it a line-up."""
HALF = 45
"""Minutes of play before the second half, whose minutes Italian line-ups count by themselves."""
_HEAD = re.compile(r"^(<[tr]\d+>)(?: \([\d-]+\)| [\d-]{5,9})?: ?(?:\([\d-]+\):? ?)?")
_CHANGE = re.compile(
    r"(<p\d+>)(?: \d{1,2}(?:[.,]\d)?)? \((?:dal(?: |l’))?(?:<m(\d+)>,? ?)?(?:(\d{1,2})’? ?)?(?:([sp])\.?t\.? )?(<p\d+>)"
    r"(?: (?:(\d{1,2})|\d[.,]\d|s\.?v\.?|n\.?g\.?))?\)"
)
_BRACKET = re.compile(r"\([^()]*\)")
_END = re.compile(
    r"\b(?:subs|subs not|substitutes|bench|a disp|a disposizione|panchina|all|allenatore|coach|manager)\b"
)
Club = Callable[[str], str | None]


def lineups(rows: list[Masked], club: Club) -> Iterator[tuple[Masked, str, str]]:
    """Yield the sentences that are a line-up, each with its team and the part of it that names who started."""
    for row in rows:
        head = _HEAD.match(row.text)
        if head is None or len(row.of("p")) < FEWEST:
            continue
        team = club(row.mark(head.group(1)).key)
        end = _END.search(row.text, head.end())
        if team:
            yield row, team, row.text[head.end() : end.start() if end else len(row.text)]


def lineup_facts(rows: list[Masked], club: Club, name: Callable[[str], str]) -> Iterator[TypedFact]:
    """Yield the goalkeeper and the starters of each line-up."""
    for row, team, text in lineups(rows, club):
        people = _marks(row, _BRACKET.sub("", text))
        opens = row.text[row.text.index(":") + 1 :].lstrip().startswith("<p")
        if opens and people:
            yield TypedFact(
                "role", row, {"person": people[0].key}, {"team": team}, {"value": role("goalkeeper")}
            )
        told = ", ".join(name(m.key) for m in people)
        if FEWEST <= len(people) <= 11 and len(told) < 350:
            yield TypedFact("lineup", row, teams={"team": team}, values={"value": {"en": told, "it": told}})


def changes(rows: list[Masked], club: Club, sides: tuple[str, str]) -> Iterator[Event]:
    """Yield the substitutions that the brackets of line-ups tell."""
    for row, team, text in lineups(rows, club):
        for match in _CHANGE.finditer(text):
            off, on = (row.mark(match.group(i)).key for i in (1, 5))
            minute = _minute(row, match)
            side = sides.index(team) if team in sides else None
            if minute is None or 1 <= minute <= 120:
                yield Event(
                    "substitution", on, minute, side, row.sentence.index, row.sentence.text, 0.8, {"off": off}
                )


def _minute(row: Masked, match: re.Match[str]) -> int | None:
    """Return the minute of a change: it stands before who came on, or else behind, where a mark may stand too."""
    if match.group(2):
        return row.minutes[int(row.mark(f"<m{match.group(2)}>").key)].minute
    told = match.group(3) or match.group(6)
    return int(told) + HALF * (match.group(4) == "s") if told else None


def _marks(row: Masked, text: str) -> list[Mention]:
    return [row.mark(m.group()) for m in re.finditer(r"<p\d+>", text)]
