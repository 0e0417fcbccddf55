"""Where the best row tells something near what was asked for, but not what the question demands of it."""

from __future__ import annotations

from .circumstances import STAGES
from .demands import (
    ADVICE,
    DURATION,
    EARLIER,
    TO_COME,
    TOTAL,
    concepts_in,
    speaks_of_future,
    tells_duration,
)
from .ordering import COUNTRIES
from .premises import LOST, WON
from .query import Query
from .ranking import Candidate

GIVING = frozenset({"pass", "cross", "assist"})
"""Concepts of giving somebody the ball: who did it is told by a row that speaks of it."""
FAULTS = frozenset({"error", "miss", "foul", "injury"})
"""Concepts of events of which no field of a match tells."""
ALIKE_OUTCOME = 0.8
"""Likeness from which who won is asked for in other words than those of winning."""
OUTCOMES = frozenset({"beat", "draw", "point", "score_result", "knock_out", "thrash", "qualify", "title"})
"""Concepts of how a match ended, beside those of winning and losing it."""
SIDE_CHOICE = "side_choice"
"""Concept of "left or right"."""
KICKS = frozenset({"shot", "penalty", "take_penalty", "convert", "score_goal", "goal", "save", "miss"})
"""Concepts beside which it asks for a foot, or a side of the goal."""
WHYS = frozenset({"reason", "manner"})
"""Kinds of value of rows that may tell why."""
UNITS = frozenset({"match", "season", "player", "team", "club", "minute", "year", "month"})
"""Concepts of what is counted, though these words say little elsewhere."""
POSTS = frozenset({"person", "club", "place"})
"""Kinds of value that tell where somebody served."""
CAREERS = frozenset({"fact.career", "fact.role", "fact.predecessor"})
"""Topics of facts that tell who served where."""
ALIKE = 0.6
"""Likeness under which a row that speaks of "before" means it of something else."""
PROSPECTS = frozenset(
    {"fact.prospect", "fact.appointment", "fact.next_fixture", "fact.contract", "fact.legacy"}
)
"""Topics of facts that tell of what was to come when the article was written."""


def falls_short(query: Query, best: Candidate) -> bool:
    """Whether the best row does not tell what the question demands."""
    return (
        ADVICE in query.demands
        or _another_origin(query, best)
        or _another_unit(query, best)
        or _no_reason(query, best)
        or _another_doer(query, best)
        or _not_to_come(query, best)
        or _of_another_time(query, best)
        or _of_one_match(query, best)
        or _no_duration(query, best)
        or (best.entry.intent.startswith("match.") and not FAULTS.isdisjoint(best.unexplained))
        or not STAGES.isdisjoint(set(best.unexplained) - query.asides)
        or _no_winner(query, best)
        or (SIDE_CHOICE in best.unexplained and not KICKS.isdisjoint(query.said))
    )


def _no_winner(query: Query, best: Candidate) -> bool:
    """Whether who won a match would answer a question that says nothing of winning: "which side awaits them?"."""
    field = best.entry.intent in ("match.winner", "match.loser") and not query.rows and not query.premises
    return field and best.likeness < ALIKE_OUTCOME and not query.said & (WON | LOST | OUTCOMES)


WHO = frozenset({"player", "person", "team", "club", "play"})
"""Concepts that say no more than that somebody is meant."""


def origins_asked(query: Query) -> frozenset[str]:
    """Return the concepts of where somebody comes from, where a yes/no question asks nothing else."""
    asked = COUNTRIES & query.said
    return asked if query.yes_no and asked >= query.said - WHO else frozenset()


def _another_origin(query: Query, best: Candidate) -> bool:
    """Whether a row only has a name for somebody that says whence he comes, where it was asked whether he does."""
    asked = origins_asked(query)
    if not asked:
        return False
    return not any(asked & concepts_in(text, language) for language, text in best.entry.text.items())


def _another_unit(query: Query, best: Candidate) -> bool:
    """Whether a row tells years, where it was asked how many games."""
    counted = query.unit in UNITS and "count" in query.kinds
    return counted and query.unit in best.unexplained and bool(best.evidence.own_kind)


def _no_reason(query: Query, best: Candidate) -> bool:
    """Whether a row only tells that it was so, where it was asked why."""
    if "reason" not in query.kinds or best.evidence.own_kind:
        return False
    return best.explained <= 0.0 or WHYS.isdisjoint(best.entry.kinds)


def _another_doer(query: Query, best: Candidate) -> bool:
    """Whether a row tells all but the pass, where it was asked who gave it."""
    follows = query.rows and best.entry.row not in query.rows
    aside = frozenset() if best.evidence.own_kind and not follows else GIVING & query.said & best.entry.weak
    missing = aside.union(best.unexplained)
    return "person" in query.kinds and bool(best.entry.match) and bool(missing) and missing <= GIVING


def _not_to_come(query: Query, best: Candidate) -> bool:
    """Whether a row tells what has been, where it was asked whether something will be."""
    if TO_COME not in query.demands or not query.yes_no or best.entry.intent in PROSPECTS:
        return False
    return best.sample is None or not speaks_of_future(best.sample.text, best.sample.language)


def _of_another_time(query: Query, best: Candidate) -> bool:
    """Whether a row does not tell what was before somebody came, where it was asked whom or where he served."""
    if EARLIER not in query.demands or POSTS.isdisjoint(query.kinds):
        return False
    weak = best.likeness < ALIKE and best.entry.intent not in CAREERS
    return "before" in best.unexplained or weak


def _of_one_match(query: Query, best: Candidate) -> bool:
    """Whether a row tells of one match, where it was asked for all of a career."""
    career = TOTAL in query.demands and "count" in query.kinds and query.matches is None
    return career and query.scope.empty and bool(best.entry.match) and "both" not in query.said


def _no_duration(query: Query, best: Candidate) -> bool:
    """Whether a row tells another figure, where it was asked how long."""
    if DURATION not in query.demands or "count" not in query.kinds:
        return False
    return not any(tells_duration(text, language) for language, text in best.entry.text.items())
