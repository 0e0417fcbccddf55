"""What the sentence of a row tells by itself, without its stored questions: names and figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..models import Entry, Match
from ..understanding.figures import Scope
from ..understanding.reading import Reader, Reading

KEPT = 512
"""Sentences that are kept as they were read."""


class Sentences:
    """Reads the sentences of rows."""

    def __init__(self, readers: Mapping[str, Reader], matches: Mapping[str, Match]) -> None:
        self._matches = matches
        self._read = lru_cache(maxsize=KEPT)(lambda language, text: readers[language].read(text, mend=False))

    def _readings(self, entry: Entry) -> list[Reading]:
        return [self._read(language, text) for language, text in entry.text.items()]

    def told(self, entry: Entry) -> frozenset[str]:
        """Return the ids that the sentence of a row names, and its figures as text."""
        named = frozenset[str]().union(*(reading.ids for reading in self._readings(entry)))
        return named | frozenset(map(str, self._figures(entry)))

    def holds(self, entry: Entry, scope: Scope) -> bool:
        """Whether a row or its match tells every year, minute and number of a question."""
        match = self._matches.get(entry.match or "")
        asked = {*scope.years, *scope.numbers, *scope.minutes} - (match.years if match else frozenset())
        return not asked or asked <= self._figures(entry)

    def _figures(self, entry: Entry) -> set[int]:
        told: set[int] = set()
        for reading in self._readings(entry):
            scope = reading.scope
            told.update((*scope.numbers, *scope.years, *scope.minutes, *scope.seasons))
        return told
