"""The records of a comparison: what was asked of two matches, and what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..models import Entry, Match
from ..understanding.query import Query
from .fields import Measure, Measured


class Compared(NamedTuple):
    """What is said: yes or no or nothing, the key of a first line with what it holds, and the rows below it."""

    lead: str
    said: str
    rows: tuple[Entry, ...]
    figure: int = 0
    match: str = ""
    names: tuple[str, ...] = ()


class Asked(NamedTuple):
    """A question about two matches: its signs, what it says beside them, the matches in its order.

    `chooses` tells that it asks which of them it was; `side` is the club that it is about, "" for neither, None where
    that is not sure; `polar` that it asks yes or no, and is no mere fragment.
    """

    query: Query
    signs: frozenset[str]
    content: frozenset[str]
    matches: Sequence[Match]
    chooses: bool
    side: str | None
    polar: bool

    def told(self, measure: Measure | None) -> tuple[Measured, Measured] | None:
        """Return what both matches have, None where one of them does not tell it."""
        if measure is None:
            return None
        one, other = (measure(match) for match in self.matches)
        return (one, other) if one and other else None
