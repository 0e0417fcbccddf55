"""What a text beside a question is worth: whether it has to do with football, and whether the question needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..models import Match
from .lexicon import Phrases, is_concept, phrases_of
from .names import Gazetteer, NameHit
from .reading import Reading

ENOUGH = 2
"""Words of weight, names or dates that a question must have to stand without what is told before it."""
STORY = 5
"""Words that a text has at the least that tells a story of others; a shorter one may be what is asked for."""
FEW, FEW_OF_OWN = 1, 3
"""Plain words that also stand in stored questions which a text beside the question may hold; more where somebody tells
of themselves."""
TELLING = frozenset({"publisher"})
"""Kinds of names that a story may hold without being about football: "they showed it on Sky"."""
RELAY = 6
"""Words of a clause at the most that only says that somebody asks."""
LONGEST = 3
"""Most words of a phrase that says so: "wants to know"."""


def words_of(reading: Reading) -> list[str]:
    """Return the words of a text in their order."""
    return [token.text for token in reading.tokens]


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

    def tells(self, texts: Sequence[str]) -> bool:
        """Whether words are of somebody who tells of themselves: "my dad", "trying to impress"."""
        return self.owns(texts) or (len(texts) >= STORY and texts[0] in self._syntax["elided"])

    def owns(self, texts: Sequence[str]) -> bool:
        """Whether somebody says "I" or "my"."""
        return not self._syntax["first_person"].isdisjoint(texts)

    def relays(self, texts: Sequence[str]) -> bool:
        """Whether a short clause says that somebody asks: "boss wants to know", "quiz question 7"."""
        return len(texts) <= RELAY and any(self._relays.longest(texts, at) for at in range(len(texts)))

    def relays_at(self, texts: Sequence[str]) -> bool:
        """Whether words end by saying that somebody asks: "the driver asked me"."""
        ends = range(max(len(texts) - LONGEST, 0), len(texts))
        return any((found := self._relays.longest(texts, at)) and at + found[0] == len(texts) for at in ends)

    def speaks_of_football(self, reading: Reading) -> bool:
        """Whether a text holds a concept of which facts tell: no plain word, figure or everyday synonym."""
        concepts = filter(is_concept, reading.features)
        return any(f not in self._light and self._is_told(f) for f in concepts)

    def names_of(self, reading: Reading) -> list[NameHit]:
        """Return the names in a text that may narrow a question: none of who showed or wrote something."""
        return [hit for hit in reading.names if not all(self._gazetteer.kind(i) in TELLING for i in hit.ids)]

    def is_idle(self, reading: Reading) -> bool:
        """Whether nothing of a text has to do with what the articles tell."""
        if self.names_of(reading) or self.fits(reading):
            return False
        if self.relays(words_of(reading)):
            return True
        if reading.features and len(reading.tokens) < STORY and not self.tells(words_of(reading)):
            return False  # "parking?"
        if self.speaks_of_football(reading):
            return False
        plain = sum(
            ":" in feature and self._is_told(feature) for feature in set(reading.features) - self._light
        )
        return plain <= (FEW_OF_OWN if self.tells(words_of(reading)) else FEW)

    def is_beside(self, reading: Reading) -> bool:
        """Whether a text tells nothing, or only whom somebody supports."""
        return self.is_idle(reading) or (self.is_allegiance(reading) and self.tells(words_of(reading)))

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
