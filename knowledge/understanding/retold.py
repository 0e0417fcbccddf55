"""Where a follow-up is drawn to a row near the turn before that does not tell what is asked now."""

from __future__ import annotations

from .confidence import STORED
from .kinds import suits
from .query import Query
from .ranking import Candidate
from .reading import SPEECH
from .undemanded import KICKS, SIDE_CHOICE
from .vetoes import FAINT

NAMING = frozenset({"place", "club", "name"})
"""Kinds of value that tell where."""
TIMES = frozenset({"date", "minute", "year"})
"""Kinds of value that tell when."""
DEEDS = frozenset({"score_goal", "assist", "miss", "shot", "save", "injury", "come_on", "replace"})
"""Concepts of what people do, not clubs."""

COUNTED = frozenset({"count", "score", "minute"})
"""Kinds of value that tell how many."""
FEEBLE = 0.7
"""Score under which a row hardly alike does not answer a follow-up."""
FIGURES = frozenset({"count", "score", "minute", "year", "date"})
"""Kinds of value that are figures."""

HARDLY = 0.55
"""Likeness under which another row than the one that was told does not answer a bare question word."""

MANY = 10
"""Things of which nobody tells each one's year."""


def misses(query: Query, best: Candidate, *, bare: bool) -> bool:
    """Whether the best row of a follow-up must not be told; `bare` where a question word is all that it says."""
    if _not_of_the_kick(query, best) or _of_other_match(query, best):
        return True
    if best.likeness >= STORED:
        return False
    again = best.entry.row in query.rows
    return (
        (_told_again(query, best, bare=bare) if again else bare and _of_others(query, best))
        or _of_another_kind(query, best)
        or _done_by_a_club(query, best)
        or _without_figure(query, best)
        or _said_by_nobody(query, best)
        or _at_random(query, best)
    )


def _told_again(query: Query, best: Candidate, *, bare: bool) -> bool:
    """Whether what was just told holds nothing of the kind that is asked now."""
    entry, kinds = best.entry, query.kinds
    if "count" in kinds and (not entry.numbers or entry.own_kinds.isdisjoint(COUNTED)):
        return True
    if not bare and best.unexplained and best.likeness < FAINT:
        return True
    if kinds & TIMES and "minute" not in entry.kinds and not any(map(_dated, entry.tokens)):
        return True
    if "year" in kinds and entry.own_kinds == {"count"}:
        counted = max((int(v) for v in entry.values if v.isdigit()), default=0)
        return len({t for t in entry.tokens if t[0] == "y" and _dated(t)}) < counted < MANY
    return bare and "place" in kinds and entry.own_kinds.isdisjoint(NAMING)


def _of_others(query: Query, best: Candidate) -> bool:
    """Whether a bare question word finds what is hardly alike, or a minute with which nobody told before has to do."""
    if best.likeness < HARDLY:
        return True
    entry, near = best.entry, {f"@{i}" for i in query.near}
    event = entry.match is not None and not entry.intent.startswith(("match.", "fact."))
    return event and bool(query.kinds & TIMES and near) and near.isdisjoint(entry.features | entry.weak)


def _dated(token: str) -> bool:
    """Whether a token of a row is a year or a season."""
    return token[0] in "ys" and token[1:].isdigit()


def _done_by_a_club(query: Query, best: Candidate) -> bool:
    """Whether "and who scored them?" behind "which club did they put seven past?" finds but a club."""
    clubs = bool(query.rows) and "person" in query.kinds and best.entry.own_kinds == {"club"}
    return clubs and not DEEDS.isdisjoint(query.said)


def _without_figure(query: Query, best: Candidate) -> bool:
    """Whether "did he play the 90?" finds a row of which no figure is the answer."""
    asked = bool(query.rows) and query.yes_no and any(f[0] == "#" for f in best.unexplained)
    return asked and best.entry.own_kinds.isdisjoint(FIGURES)


def _not_of_the_kick(query: Query, best: Candidate) -> bool:
    """Whether "left or right?" behind a kick finds a row that was not told: a knee has two sides as well."""
    sides = SIDE_CHOICE in query.said and not KICKS.isdisjoint(query.said.union(query.before))
    return bool(query.before) and sides and best.entry.row not in query.rows


def _of_other_match(query: Query, best: Candidate) -> bool:
    """Whether a question that names nobody of another match than that of the turn before lands in another one."""
    before = query.left[1] if query.left and query.held else None
    return before is not None and best.entry.match is not None and best.entry.match != before


def _said_by_nobody(query: Query, best: Candidate) -> bool:
    """Whether "has he said sorry?" finds what nobody said."""
    speaks = query.yes_no and bool(query.rows and query.speakers) and not SPEECH.isdisjoint(query.said)
    return speaks and best.entry.speaker is None and SPEECH.isdisjoint(best.unexplained)


def _at_random(query: Query, best: Candidate) -> bool:
    """Whether a question that leans on the turn before finds by a name, or hardly any words, what is not near it."""
    if query.left:
        return bool(query.kinds) and not query.features
    return bool(query.rows) and best.score < FEEBLE and best.likeness < FAINT


def _of_another_kind(query: Query, best: Candidate) -> bool:
    """Whether "and in Rome?" behind "how many people live in Bergamo?" finds what is no number."""
    asked = query.asked_before
    return bool(asked) and not suits(asked, best.entry) and best.entry.features.isdisjoint(query.before)
