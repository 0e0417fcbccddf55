"""Whether a row can supply the kind of value that was asked for: a person, a minute, a reason."""

from __future__ import annotations

from collections.abc import Collection

from ..models import Entry
from .names import Gazetteer
from .query import Query

STRICT_KINDS: dict[str, frozenset[str]] = {
    "person": frozenset({"person", "club"}),
    "club": frozenset({"club"}),
    "place": frozenset({"place", "club", "name"}),
    "competition": frozenset({"competition", "name"}),
    "minute": frozenset({"minute"}),
    "date": frozenset({"date", "year", "minute"}),
    "year": frozenset({"year", "date"}),
    "count": frozenset({"count", "score"}),
    "score": frozenset({"score"}),
    "reason": frozenset({"reason", "manner", "statement"}),
}
"""Kinds of value that answer each kind of question; kinds not listed (manner, statement, name ...) reject nothing."""

SUITING = {"date": {"date", "minute", "year"}, "person": {"person", "club"}}
"""Kinds of value that answer a bare question word of a kind."""


def suits(kinds: Collection[str], entry: Entry) -> bool:
    """Whether the value of a row is of the kind that a bare question word asks for."""
    return any(not entry.own_kinds.isdisjoint(SUITING.get(kind, {kind})) for kind in kinds)


def kind_fits(query: Query, entry: Entry, gazetteer: Gazetteer) -> float:
    """Return how well the entry can supply the kind of value asked for: 1 fits, 0.5 its sentence might, 0 cannot.

    0.8 stands for the open kinds (manner, name, statement), which nearly any sentence can serve.
    """
    for kind in query.kinds:
        wanted = STRICT_KINDS.get(kind)
        if kind in entry.kinds or (wanted and entry.kinds & wanted):
            continue
        if wanted is None:
            return 0.8
        if kind in ("person", "club"):
            others = entry.names - query.ids
            found = gazetteer.people(others) if kind == "person" else gazetteer.clubs(others)
            return 0.5 if found and not entry.core else 0.0
        if kind in ("year", "date"):
            return 0.5 if any(t[0] in "ys" and t[1:].isdigit() for t in entry.tokens) else 0.0
        if kind in ("count", "minute", "score"):
            return 0.5 if entry.numbers and kind == "count" else 0.0
        return 0.3 if kind == "reason" else 0.5
    return 1.0
