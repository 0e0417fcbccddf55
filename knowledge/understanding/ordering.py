"""Which of the best rows is told: not always the first, where another tells more, or what the question turns on."""

from __future__ import annotations

import re
from collections.abc import Callable

from .query import Query
from .quoting import OUTCOMES
from .ranking import Candidate

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year in full."""
TELLING = frozenset(
    [
        "own_goal",
        "disallow",
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
        "header",
        "volley",
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
        "age",
        "shot_distance",
        "t_of_all_time",
    ]
)
"""Concepts so definite that a row without them tells of something else, whatever else it shares."""
COUNTRIES = frozenset({
    "t_albania", "t_argentina", "t_austria", "t_belgium", "t_brazil", "t_china", "t_colombia", "t_croatia", "t_denmark",
    "t_england", "t_france", "t_germany", "t_ireland", "t_italy", "t_ivory_coast", "t_netherlands", "t_nigeria",
    "t_norway", "t_poland", "t_portugal", "t_romania", "t_serbia", "t_slovenia", "t_spain", "t_sweden", "t_switzerland",
    "t_turkey", "t_ukraine", "t_uruguay",
})  # fmt: skip
"""Concepts of where somebody or some club is from."""
REACH = 4
"""Best rows among which another may be put first."""
TOLD_EDGE = 0.1
"""Score that a row may lack which alone speaks of what the question turns on."""
LEVEL = 0.01
"""Rows this close are equally good."""
POSTS = frozenset({"match.coaches", "match.goalkeepers"})
"""Fields of a match that tell who held a post."""
KIND_EDGE = 0.03
"""Score that a row of the kind asked for may lack."""
ROLE = "fact.role"
"""Facts that tell what somebody is."""
ABOUT = frozenset({"happen"})
"""Concept of "tell me about", which asks for no more than who somebody is."""
ROLE_EDGE = 0.2
"""Score that such a row may lack where nothing else is asked."""
BOTH = frozenset({"both", "#2"})
"""Features that ask for both sides."""
WHOLLY = 0.85
"""Likeness from which a stored question without a concept is the one that was asked."""
SUMMARY_EDGE = 0.1
"""Score that what happened in a match may lack where nothing else of it is asked."""
SIDED_EDGE = 0.15
"""Score that the row of the one side asked for may lack to that of both sides."""
ONE_MINUTE = frozenset({"goal.minute", "penalty.minute", "goal.what", "penalty.what"})
"""Fields that tell when one goal was scored."""
ALL_MINUTES = "match.goal_minutes"
WHO_WON = frozenset({"match.winner", "match.loser"})
"""Fields that tell how a match ended."""
ALIKE = 0.8
"""Likeness from which a question asks what a stored one asks."""
EVENTS = {"miss": "miss", "save": "save", "error": "error", "injury": "injury", "foul": "foul"}
"""Concepts that by themselves mean a kind of event."""
FULLER = 0.05
"""Score that a row may lack which tells all that the best row tells."""


def untold(query: Query, best: Candidate) -> bool:
    """Whether the best row does not speak of what the question turns on: "did they beat Roma?", "the own goal"."""
    missing = set(best.unexplained) - query.asides
    foreign = query.scope.empty and bool(missing & COUNTRIES)
    return (
        foreign
        or bool(missing & TELLING)
        or ((query.yes_no or "count" in query.kinds) and bool(OUTCOMES & missing))
    )


def told_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put a row first that speaks of what the question turns on, where the best does not and is little better."""
    if not rows or not untold(query, rows[0]):
        return rows
    return _first_that(lambda row: not untold(query, row), rows, TOLD_EDGE)


def summary_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put what happened in a match first where nothing but "how" is asked: "how did Inter do in 2023?"."""
    best = rows[0]
    if query.said or query.kinds != {"manner"} or not query.names or best.likeness >= WHOLLY:
        return rows

    def sums_up(row: Candidate) -> bool:
        summary = row.entry.intent == "match.summary" and row.entry.match == best.entry.match
        return summary and row.likeness > best.likeness

    return _first_that(sums_up, rows, SUMMARY_EDGE)


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
    for candidate in rows[1:REACH]:
        if candidate.score < rows[0].score - LEVEL:
            break
        if candidate.sample and candidate.sample.polarity == "yes" and candidate.likeness >= rows[0].likeness:
            return _with_first(candidate, rows)
    return rows


def role_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put a row first that tells who somebody is, where nothing but his name is asked: "who is Gasperini?"."""
    if query.said - ABOUT or len(query.names) != 1 or query.yes_no or query.rows or not query.scope.empty:
        return rows
    who = query.names[0].ids
    return _first_that(
        lambda row: row.entry.intent == ROLE and bool(who & row.entry.names), rows, ROLE_EDGE, len(rows)
    )


SURELY = 0.95
"""Likeness from which a question is one that was stored."""


