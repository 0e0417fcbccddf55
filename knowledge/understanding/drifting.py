"""Rows about somebody of whom nothing was said: a follow-up that names nobody does not ask for them."""

from __future__ import annotations

from ..models import Entry
from .names import Gazetteer
from .query import Query

MOSTLY = 0.4
"""Share of a row's stored questions that name the person it is about."""

MOST, SELDOM = 0.6, 0.1
"""Shares of a row's stored questions that name whom it is about, and one of whom it tells by the way."""
WITH_CLUB = 2
"""Names of a question that asks something of one man."""
FIGURES = frozenset({"count"})
"""Kinds of value of which each man has his own: "how many had he scored?" within one match, too."""


def of_somebody_else(query: Query, entry: Entry, gazetteer: Gazetteer) -> bool:
    """Whether a fact is asked of one man by most of its stored questions, and hardly of the one whom this one names."""
    if entry.match or entry.absent or query.yes_no or len(query.names) > WITH_CLUB:
        return False
    named = {i for hit in query.names if len(hit.ids) == 1 for i in gazetteer.people(hit.ids)}
    if not named or named & entry.values:
        return False
    count, places = len(entry.samples), entry.places
    others = gazetteer.people(entry.names) - query.ids - entry.values
    mostly = any(len(places.get(f"@{i}", ())) > MOST * count for i in others)
    return mostly and any(len(places.get(f"@{i}", ())) < SELDOM * count for i in named)


def drifts(query: Query, entry: Entry, gazetteer: Gazetteer) -> bool:
    """Whether a fact is about a person of whom neither the turn before nor this question speaks.

    "Where is he off to?" behind a row on one coach does not ask where another went.
    """
    if query.pointed:
        return not (
            entry.absent
            or any(query.pointed & {f[1:] for f in known} for known in (entry.features, entry.weak))
        )
    figure = bool(query.kinds) and query.kinds <= FIGURES
    if not query.spoken or (entry.match and not figure) or entry.absent or not query.scope.empty:
        return False
    if any(hit.last for hit in query.names):
        return False
    least = MOSTLY * len(entry.samples)
    about = {
        id_
        for id_ in gazetteer.people(entry.names)
        if least and len(entry.places.get(f"@{id_}", ())) >= least
    }
    return bool(about) and about.isdisjoint(query.spoken | query.ids)
