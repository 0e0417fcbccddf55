"""Which of several matches is meant by their order in time: "the most recent game", "la prima delle due sfide"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .lexicon import Lexicon, phrases_of
from .words import Token

REACH = 6
"""Most words from "last time" to the verb that says the sides met."""
WHOLE = 3
"""Words beyond which a question is no fragment: "e l'ultima?" may mean anything."""
LATEST, EARLIEST = "latest", "earliest"
SCOPING = frozenset({"year", "date", "season", "score"})
"""Kinds of figure that point at a match."""


class Occasion(NamedTuple):
    """Where the words stand that choose a match, and whether the latest or the earliest is meant."""

    begin: int
    end: int
    order: str


class Occasions:
    """Finds in questions of one language which match is meant by its order in time."""

    def __init__(self, lexicon: Lexicon, names: frozenset[str]) -> None:
        """`names` are the first words of names."""
        self._syntax = lexicon.syntax
        self._names = names
        self._order = {LATEST: lexicon.syntax["latest"], EARLIEST: lexicon.syntax["earliest"]}
        self._phrases = phrases_of(self._order[LATEST] | self._order[EARLIEST])
        self._counting = lexicon.syntax["two"] | lexicon.syntax["those"]
        self._nouns = lexicon.syntax["match_noun"] | lexicon.syntax["games"]

    def find(self, tokens: Sequence[Token]) -> Occasion | None:
        """Return the words that choose the latest or earliest match, None where none do or a date tells the match."""
        if any(token.kind in SCOPING for token in tokens):
            return None
        texts = [token.text for token in tokens]
        for at, text in enumerate(texts):
            found = self._phrases.longest(texts, at) if text in self._phrases else None
            if found is None:
                continue
            size, phrase = found
            order = LATEST if phrase in self._order[LATEST] else EARLIEST
            begin, end = self._reach(texts, at, at + size)
            if end and not self._of_season(texts, end):
                return Occasion(begin, end, order)
        return None

    def _reach(self, texts: Sequence[str], at: int, end: int) -> tuple[int, int]:
        """Return where the words begin and end that say of what it is the latest or earliest; 0 for none."""
        syntax = self._syntax
        if at and texts[at - 1] in self._nouns and end - at > 1:  # "la partita più recente"
            return at - 1, end
        links = end
        while links < len(texts) and texts[links] in syntax["linking"]:
            links += 1
        counted = not self._counting.isdisjoint(texts[end:links])
        behind = texts[links] if links < len(texts) else ""
        if behind in self._nouns and (links == end or counted):
            return at, links
        one = links == end and behind in syntax["one"]
        closing = texts[at] in syntax["at_the_end"] and texts[at - 1] in syntax["the_one"]
        alone = end - at > 1 or (len(texts) > WHOLE and closing)
        if counted or one or (alone and links == end == len(texts)):
            return at, links + one
        if links == end and behind in syntax["occasion"]:
            met = next(
                (i for i in range(end + 1, min(end + REACH, len(texts))) if texts[i] in syntax["met"]), 0
            )
            return (at, met + 1) if met else (at, 0)
        return at, end if links == end and self._fixture(texts, end) else 0

    def _fixture(self, texts: Sequence[str], at: int) -> bool:
        """Whether two names stand at `at`, side by side or joined: "the last Atalanta v Inter"."""
        second = at + 2 if texts[at + 1 : at + 2] and texts[at + 1] in self._syntax["pair"] else at + 1
        return second < len(texts) and texts[at] in self._names and texts[second] in self._names

    def _of_season(self, texts: Sequence[str], end: int) -> bool:
        """Whether it is the last of a year or season, which its own words tell."""
        return not self._syntax["of_season"].isdisjoint(texts[end : end + 3])
