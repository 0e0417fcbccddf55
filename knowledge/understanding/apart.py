"""Whether a message is answered by all that it tells, or by its question alone."""

from __future__ import annotations

from collections.abc import Mapping

from ..models import Context
from .reading import Reading
from .stories import Stories, Told
from .ways import CLEARLY, Way, Ways

Taken = tuple[Reading, Way]
"""What of a message is read as the question, and the way in which it is taken."""


class Apart:
    """Takes a message without what is told around its question, where that is surer."""

    def __init__(self, stories: Mapping[str, Stories], ways: Ways) -> None:
        self._stories, self._ways = stories, ways

    def best(self, reading: Reading, context: Context) -> Taken:
        """Return what to answer. A story that has nothing to do with football is never part of it.

        With any other story the question alone counts where the whole finds nothing, and where somebody tells of
        themselves and the question alone is clearly surer.
        """
        told = self._stories[reading.language].around(reading)
        if told is None:
            return self._whole(reading, context)
        whole = None if told.beside else self._whole(reading, context)
        if whole and whole[1].answers and not told.personal:
            return whole
        found = [self._whole(one, context) for one in told.readings]
        alone = found[-1]
        if whole and whole[1].answers:
            return alone if self._ways.explains(alone[1]) and _clearly_surer(alone, whole) else whole
        best = self._first(found, told)
        if best is None:
            if told.beside and alone[1].decision.outcome == "unknown_name":
                return alone
            whole = whole or self._whole(reading, context)
            return whole if whole[1].answers or (told.in_clause and not told.beside) else alone
        return alone if alone[1].answers and _clearly_surer(alone, best) else best

    def _whole(self, reading: Reading, context: Context) -> Taken:
        return reading, self._ways.best(reading, context)

    def _first(self, found: list[Taken], told: Told) -> Taken | None:
        """Return the first that answers; where the story is only a clause, one that leaves no word unexplained."""
        strict = told.in_clause and not told.beside
        return next(
            (one for one in found if (self._ways.explains(one[1]) if strict else one[1].answers)), None
        )


def _clearly_surer(one: Taken, other: Taken) -> bool:
    return one[1].score > other[1].score + CLEARLY
