"""A match that an article was read to report though it is on something else: a transfer, a new coach."""

from __future__ import annotations

from dataclasses import replace

from knowledge.drafting.article import Reading
from knowledge.drafting.fact_finder import FactFinder
from knowledge.drafting.masking import Masked

EARLY = 3
"""Sentences within which an article tells what it is about."""
MOVES = frozenset({"sacked", "resigned", "appointed", "interim", "signing", "renewed", "until", "contract"})
"""Facts that an article on posts and transfers tells."""
SEVERAL = 2
"""Such facts from which an article without a score is on them, though a goal seems told by the way."""
SURE_GOAL = 0.85
"""Confidence of a goal that no article on something else is drafted with: such were 0.7 at most."""


def without_false_match(reading: Reading) -> Reading:
    """Return a reading without its match where the article reports none: no early score, no minutes.

    Then it must tell the score in words or a goal plainly, and not be on a transfer or a new coach.
    """
    if not reading.matches:
        return reading
    scored = any(row.scores for row in reading.rows[:EARLY])
    if scored or sum(len(row.minutes) for row in reading.rows) > 1:
        return reading
    match = reading.matches[0]
    unsure = all(goal.confidence < SURE_GOAL for goal in match.goals)
    told_of_both = any(row.scores and _names_both(row, match.teams) for row in reading.rows)
    if unsure and not (match.score_evidence and told_of_both):
        return replace(reading, matches=[])
    finder = FactFinder(replace(reading, matches=[], rows=reading.rows[:EARLY]))
    finder.find()
    if finder.context.lead:
        return replace(reading, matches=[])
    if match.score_evidence or len(match.goals) > 1:
        return reading
    whole = FactFinder(replace(reading, matches=[])).find()
    moves = {(f.kind, *f.people.values()) for f in whole if f.kind in MOVES}
    return replace(reading, matches=[]) if len(moves) >= SEVERAL else reading


def _names_both(row: Masked, teams: tuple[str, str]) -> bool:
    """Whether a sentence names both teams of a match."""
    return {m.key for _, _, m in row.of("t")} >= set(teams)