def kind_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put a row first whose value itself is of the kind asked for, where the best one's is not and is hardly better.

    Whether it was the same man again is told by who held a post: "and in the 1-0, still him in goal?".
    """
    best = rows[0]
    if query.still and best.entry.intent not in POSTS:
        return _first_that(lambda row: row.entry.intent in POSTS, rows, KIND_EDGE)
    if not query.kinds or best.evidence.own_kind:
        return rows
    if best.entry.intent.startswith("fact.") and not best.entry.values and best.likeness >= SURELY:
        return rows  # that it is untold was asked before
    return _first_that(lambda row: bool(row.evidence.own_kind) and not _beyond(query, row), rows, KIND_EDGE)


def of_other_years(query: Query, row: Candidate) -> bool:
    """Whether the stored question of a row names a year, and not the one asked for."""
    years = query.scope.years
    named = frozenset(map(int, YEAR.findall(row.sample.text))) if years and row.sample else frozenset[int]()
    return bool(named) and named.isdisjoint(years)


def dated_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put a row first whose stored question is not of another year, where the best one's is."""
    if rows[0].entry.match or not of_other_years(query, rows[0]):
        return rows
    return _first_that(lambda row: not of_other_years(query, row), rows, TOLD_EDGE)


def event_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put an event first of the one kind that is asked for, where another is hardly better: "who missed late on?"."""
    asked = {kind for concept, kind in EVENTS.items() if concept in query.said}
    own = query.said - {"person"} == asked  # "fallo di chi?"
    if len(asked) != 1 or "person" not in query.kinds or not (own or _is_event(rows[0])):
        return rows
    kind = next(iter(asked))
    return rows if _of_kind(rows[0], kind) else _first_that(lambda row: _of_kind(row, kind), rows, KIND_EDGE)


def _is_event(row: Candidate) -> bool:
    return row.entry.intent.partition(".")[0] not in ("match", "fact", "absent")


def _of_kind(row: Candidate, kind: str) -> bool:
    return row.entry.intent.partition(".")[0] == kind


def result_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put the row first that tells who won, where nothing but that is asked with a yes or no: "did Inter win 2-1?"."""
    return _first_that(lambda row: settles(query, row), rows, TOLD_EDGE) if query.yes_no else rows


def settles(query: Query, row: Candidate) -> bool:
    """Whether a row tells who won a match, and a yes/no question of one side asks nothing else."""
    alike = row.likeness >= ALIKE and not row.unexplained
    return query.yes_no and bool(query.subject) and row.entry.intent in WHO_WON and alike


def sided_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Of a field that a match has for both sides together put the one side's first that was asked for.

    Who scored against a side, scored for the other.
    """
    best = rows[0].entry
    both = query.several or not BOTH.isdisjoint(query.features)
    against = len(query.opponent) == 1 and not query.subject and best.intent == "match.scorers"
    if best.team or both or not (query.subject or against) or not best.intent.startswith("match."):
        return rows

    def of_the_side(row: Candidate) -> bool:
        own = row.entry
        of_side = own.team in query.subject or (against and own.team and own.team not in query.opponent)
        return own.intent == best.intent and own.match == best.match and bool(of_side)

    return _first_that(of_the_side, rows, SIDED_EDGE, len(rows))


def each_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put the minutes of all goals first where those of each were asked for, and the best row tells one's."""
    best = rows[0].entry
    each = query.several or not BOTH.isdisjoint(query.features)
    if (
        not each
        or best.intent not in ONE_MINUTE | {ALL_MINUTES}
        or not best.values
        or best.names & query.ids - query.subject
    ):
        return rows

    def of_all(row: Candidate) -> bool:
        own, side = row.entry, next(iter(query.subject), None)
        return own.intent == ALL_MINUTES and own.match == best.match and own.team == side

    return _first_that(of_all, rows, SIDED_EDGE, len(rows))


def fullest_first(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Put a row first that is nearly as good as the best, and tells what the best tells and more."""
    best = rows[0].entry

    def fuller(row: Candidate) -> bool:
        return best.row in row.entry.tells and row.entry.row not in best.tells and not _beyond(query, row)

    return _first_that(fuller, rows, FULLER)


def _beyond(query: Query, row: Candidate) -> bool:
    """Whether a row tells of another year, too, than those that a question names."""
    years = {f"y{year}" for year in query.scope.years}
    return bool(years) and any(t[0] == "y" and t[1:].isdigit() and t not in years for t in row.entry.tokens)


def _first_that(
    fits: Callable[[Candidate], bool], rows: list[Candidate], edge: float, reach: int = REACH
) -> list[Candidate]:
    """Put a row first that fits and lacks no more than `edge` of the best one's score, the first such one."""
    least = rows[0].score - edge
    found = next((row for row in rows[1:reach] if row.score >= least and fits(row)), None)
    return _with_first(found, rows) if found else rows


def _with_first(first: Candidate, rows: list[Candidate]) -> list[Candidate]:
    return [first, *(c for c in rows if c is not first)]
