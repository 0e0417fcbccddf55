"""What a row tells of one kind of value: the ids, figures, years or months that are compared with a guess."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..base.queries import Base
from ..models import Entry, Match
from ..understanding.names import Gazetteer
from ..understanding.reading import Reader
from .claims import PLACES
from .match_rows import parts_of, with_towns

NAMED = ("person", "club", "place", "competition")
"""Kinds of name that a question may guess."""
DATED = ("year", "date")
"""Kinds of figure that say when; of a date the month is compared."""


class Told(NamedTuple):
    """The values of one kind that a row tells, and the row that shows them."""

    values: frozenset[str]
    entry: Entry


class Values:
    """Reads the values of rows."""

    def __init__(self, base: Base, gazetteer: Gazetteer, readers: Mapping[str, Reader]) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._readers = readers

    def told(self, entry: Entry, kind: str, named: frozenset[str] = frozenset()) -> Told:
        """Return what a row tells of a kind, nothing where it tells none, or values of other kinds, too.

        `named` are ids that a question names besides: those who took part in an event are other people.
        """
        match = self._base.matches.get(entry.match or "")
        whole = entry.intent.endswith(".what")
        if whole and kind == "person":
            return Told(parts_of(self._base, entry) - named, entry)
        if whole and kind == "minute":
            return Told(parts_of(self._base, entry, {"minute"}), entry)
        if match and kind in PLACES and not entry.intent.startswith("fact."):
            return self._of_match(match, kind, entry)
        if kind in NAMED:
            alike = {self._gazetteer.kind(i) for i in entry.values} == {kind}
            return Told(entry.values if alike else frozenset(), entry)
        if kind == "year" and match:
            return Told(frozenset(map(str, match.years)), entry)
        if kind in DATED:
            return Told(self._dates(entry, kind), entry)
        figures = frozenset(value for value in entry.values if value.isdecimal())
        return Told(figures if kind in entry.own_kinds else frozenset(), entry)

    def _of_match(self, match: Match, kind: str, entry: Entry) -> Told:
        """Return where a match was played, with the town of its ground, or its competition."""
        rows = self._base.entries.of_match(match.id, PLACES[kind])
        told = with_towns(self._base, frozenset[str]().union(*(row.values for row in rows)))
        return Told(told, rows[0] if rows else entry)

    def _dates(self, entry: Entry, kind: str) -> frozenset[str]:
        """Return the years or seasons, or the months, that the value of a fact tells; all years from one to another."""
        told: set[str] = set()
        for value in entry.values:
            if value[4:5] == "-" == value[7:8]:
                told.add(value[:4] if kind == "year" else str(int(value[5:7])))
                continue
            scope = self._readers["en"].read(value, mend=False).scope
            if kind == "date":
                told.update(map(str, scope.months))
            else:
                between = (
                    range(min(scope.years), max(scope.years) + 1) if len(scope.years) == 2 else scope.years
                )
                told.update(map(str, between))
                told.update(f"{season}-{(season + 1) % 100:02}" for season in scope.seasons)
        return frozenset(told)
