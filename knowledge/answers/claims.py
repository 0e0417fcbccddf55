"""Which questions claim something that is true or false, and what a verdict on one is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..base.queries import Base
from ..models import Entry
from ..understanding.lexicon import INVERSE, Lexicon, all_lexicons
from ..understanding.names import Gazetteer
from ..understanding.query import Query

WHICH = frozenset({"which", "quale", "quali", "qual"})
"""Words that ask for one of several, whatever else a question looks like."""


class Verdict(NamedTuple):
    """What is said first, "yes" or "no", and the row that shows it."""

    lead: str
    entry: Entry


class Claims:
    """Tells claims, which are true or false, from other questions."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._lexicons: Mapping[str, Lexicon] = all_lexicons()
        self._not = frozenset().union(*(words.syntax["not"] for words in self._lexicons.values()))

    def made_by(self, query: Query, text: str) -> bool:
        """Whether a question claims something, without a denial or an alternative.

        What ends with a question mark in `text`, as it was typed, and has no question word asks yes or no, too.
        """
        asking = self._lexicons[query.language].syntax["wh"]
        asks = query.yes_no or (text.rstrip().endswith("?") and asking.isdisjoint(query.words))
        denied = INVERSE in query.said or bool(self._not & query.words)
        return asks and not (query.either or query.words & WHICH or denied or query.excepted)

    def named_kinds(self, query: Query) -> frozenset[str]:
        """Return the kinds of the names that are no clubs: "was the coach Inzaghi?" asks for no person."""
        return frozenset(self._gazetteer.kind(i) for i in query.ids) - {"club"}


def whole_of(base: Base, entry: Entry) -> Entry:
    """Return the row that tells the whole of an event, where there is one."""
    what = f"{entry.intent.partition('.')[0]}.what"
    return next((e for e in base.entries.of_match(entry.match or "", what) if e.row == entry.row), entry)
