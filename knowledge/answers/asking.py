"""A question about several matches taken apart: its signs, what it says beside them, and which two it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..base.queries import Base
from ..models import Match
from ..understanding.lexicon import Lexicon, all_lexicons
from ..understanding.names import Gazetteer, NameHit
from ..understanding.premises import LOST, WON
from ..understanding.query import Query
from ..understanding.reading import Reading
from ..understanding.roles import role_before
from ..understanding.words import Token, tokens_of, words_only
from .at_the_break import BREAK
from .compared import Asked
from .fields import SCORE
from .measures import MARGIN, Measures
from .pairs import Pairs
from .signs import Signs, sign_words
from .verdicts import IN_EACH, NEUTRAL, POSTS

ALIKE = frozenset({"same", "different"})
"""Signs that ask whether two matches had the same."""
SILENT = frozenset({
    "#1", "#2", "before", "after", "last", "first", "more", "less", "early", "late", "all", "few",
})  # fmt: skip
"""Concepts that signs and the word "two" give a question."""
MEANT = MARGIN | {
    "score_goal", "goal", "win", "beat", "winning_goal", "half_time", "first_half", "second_half", "opening_goal",
    "season",
}  # fmt: skip
"""Concepts that are what is compared, though a sign holds their words, too."""

SIDES = "both_score"
"""The concept of both sides having scored."""
LONGEST = 20
"""Characters of the word behind a name."""


class Asking:
    """Reads what a question asks of two matches."""

    def __init__(self, base: Base, gazetteer: Gazetteer, measures: Measures) -> None:
        self._gazetteer = gazetteer
        self._measures = measures
        self._pairs = Pairs(base.matches, gazetteer, base.entries.side_of)
        self._lexicons: dict[str, Lexicon] = all_lexicons()

    def signs(self, reading: Reading) -> Signs:
        """Return the signs in the words of a question, those that only tell which match is meant included."""
        words = sign_words(reading.language)
        read = words.of([token.text for token in reading.tokens])
        typed = words.of([token.text for token in tokens_of(reading.text)])
        return Signs(read.names | typed.names, read.explained | typed.explained)

    def content(self, query: Query, signs: Signs) -> frozenset[str]:
        """Return what a question says beside its signs."""
        silent = (SILENT | NEUTRAL | IN_EACH | signs.explained) - MEANT | query.asides
        content = frozenset(f for f in query.features if f not in silent)
        if "number" in signs.names:
            return content
        if "opener" in signs.names:
            content = content - {"score_goal", "goal"} | {"opening_goal"}
        return content - {"score_goal"} | {"score_result"} if "result" in signs.names else content

    def about(self, query: Query, reading: Reading) -> Query | None:
        """Return a question without a club that only tells which matches are meant: "of the two Inter games".

        None where it names two clubs, and it is not sure which of them it is about.
        """
        hits = [hit for hit in query.names if self._gazetteer.clubs(hit.ids)]
        if not hits or any(hit.role == "fixture" for hit in hits) or not _placed(hits, reading.tokens):
            return query
        lexicon, texts = self._lexicons[reading.language], [token.text for token in reading.tokens]
        nouns = sign_words(reading.language).nouns
        for hit in hits:
            behind = words_only(reading.text[reading.tokens[hit.last - 1].end :][:LONGEST])
            if nouns.issuperset(behind[:1] or [""]):
                scoping = [
                    other for other in hits if 0 <= hit.first - other.last < 2
                ]  # "Inter v Milan games"
                names = tuple(other for other in query.names if other not in (hit, *scoping))
                subject = frozenset().union(*(other.ids for other in names)) & self._gazetteer.clubs(
                    query.ids
                )
                return replace(query, names=names, subject=subject, opponent=frozenset())
        opposed = bool(query.said & (WON | LOST)) or query.either
        opposed = opposed or any(role_before(lexicon, texts, hit.first) == "opponent" for hit in hits)
        return query if len(hits) == 1 or opposed else None

    def asked(
        self, meant: Query, query: Query, reading: Reading, signs: frozenset[str], content: frozenset[str]
    ) -> Asked | None:
        """Return the question with the two matches that it means, None where it means no two.

        `meant` is the question as it was put, `query` without what only tells the matches (see `about`).
        """
        years = len(query.scope.years) == 2 or len(query.matches or ()) == 2
        which = "which" in signs and (years or bool(signs & {"noun", "two"})) and not query.kinds - {"year"}
        posts = signs & ALIKE and any(content & concepts for concepts in (*POSTS.values(), SCORE))
        counted = sign_words(reading.language).counts_matches(tokens_of(reading.text))
        against = self._goals_against(query, content)
        won = bool(counts_wins(query, content) and query.scope.empty and self._measures.side(query))
        named = reading.of_two or which or counted or "two" in signs or bool(posts) or against or won
        if BREAK in content:  # a score at half-time tells no match
            meant = replace(meant, scope=replace(meant.scope, scores=()))
        inside = bool("inside" in signs or (SIDES in query.said and not reading.of_two and not which))
        matches = self._pairs.meant(meant, named=named and not inside, inside=inside)
        if len(matches) != 2:
            return None
        if against and not all(self._scored_in(match, query) for match in matches):
            return None
        offered = query.either and (years or len(query.scope.scores) == 2 or bool(signs & ALIKE))
        chooses = (reading.of_two or which or offered) and not query.kinds & {"person", "count"}
        syntax = self._lexicons[query.language].syntax
        verbs = (syntax["finite"] | syntax["yes_no"]) & query.words or (
            "score_goal" in query.said and not signs & {"opener", "player"}
        )
        polar = query.yes_no and bool(verbs)
        return Asked(query, signs, content, matches, chooses, self._measures.side(query), polar)

    def _goals_against(self, query: Query, content: frozenset[str]) -> bool:
        """Whether it is asked how many goals somebody scored against a club: "how often did he score against them?"."""
        people = self._gazetteer.people(query.ids)
        plain = query.kinds == {"count"} and content and content <= {"goal", "score_goal", "t_times"}
        return bool(plain and len(people) == 1 and query.opponent and not query.yes_no and query.scope.empty)

    def _scored_in(self, match: Match, query: Query) -> bool:
        told = (self._measures.goals_of(match, person) for person in self._gazetteer.people(query.ids))
        return all(measured is not None and measured.value for measured in told)


def counts_wins(query: Query, content: frozenset[str]) -> bool:
    """Whether it is asked how many times a club has won."""
    return query.kinds == {"count"} and query.unit == "t_times" and bool(content) and content <= WON


def _placed(hits: Sequence[NameHit], tokens: Sequence[Token]) -> bool:
    """Whether names stand in these very tokens, and not in those of a question before."""
    return all(
        0 < hit.last <= len(tokens) and tokens[hit.last - 1].text in hit.surface.split() for hit in hits
    )
