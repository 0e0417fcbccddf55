"""A turn that only doubts the last answer, or guesses at it: "sure?", "both times?", "wasn't it Lookman?"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..models import Context
from .lexicon import Lexicon, Phrases, phrases_of
from .names import Gazetteer
from .reading import Reader, Reading

KINDS = frozenset({"person", "club"})
"""Kinds of value at which a name guesses."""
DOUBT, BOTH = "doubt", "both"
"""What the words of such a turn say."""
AGAIN = "again"
"""What a turn that only doubts gets: the answer as it was, which is a yes where it had no lead."""


class Checking:
    """Tells turns that want to hear the last answer once more."""

    def __init__(
        self,
        readers: Mapping[str, Reader],
        lexicons: Mapping[str, Lexicon],
        gazetteer: Gazetteer,
        unknown_names: Callable[[Reading], Sequence[str]],
    ) -> None:
        """`unknown_names` finds the names in a text that no article tells of."""
        self._unknown_names = unknown_names
        self._readers, self._lexicons, self._gazetteer = readers, lexicons, gazetteer
        self._both = {own: phrases_of(lex.syntax["both"]) for own, lex in lexicons.items()}
        self._doubts = {own: phrases_of(lex.syntax["doubting"]) for own, lex in lexicons.items()}

    def lead(self, reading: Reading, context: Context) -> str | None:
        """Return what is said before the last answer: "yes", "no", "" or `AGAIN`.

        None where the turn asks something else, or where what it names was told beside what was asked for.
        """
        if not context.reply or not reading.scope.empty:
            return None
        found, rest = self._rest(reading)
        doubted = DOUBT in found
        if self._narrows(reading) and all(reading.tokens[at].kind == "number" for at in rest):
            return ""
        if not rest:
            both = context.matches and BOTH in found
            return AGAIN if doubted else "" if both else None
        if not (doubted or self._guesses(reading) or context.whole):
            return None
        if reading.connector and not (doubted or self._guesses(reading)):
            return None  # "and Lookman?"
        return self._guessed(reading, rest, context)

    def _rest(self, reading: Reading) -> tuple[frozenset[str], tuple[int, ...]]:
        """Return whether a turn doubts or says "both", and the places of its words that do neither nor only join."""
        syntax = self._lexicons[reading.language].syntax
        texts = [token.text for token in reading.tokens]
        joints = syntax["checking"] | syntax["just"] | syntax["not"] | syntax["connector"]
        known = {DOUBT: self._doubts[reading.language], BOTH: self._both[reading.language]}
        at, found, rest = 0, set[str](), []
        while at < len(texts):
            size, sign = max((_size(phrases, texts, at), sign) for sign, phrases in known.items())
            if size:
                at += size
                found.add(sign)
            else:
                rest += [] if texts[at] in joints else [at]
                at += 1
        return frozenset(found), tuple(rest)

    def _narrows(self, reading: Reading) -> bool:
        """Whether a turn asks if that is all: "just him?"."""
        return not reading.words.isdisjoint(self._lexicons[reading.language].syntax["just"])

    def _guesses(self, reading: Reading) -> bool:
        """Whether a turn says that it was, or was not, whom it names: "wasn't it Lookman?"."""
        syntax = self._lexicons[reading.language].syntax
        return not reading.words.isdisjoint(syntax["not"] | syntax["guessing"])

    def _guessed(self, reading: Reading, rest: tuple[int, ...], context: Context) -> str | None:
        """Return what is said of the one name that is left of a turn behind a question that asked for such a name."""
        previous = self._readers[context.language or "en"].read(context.question)
        answered = {self._gazetteer.kind(i) for i in context.values}
        asked = answered & KINDS if previous.kinds and previous.kinds <= KINDS else set[str]()
        if len(asked) != 1:
            return None
        named = [hit for hit in reading.names if hit.last > hit.first]
        places = {at for hit in named for at in range(hit.first, hit.last)}
        if not named:
            strange = " ".join(self._unknown_names(reading)).casefold().split()
            return "" if strange == [reading.tokens[at].text for at in rest] else None
        said = {i for hit in named for i in hit.ids if self._gazetteer.kind(i) in asked}
        if len(named) != 1 or set(rest) != places or not said:
            return None
        told = [hit for hit in previous.names if {self._gazetteer.kind(i) for i in hit.ids} == asked]
        if not said.isdisjoint(context.values):
            return "yes"
        if context.whole and not told:
            return "no"
        return None if told or not said.isdisjoint((*context.spoken, *context.names)) else ""


def _size(phrases: Phrases[str], texts: Sequence[str], at: int) -> int:
    """Return how many words from a place on the longest of some phrases covers, 0 where none begins there."""
    found = phrases.longest(texts, at)
    return found[0] if found else 0
