"""Which questions claim something that is true or false, and what a verdict on one is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..models import Entry, Match
from ..understanding.lexicon import INVERSE, Lexicon, all_lexicons, in_any_language
from ..understanding.names import Gazetteer
from ..understanding.query import Query
from ..understanding.words import words_only

WHICH = frozenset({"which", "quale", "quali", "qual"})
"""Words that ask for one of several, whatever else a question looks like."""

CONTRACTED = (["t"], ["not"])
"""What is left of "n't"; "never" weighs wherever it stands."""
DETAILS = frozenset({
    "first_half", "second_half", "half_time", "early", "late", "first", "second", "third", "last", "only",
    "t_wrong", "t_correct", "en:right", "deserve", "disallow", "own_goal", "penalty", "assist",
})  # fmt: skip
"""Words that tell little of what is asked, but decide between yes and no."""
HAPPENED = frozenset({
    "error", "miss", "foul", "save", "injury", "open_goal", "header", "free_kick", "corner", "thrash", "t_heavy",
    "history",
})  # fmt: skip
"""Concepts of an event, without which a stored yes affirms something else."""
MISSED = frozenset({"miss", "near_miss", "chance"})
"""Concepts that a question about a chance missed must hold: "did he equalise?" is near it in all its other words."""
SCORING = frozenset({"score_goal", "goal", "draw", "equaliser"})
"""Concepts of a goal, which who only had a chance did not score."""
PLACES = {"place": "match.venue", "competition": "match.competition"}
"""Kinds of name that a match has one of, and its field."""


class Verdict(NamedTuple):
    """What is said first, "yes" or "no", and the row that shows it."""

    lead: str
    entry: Entry


class Claim(NamedTuple):
    """What a question claims of a match: its concepts, the people it names and the one club that is its subject."""

    query: Query
    content: frozenset[str]
    match: Match
    people: frozenset[str]
    club: str

    @property
    def only_coaches(self) -> bool:
        """Whether the people named are coaches of the match, who only stand for their side."""
        return self.people <= self.match.coaches


class Claims:
    """Tells claims, which are true or false, from other questions."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._lexicons: Mapping[str, Lexicon] = all_lexicons()
        self._not = in_any_language("not")

    def made_by(self, query: Query, text: str) -> bool:
        """Whether a question claims something, without a denial or an alternative.

        What ends with a question mark in `text`, as it was typed, and has no question word asks yes or no, too.
        """
        asking = self._lexicons[query.language].syntax["wh"]
        asks = query.yes_no or (text.rstrip().endswith("?") and asking.isdisjoint(query.words))
        if "che" in query.words and query.language == "it" and not self._that(text):
            return False
        denied = INVERSE in query.said or (self._not & query.words and self.denies(words_only(text)))
        return asks and not (query.either or query.words & WHICH or denied or query.excepted)

    def verbal(self, query: Query) -> bool:
        """Whether a verb makes a statement of a question: "goals of Scamacca at Anfield?" wants to hear of them."""
        syntax = self._lexicons[query.language].syntax
        verbs, endings = syntax["told"] | syntax["finite"], tuple(syntax["told_endings"])
        return not verbs.isdisjoint(query.words) or any(word.endswith(endings) for word in query.words)

    def _that(self, text: str) -> bool:
        """Whether each "che" of a text stands behind one who says it or what is said of it: no question word."""
        words = words_only(text)
        behind = [words[at - 1] if at else "" for at, word in enumerate(words) if word == "che"]
        return all(word in self._lexicons["it"].syntax["claiming"] for word in behind)

    def denies(self, words: Sequence[str]) -> bool:
        """Whether a question holds a "not" of weight: that of "didn't he ...", "..., didn't he?" has none."""
        begin = 2 if list(words[1:2]) in CONTRACTED else 0
        end = -3 if list(words[-2:-1]) in CONTRACTED else None
        return bool(self._not.intersection(words[begin:end]))

    def negates(self, query: Query) -> bool:
        """Whether a question denies what it claims: by a "not" of weight that is no part of another concept."""
        words = words_only(query.text)
        if not self._not.intersection(words) or not self.denies(words) or words[0] in self._not:
            return False
        concepts = self._lexicons[query.language].concepts
        within: set[int] = set()
        for at in range(len(words)):
            found = concepts.longest(words, at)
            if found and found[0] > 1:
                within.update(range(at, at + found[0]))
        ever = self._lexicons[query.language].syntax["ever"] if "non" not in words else frozenset[str]()
        return any(word in self._not - ever and at not in within for at, word in enumerate(words))

    def turned(self, query: Query, lead: str) -> str:
        """Return yes or no to a denial from what the same says without it: the other one, or "" where both are said.

        "Inter didn't win, right?" gets a no where they won; "non ha vinto?" may mean either.
        """
        syntax = self._lexicons[query.language].syntax
        tagged = not syntax["tag"].isdisjoint(query.words)
        if lead == "no":
            return "" if tagged else "no"
        return "" if query.language == "it" and not tagged else "no"

    def named_kinds(self, query: Query) -> frozenset[str]:
        """Return the kinds of the names that are no clubs: "was the coach Inzaghi?" asks for no person."""
        return frozenset(self._gazetteer.kind(i) for i in query.ids) - {"club"}
