"""Whom a word of a follow-up points back at: "he", "they", "his manager"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..models import Context, Match
from .lexicon import Lexicon
from .names import Gazetteer, NameHit
from .query import Query
from .reading import SPEECH, Reading

NAMING = frozenset({"person", "club"})
"""Kinds of value that are names: who asks for one goes on about nobody."""
PERSONAL = frozenset({
    "score_goal", "play", "assist", "miss", "shot", "substitute", "come_on", "injury", "brace", "hat_trick",
})  # fmt: skip
"""Concepts of what one player does, not a side."""
PLACED = frozenset({"opening_goal", "second_goal", "third_goal", "equaliser", "winning_goal"})
"""Goals that are told apart by their place: "and the second one, what minute?" goes on about nobody."""


class Pointing:
    """Finds who is pointed at among those whom the answer before told of."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        lexicons: Mapping[str, Lexicon],
        light: frozenset[str],
        side_of: Callable[[str, str], str],
    ) -> None:
        """`side_of` tells for which side somebody played in a match, "" where that is not told."""
        self._gazetteer = gazetteer
        self._matches = matches
        self._lexicons = lexicons
        self._light = light
        self._side_of = side_of

    def topic(self, reading: Reading, context: Context, previous: Reading | None) -> str:
        """Return the one person whom the turn before was about, where this question goes on about him, else "".

        "De Ketelaere ha giocato?", "e ha segnato?": an Italian verb needs no pronoun.
        """
        if previous is None or reading.names or not reading.kinds.isdisjoint(NAMING):
            return ""
        asked_who = not previous.kinds.isdisjoint(NAMING)
        dropped = self.drops_person(reading)
        if asked_who and not (dropped and not reading.scope.empty):
            return ""
        people = frozenset(context.people) if asked_who else self._gazetteer.people(previous.ids)
        points = reading.words & self._lexicons[reading.language].syntax["person_pronoun"]
        goes_on = reading.yes_no and (points or dropped)
        return next(iter(people)) if len(people) == 1 and goes_on else ""

    def drops_person(self, reading: Reading) -> bool:
        """Whether a question asks yes or no of what one player did without telling of whom, as Italian verbs may."""
        dropped = reading.language == "it" and not PERSONAL.isdisjoint(reading.features)
        return dropped and reading.yes_no and not reading.names

    def points_back(self, reading: Reading, context: Context) -> bool:
        """Whether a question that names nothing means somebody, or the match, of the turn before and nothing else."""
        if reading.names or not reading.scope.empty or not context.source:
            return False
        syntax = self._lexicons[reading.language].syntax
        someone = reading.words & syntax["person_pronoun"] - syntax["clitic_article"]
        its_match = reading.pronouns and reading.words & syntax["match_noun"]
        nowhere = not context.match and not context.matches
        return bool((someone and len(context.people) > 1) or (its_match and nowhere))

    def meant(
        self, reading: Reading, context: Context, previous: Reading | None = None, topic: str = ""
    ) -> NameHit | None:
        """Return whom a pronoun stands for: people of the answer before for "he", its clubs for "they".

        `topic` is whom a question without a pronoun goes on about.
        """
        syntax = self._lexicons[reading.language].syntax
        ids: frozenset[str] = frozenset()
        if topic:
            ids = frozenset({topic})
        elif reading.words & syntax["person_pronoun"]:
            ids = self._antecedent(previous) or frozenset(context.people)
        elif reading.words & syntax["group_pronoun"] or ("team" in reading.features and reading.pronouns):
            ids = self._gazetteer.clubs(context.names)
        elif (
            not reading.names
            and reading.scope.empty
            and len([f for f in reading.features if f not in self._light]) <= 1
            and PLACED.isdisjoint(reading.features)
        ):
            ids = frozenset(context.people) | frozenset(context.names)
        ids -= reading.ids
        return NameHit(ids, 0, 0, "") if ids else None

    def _antecedent(self, previous: Reading | None) -> frozenset[str]:
        """Return the one person whom the question before was about: who spoke in it, or who alone was named.

        None where it asked who somebody was: then whoever was told is meant.
        """
        if previous is None or not previous.kinds.isdisjoint(NAMING):
            return frozenset()
        people = previous.speakers if len(previous.speakers) == 1 else self._gazetteer.people(previous.ids)
        return people if len(people) == 1 else frozenset()

    def own_coach(self, reading: Reading, leaning: Query, context: Context) -> list[Query]:
        """Return what is asked of "his manager", who coached the side of somebody of the turn before; none else."""
        match = self._matches.get(context.match or "")
        syntax = self._lexicons[reading.language].syntax
        owned = reading.words & (syntax["own"] | syntax["person_pronoun"])
        if match is None or not owned or "coach" not in reading.features or reading.ids:
            return []
        sides = frozenset(self._side_of(match.id, person) for person in context.people[:1]) - {""}
        coaches = frozenset(coach for coach, side in match.coached if side in sides)
        if not coaches:
            return []
        if reading.words & syntax["who"]:  # "who was his coach?"
            return [
                replace(
                    leaning,
                    names=(*leaning.names, NameHit(sides, 0, 0, "", "subject")),
                    subject=sides,
                    near=frozenset(),
                )
            ]
        features = tuple(f for f in leaning.features if f != "coach")
        speakers = coaches if SPEECH & leaning.said else leaning.speakers
        names = (*leaning.names, NameHit(coaches, 0, 0, ""))
        return [replace(leaning, features=features, names=names, speakers=speakers)]
