"""What a text beside a question is worth: whether it has to do with football, and whether the question needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ..models import Match
from .lexicon import Phrases, phrases_of
from .names import Gazetteer
from .reading import Reading

ENOUGH = 2
"""Words of weight, names or dates that a question must have to stand without what is told before it."""
STORY = 5
"""Words that a text has at the least that tells a story of others; a shorter one may be what is asked for."""
FEW, FEW_OF_OWN = 1, 3
"""Plain words that also stand in stored questions which a text beside the question may hold; more where somebody tells
of themselves."""
RELAY = 6
"""Words of a clause at the most that only says that somebody asks."""


class Beside:
    """Judges the texts beside the questions of one language."""

    def __init__(
        self,
        syntax: Mapping[str, frozenset[str]],
        gazetteer: Gazetteer,
        light: frozenset[str],
        is_told: Callable[[str], bool],
        matches: Mapping[str, Match],
    ) -> None:
        """`light` are concepts that say little; `is_told` tells whether facts speak of a concept."""
        self._syntax, self._gazetteer = syntax, gazetteer
        self._light, self._is_told, self._matches = light, is_told, matches.values()
        self._relays: Phrases[str] = phrases_of(syntax["relays"])

    def tells(self, texts: Iterable[str]) -> bool:
        """Whether words are of somebody who tells of themselves."""
        return not self._syntax["first_person"].isdisjoint(texts)

    def relays(self, texts: Sequence[str]) -> bool:
        """Whether a short clause says that somebody asks: "boss wants to know", "quiz question 7"."""
        return len(texts) <= RELAY and any(self._relays.longest(texts, at) for at in range(len(texts)))

    def speaks_of_football(self, reading: Reading) -> bool:
        """Whether a text holds a concept of which facts tell: no plain word, figure or everyday synonym."""
        concepts = (f for f in reading.features if f[0] != "#" and ":" not in f and f[:2] != "t_")
        return any(f not in self._light and self._is_told(f) for f in concepts)

    def is_idle(self, reading: Reading) -> bool:
        """Whether nothing of a text has to do with what the articles tell."""
        if reading.names or self.fits(reading):
            return False
        if self.relays([token.text for token in reading.tokens]):
            return True
        if reading.features and len(reading.tokens) < STORY and not self.tells(reading.words):
            return False  # "parking?"
        if self.speaks_of_football(reading):
            return False
        plain = sum(
            ":" in feature and self._is_told(feature) for feature in set(reading.features) - self._light
        )
        return plain <= (FEW_OF_OWN if self.tells(reading.words) else FEW)

    def is_beside(self, reading: Reading) -> bool:
        """Whether a text tells nothing, or only whom somebody supports."""
        return self.is_idle(reading) or (self.is_allegiance(reading) and self.tells(reading.words))

    def fits(self, reading: Reading) -> bool:
        """Whether a text points at a stored match: by its year, season or date, or by a score or month with a side."""
        scope = reading.scope
        if scope.empty or scope.years_apart:
            return False
        sides = self._gazetteer.clubs(reading.ids)
        return any(
            not match.years.isdisjoint(scope.years)
            or (match.season is not None and int(match.season[:4]) in scope.seasons)
            or match.date in {"{:04}-{:02}-{:02}".format(*date) for date in scope.dates}
            or (not match.names.isdisjoint(sides) and bool(scope.scores or scope.months))
            for match in self._matches
        )

    def stands(self, reading: Reading) -> bool:
        """Whether a question needs nothing of what is told around it."""
        grounded = len(reading.names) + (not reading.scope.empty)
        pointing = self.points(reading)
        if pointing and not grounded:
            return False
        person = pointing & self._syntax["person_pronoun"]
        if (person and not self._gazetteer.people(reading.ids)) or self._is_of_us(reading):
            return False
        weighty = [f for f in reading.features if f not in self._light and f[0] != "#"]
        return len(weighty) + grounded >= ENOUGH

    def stands_far(self, reading: Reading) -> bool:
        """Whether a question says itself what it is about, and points at nothing."""
        return not self.points(reading) and bool(reading.names or not reading.scope.empty)

    def points(self, reading: Reading) -> frozenset[str]:
        """Return the pronouns of a question that are no articles."""
        return reading.pronouns - self._syntax["clitic_article"]

    def _is_of_us(self, reading: Reading) -> bool:
        """Whether a question is about the side of whoever asks: "did we win?"."""
        return not reading.words.isdisjoint(self._syntax["our_side"])

    def is_allegiance(self, reading: Reading) -> bool:
        """Whether a text tells whom somebody supports."""
        return not reading.words.isdisjoint(self._syntax["allegiance"])
