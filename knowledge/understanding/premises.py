"""What a question takes for granted about a result: "who scored when Atalanta beat Inter?" says that Atalanta won."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..models import Match
from .lexicon import Lexicon
from .names import Gazetteer, NameHit
from .roles import role_before
from .words import Token

REACH = 4
"""Words between a club and its result."""
BEHIND = 3
"""Words from a result to the club that it is told of: "vittoria dell'Inter"."""
RESULTS = {"win": "won", "beat": "won", "thrash": "won", "lose": "lost", "draw": "drew"}
"""Concepts of a result, and what they say of the club that they are about."""
WON, LOST, DREW = (
    frozenset(concept for concept, said in RESULTS.items() if said == result)
    for result in ("won", "lost", "drew")
)
"""The concepts by what they say."""
GRANTED = frozenset({"reason", "manner", "date", "year", "minute", "place"})
"""Kinds of value asked of a result that is taken for granted: "why did Atalanta win?"."""
TURNED = {"won": "lost", "lost": "won", "drew": "drew"}


class Premise(NamedTuple):
    """A result taken for granted: one of `clubs` "won", "lost" or "drew"; any club where they are empty."""

    clubs: frozenset[str]
    result: str

    def holds(self, match: Match) -> bool:
        """Whether the match ended so; one without a score may have been won."""
        if match.score is None:
            return self.result != "drew"
        home, away = match.score
        if self.result == "drew" or home == away:
            return (self.result == "drew") == (home == away)
        winner, loser = (match.home, match.away) if home > away else (match.away, match.home)
        return not self.clubs or (winner if self.result == "won" else loser) in self.clubs


class Premises:
    """Finds whose result a word is that only tells which match is meant."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._lex = lexicon
        self._names = gazetteer

    def find(
        self,
        text: str,
        tokens: Sequence[Token],
        hits: Sequence[NameHit],
        scoping: Sequence[tuple[str, int]],
        *,
        dated: bool = False,
    ) -> tuple[Premise, ...]:
        """Return what is taken for granted; `scoping` are concepts of results with their places.

        `dated` tells that a day or year is asked for: "when was their last win?" may be one of long ago.
        """
        if not scoping:
            return ()
        clubs = [hit for hit in hits if self._names.clubs(hit.ids)]
        people = {place for hit in hits if self._names.people(hit.ids) for place in (hit.first - 1, hit.last)}
        return tuple(
            self._premise(text, tokens, clubs, RESULTS[concept], at)
            for concept, at in scoping
            if concept in RESULTS
            and not self._denied(tokens, at, dated=dated)
            and not (concept == "draw" and at in people)  # "ha pareggiato Rossi" is a goal
        )

    def _denied(self, tokens: Sequence[Token], at: int, *, dated: bool) -> bool:
        """Whether a result is one that did not come, or is not this match's: "da quando non vince?"."""
        near = {token.text for token in tokens[max(0, at - 2) : at]}
        others = self._lex.syntax["not"] | (self._lex.syntax["latest"] if dated else frozenset())
        return not near.isdisjoint(others)

    def _premise(
        self, text: str, tokens: Sequence[Token], clubs: Sequence[NameHit], result: str, at: int
    ) -> Premise:
        """Return of whom a result at the place `at` is told: of a club close before it, else of the one behind it."""
        texts = [token.text for token in tokens]
        before = [h for h in clubs if 0 <= at - h.last < REACH and self._together(texts[h.last : at])]
        behind = next(
            (h for h in clubs if 0 < h.first - at <= BEHIND and self._joined(texts[at + 1 : h.first])), None
        )
        by = behind is not None and texts[behind.first - 1] in self._lex.syntax["agent"]
        if behind and by:
            return Premise(self._names.clubs(behind.ids), "won" if result != "drew" else result)
        if result == "won" and self._beaten(texts, at):
            result = "lost"
        if before and not behind and self._modifies(text, tokens, before[-1], at):
            return Premise(frozenset(), result)
        if before and not self._opposes(texts, before[-1]):
            return Premise(self._names.clubs(before[-1].ids), result)
        if behind:
            told = TURNED[result] if self._opposes(texts, behind) else result
            return Premise(self._names.clubs(behind.ids), told)
        return Premise(frozenset(), result)

    def _beaten(self, texts: Sequence[str], at: int) -> bool:
        """Whether the word at `at` tells who was beaten: "l'Atalanta battuta", and not "ha battuto"."""
        having = at > 0 and texts[at - 1] in self._lex.syntax["having"]
        return texts[at] in self._lex.syntax["beaten"] and not having

    def _together(self, between: Sequence[str]) -> bool:
        """Whether the words between a club and a result leave it the club's: "Inter in the defeat" does not."""
        return self._lex.syntax["during"].isdisjoint(between)

    def _joined(self, between: Sequence[str]) -> bool:
        """Whether only articles and prepositions stand between a result and a club."""
        return all(word in self._lex.fillers or word in self._lex.roles for word in between)

    def _modifies(self, text: str, tokens: Sequence[Token], hit: NameHit, at: int) -> bool:
        """Whether a club before a noun may be either side: "the Atalanta win", but not "Atalanta's win"."""
        noun = tokens[at].text in self._lex.syntax["result_noun"]
        asked = (
            hit.first and tokens[hit.first - 1].text in self._lex.syntax["yes_no"]
        )  # "why did Atalanta win?"
        return (
            noun
            and not asked
            and "'" not in text[tokens[hit.first].start : tokens[at].start].replace("’", "'")
        )

    def _opposes(self, texts: Sequence[str], hit: NameHit) -> bool:
        """Whether a word before a club says that it was the opponent: "over Inter", "con l'Inter"."""
        return role_before(self._lex, texts, hit.first) == "opponent"
