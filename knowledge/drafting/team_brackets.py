"""Scorers in brackets behind each team's goals: "Leeds 2 (Smith 12, Jones 40 pen) Derby 1 (Brown 90+2)"."""

from __future__ import annotations

import re

from knowledge.drafting.list_parsing import parse_goals
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import Goal, Mention
from knowledge.drafting.vocabulary import Vocabulary

_SCORERS = re.compile(r"(\d{1,2})\s?\(([^()]{3,400})\)")


def team_brackets(
    line: str, offset: int, mentions: list[Mention], pair: Pair, vocab: Vocabulary
) -> list[Goal]:
    """Return the goals of a line that gives each team's scorers in brackets, if they are as many as its goals."""
    found: list[Goal] = []
    for match in _SCORERS.finditer(line):
        close = [m for m in mentions if m.kind == "t" and m.end <= offset + match.start()]
        if not close or line[close[-1].end - offset : match.start()].strip(" ,:–-"):
            return []
        side = pair.side(close[-1])
        inside = [m for m in mentions if match.start(2) <= m.start - offset < match.end(2)]
        goals = parse_goals(match.group(2), offset + match.start(2), inside, pair, vocab, True)
        if side is None or len(goals) != int(match.group(1)):
            return []
        for goal in goals:
            goal.team = side
        found += goals
    return found
