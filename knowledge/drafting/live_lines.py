"""Lines of live pages that hold one goal each: shouted with the score, or a scorer and a minute without a team."""

from __future__ import annotations

import re

from knowledge.drafting.list_parsing import parse_goals
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import ORIENTED, Goal, Mention
from knowledge.drafting.vocabulary import Vocabulary

_SHOUTED = re.compile(
    r"(?:\d{1,3}(?:\+\d{1,2})?[’'′]:? )?\W*GOA+L\b[^()\n]*?(\d{1,2})\s?[-–]\s?(\d{1,2})[^()\n\d]*"
    r"\(([^()\n]{3,40})\)(?:\W*$|\W* (?=[A-Z]))",
    re.IGNORECASE,
)
"""A line of a live blog that shouts a goal: "GOAL! Leeds 2-1 Derby (Smith 54) At last."."""


def shouted_in(line: str, offset: int, mentions: list[Mention], pair: Pair, vocab: Vocabulary) -> list[Goal]:
    """Return the one goal of a line of a live blog, with the score that it made."""
    match = _SHOUTED.match(line)
    goals = parse_goals(match.group(3), offset + match.start(3), mentions, pair, vocab, True) if match else []
    if match is None or len(goals) != 1:
        return []
    sides = [s for m in mentions if m.kind == "t" and (s := pair.side(m)) is not None]
    straight = sides[:1] != [1]
    first, second = int(match.group(1)), int(match.group(2))
    goals[0].ordinal = (first, second) if straight else (second, first)
    goals[0].standing.add(ORIENTED)
    return goals


def part_by_clock(goals: list[Goal]) -> None:
    """Give the goals of two lists, a line a goal, to home and away where the clock starts anew."""
    lines = [g.sentence for g in goals]
    if any(g.team is not None or g.minute is None for g in goals) or lines != list(range(len(goals))):
        return
    fresh = [i for i in range(1, len(goals)) if (goals[i].minute or 0) < (goals[i - 1].minute or 0)]
    for i, goal in enumerate(goals) if len(fresh) == 1 else ():
        goal.team = int(i >= fresh[0])
