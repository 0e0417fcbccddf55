"""Which of the best rows is told: not always the first, where another tells more, or what the question turns on."""

from __future__ import annotations

from .query import Query
from .quoting import OUTCOMES
from .ranking import Candidate

TELLING = frozenset(
    [
        "own_goal",
        "red_card",
        "yellow_card",
        "extra_time",
        "shootout",
        "free_kick",
        "hat_trick",
        "brace",
        "penalty",
        "corner",
        "handball",
        "title",
        "stoppage_time",
        "semi_final",
        "quarter_final",
        "round_of_16",
        "group_stage",
        "second_leg",
        "woodwork",
        "half_time",
        "goalkeeper",
        "assist",
        "var",
        "referee",
        "kickoff",
        "attendance",
        "lineup",
        "ratings",
        "stats",
        "wages",
        "tv",
        "ticket",
        "shirt_number",
        "suspension",
        "captain",
        "possession",
        "market_value",
        "transfer_fee",
        "born",
        "height",
        "family",
        "nationality",
    ]
)
"""Concepts so definite that a row without them tells of something else, whatever else it shares."""
TOLD_EDGE = 0.1
"""Score that a row may lack which alone speaks of what the question turns on."""
LEVEL = 0.01
"""Rows this close are equally good."""
FULLER = 0.05
"""Score that a row may lack which tells all that the best row tells."""


def untold(query: Query, best: Candidate) -> bool:
    """Whether the best row does not speak of what the question turns on: "did they beat Roma?", "the own goal"."""
    missing = set(best.unexplained)
    return bool(missing & TELLING) or ((query.yes_no or "count" in query.kinds) and bool(OUTCOMES & missing))


def told_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put a row first that speaks of what the question turns on, where the best does not and is little better."""
    if not rows or not untold(query, rows[0]):
        return rows
    for candidate in rows[1:4]:
        if candidate.score >= rows[0].score - TOLD_EDGE and not untold(query, candidate):
            return _with_first(candidate, rows)
    return rows


def whole_first(rows: list[Candidate]) -> list[Candidate]:
    """Put the row first that tells the whole of an event, where no part of it was asked for."""
    best = rows[0]
    if best.entry.intent.startswith(("fact.", "match.")) or best.entry.intent.endswith(
        (".what", ".how", ".why")
    ):
        return rows
    whole = next(
        (c for c in rows if c.entry.row == best.entry.row and c.entry.intent.endswith(".what")), None
    )
    return _with_first(whole, rows) if whole else rows


def affirmed_first(rows: list[Candidate]) -> list[Candidate]:
    """Of rows that are as good to a yes/no question put one first that stored the question itself with a yes."""
    for candidate in rows[1:4]:
        if candidate.score < rows[0].score - LEVEL:
            break
        if candidate.sample and candidate.sample.polarity == "yes" and candidate.likeness >= rows[0].likeness:
            return _with_first(candidate, rows)
    return rows


def fullest_first(rows: list[Candidate]) -> list[Candidate]:
    """Put a row first that is nearly as good as the best, and tells what the best tells and more."""
    for candidate in rows[1:4]:
        best = rows[0].entry
        fuller = best.row in candidate.entry.tells and candidate.entry.row not in best.tells
        if fuller and candidate.score >= rows[0].score - FULLER:
            return _with_first(candidate, rows)
    return rows


def _with_first(first: Candidate, rows: list[Candidate]) -> list[Candidate]:
    return [first, *(c for c in rows if c is not first)]
