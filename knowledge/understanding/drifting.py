"""Rows about somebody of whom nothing was said: a follow-up that names nobody does not ask for them."""

from __future__ import annotations

from ..models import Entry
from .names import Gazetteer
from .query import Query

MOSTLY = 0.4
"""Share of a row's stored questions that name the person it is about."""

FIGURES = frozenset({"count"})
"""Kinds of value of which each man has his own: "how many had he scored?" within one match, too."""


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
