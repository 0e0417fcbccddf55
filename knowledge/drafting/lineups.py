"""Line-ups: who plays for whom, coaches and formations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import Goal, Mention
from knowledge.drafting.vocabulary import Vocabulary


@dataclass(slots=True)
class Listed:
    """What the lists tell: goals (a `team` is a side), players' sides, coaches' sides, formations."""

    goals: list[Goal] = field(default_factory=list)
    sides: dict[str, int] = field(default_factory=dict)
    coaches: dict[int, str] = field(default_factory=dict)
    formations: dict[int, str] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    scorers_only: bool = False


def read_lineup(
    line: str,
    offset: int,
    mentions: list[Mention],
    pair: Pair,
    vocab: Vocabulary,
    result: Listed,
    current: int | None,
) -> int | None:
    """Note players, coach and formation of a line-up; return the side the next line goes on with."""
    coach = re.compile(rf"\b{vocab.raw['labels']['coach']}\b\.?\s?[:.]?\s*$", re.IGNORECASE)
    if sum(m.kind == "p" for m in mentions) < 5 and current is None:
        return None
    for mention in mentions:
        side = pair.side(mention) if mention.kind == "t" else None
        after = line[mention.end - offset : mention.end - offset + 30]
        if side is not None and (
            re.match(r"\s*(?:\(\d|\d-\d-\d|[:(]|[–-]\s)", after) or mention.start - offset < 3
        ):
            current = side
            shape = re.match(r"\s*\(?(\d(?:-\d){2,4})", after)
            if shape:
                result.formations[side] = shape.group(1)
        elif mention.kind in "po" and current is not None:
            if coach.search(line[max(0, mention.start - offset - 16) : mention.start - offset]):
                result.coaches.setdefault(current, mention.key)
            elif mention.kind == "p":
                result.sides.setdefault(mention.key, current)
    return current


_LINEUP = re.compile(r"^\W{0,3}<t(\d+)>\s?(?:\(\d-\d|\d-\d-\d|:)")
"""How a sentence opens that prints a line-up: its team, then a formation or a colon."""


def lineup_team(row: Masked) -> Mention | None:
    """Return the team whose line-up a sentence prints, None where it prints none."""
    match = _LINEUP.match(row.text)
    if match is None or sum(m.kind == "p" for m in row.marks) <= 5:
        return None
    return row.marks[int(match.group(1))]


def lineup_side(row: Masked, pair: Pair) -> int | None:
    """Return the side whose line-up a sentence prints."""
    team = lineup_team(row)
    return pair.side(team) if team else None
