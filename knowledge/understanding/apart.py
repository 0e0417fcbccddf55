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
        return self._without(told, reading, context) if told.beside else self._either(told, reading, context)

    def _without(self, told: Told, reading: Reading, context: Context) -> Taken:
        """Return the question alone, and the whole only where that answers and nobody unknown is meant."""
        found = [self._whole(one, context) for one in told.readings]
        best = next((one for one in found if one[1].answers), None)
        if best or found[-1][1].decision.outcome == "unknown_name":
            return _surest(found[-1], best or found[-1])
        whole = self._whole(reading, context)
        return whole if whole[1].answers else found[-1]

    def _either(self, told: Told, reading: Reading, context: Context) -> Taken:
        """Return the whole, or the question alone where that is surer; without a clause it must explain every word."""
        whole = self._whole(reading, context)
        if whole[1].answers and not told.personal:
            return whole
        found = [self._whole(one, context) for one in told.readings]
        if whole[1].answers:
            alone, way = found[-1]
            good = self._ways.explains(way) and alone.yes_no == reading.yes_no
            return _surest(found[-1], whole) if good else whole
        fits = self._ways.explains if told.in_clause else _answers
        best = next((one for one in found if fits(one[1])), None)
        return _surest(found[-1], best) if best else whole

    def _whole(self, reading: Reading, context: Context) -> Taken:
        return reading, self._ways.best(reading, context)


def _answers(way: Way) -> bool:
    return way.answers


def _surest(alone: Taken, other: Taken) -> Taken:
    """Return the question alone where it is clearly surer than another way to take it, else that."""
    return alone if alone[1].answers and alone[1].score > other[1].score + CLEARLY else other
