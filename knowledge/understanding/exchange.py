"""A follow-up that only exchanges a part of the question before: "and in 2023?", "and Atalanta's?"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..models import Context, Match
from .figures import Scope
from .lexicon import Lexicon
from .names import Gazetteer, NameHit
from .query import Query, query_of
from .reading import SPEECH, Reading
from .side_filters import NUMBER_OF_GOAL

FIGURES = frozenset({"count"})
"""Kinds of value of which each thing told has its own: asked for again, that of what was told last is meant."""

ORDINALS = {
    "first": "opening_goal", "second": "second_goal", "third": "third_goal",
    "#1": "opening_goal", "#2": "second_goal", "#3": "third_goal",
}  # fmt: skip
"""Which goal an ordinal means behind a question on another one."""
HALVES = {"first": "first_half", "second": "second_half", "#1": "first_half", "#2": "second_half"}
"""Which half an ordinal means behind a question on one: "who scored in the first half?", "and the second?"."""
POSSESSIVE = ("'s", "’s")
"""What stands behind a name of which something is asked for."""
YEARS = frozenset({"year", "season"})
"""Concepts of what is counted from the turn before: "the season after"."""
COUNTED = YEARS | {"before", "after", "first", "second", "third", "last"}
"""Concepts that tell a year by counting, which a year told outright takes the place of."""
GOALS = frozenset(ORDINALS.values())
SCORED = frozenset({"score_goal", "goal"})
"""Concepts of a goal, which a part of the match narrows."""


class Exchange:
    """Puts what is named now in the place of what was named before."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        lexicons: Mapping[str, Lexicon],
        light: frozenset[str],
        exchanged: Sequence[frozenset[str]],
        side_of: Callable[[str, str], str],
    ) -> None:
        """`exchanged` are groups of concepts of which one takes the place of another: the halves of a match.

        `side_of` tells for which side somebody played in a match, "" where that is not told.
        """
        self._gazetteer = gazetteer
        self._matches = matches
        self._lexicons = lexicons
        self._light = light
        self._exchanged = exchanged
        self._side_of = side_of
        self._parts = frozenset().union(*exchanged)

    def asks_nothing(self, reading: Reading, previous: Reading) -> bool:
        """Whether the question only names another match, person or club for the question before."""
        counted = any(f.startswith("#") for f in previous.features) or not reading.kinds
        content = [
            f for f in reading.features if not (f.startswith("#") and counted) and f not in self._parts
        ]
        played = reading.yes_no and "play" in reading.features and "play" not in previous.features
        if played and not reading.names and self._of_somebody(reading):
            return False  # "did he play in 2025?", "ha giocato nel 2025?"
        if not reading.scope.empty or self._same_match(reading):  # "what about the other match, in 2025?"
            content = [f for f in content if f not in self._light and f not in self._occasions(reading)]
        if reading.words & self._lexicons[reading.language].syntax["same"]:  # "same keeper in 2025?"
            again = self._stems(reading, "same").union(previous.features)
            content = [f for f in content if f not in again]
        if SPEECH & set(previous.features) and self._objects(reading):
            return True  # "what did he say?", "about Djimsiti?"
        if GOALS & set(previous.features) and ORDINALS.keys() & set(
            reading.features
        ):  # "tell me about the first", "and tell me about the second"
            content = [f for f in content if f not in previous.features]
        if reading.scope.years_apart:
            return len(content) <= 2
        narrows = not SCORED.isdisjoint(previous.features)  # "who scored?", "and in the first half?"
        if self._parts & set(reading.features) and not (narrows or self._replaced(reading, previous)):
            return False
        if not (reading.names or reading.features or reading.kinds - FIGURES) and reading.scope.empty:
            return False  # "and now?", "for how long?"
        if not previous.kinds and self._asks_for_another(reading):  # "did he score?", "who else for Inter?"
            return set(content) <= self._stems(reading, "another")
        return not content and (not reading.kinds or reading.kinds == previous.kinds)

    def _of_somebody(self, reading: Reading) -> bool:
        """Whether a verb has "he" for its subject, which Italian leaves out."""
        person = self._lexicons[reading.language].syntax["person_pronoun"]
        return reading.language == "it" or not person.isdisjoint(reading.words)

    def _asks_for_another(self, reading: Reading) -> bool:
        """Whether a question names a club and asks for another one: "who else for Inter?"."""
        syntax = self._lexicons[reading.language].syntax
        clubs = reading.ids and self._gazetteer.clubs(reading.ids) == reading.ids
        return bool(clubs and reading.words & syntax["another"] and reading.kinds == frozenset({"person"}))

    def _stems(self, reading: Reading, words: str) -> frozenset[str]:
        lex = self._lexicons[reading.language]
        return frozenset(map(lex.stem, lex.syntax[words]))

    def _same_match(self, reading: Reading) -> bool:
        """Whether a question points at the match before: "and Inter's, same match?", "and Inter that time"."""
        syntax = self._lexicons[reading.language].syntax
        return bool(reading.pronouns and reading.words & (syntax["match_noun"] | syntax["occasion"]))

    def _occasions(self, reading: Reading) -> frozenset[str]:
        """Return the features of "time" and "occasion", which only point."""
        return self._stems(reading, "occasion")

    def _replaced(self, reading: Reading, previous: Reading) -> frozenset[str]:
        """Return the features of the question before whose place words of this one take: "and in the second half?"."""
        before = set(previous.features)
        asked = set(self._of_goals(reading.features, previous.features))
        groups = [group for group in self._exchanged if group & asked and group & before]
        return frozenset(f for group in groups for f in group & before) - asked

    def swapped(self, reading: Reading, previous: Reading, context: Context) -> Query:
        """Return the question before with what `reading` names in the place of what it named."""
        match = self._matches.get(context.match or "")
        scope = shifted(reading.scope, match, previous)
        old = query_of(previous)
        kept = self._kept(reading, previous)
        apart = bool(reading.scope.years_apart)
        new = () if apart else tuple(f for f in reading.features if f not in self._light or f in self._parts)
        new = self._of_goals(new, old.features)
        if self._asks_for_another(reading):
            new = tuple(f for f in new if f not in self._stems(reading, "another"))
            old = replace(old, text=reading.wording)
        if SPEECH & set(old.features) and self._objects(reading):  # "what did he say?", "about Djimsiti?"
            old = replace(old, text=f"{old.text} {reading.wording}")
        gone = self._replaced(reading, previous)
        if any(f.startswith("#") for f in new):
            gone |= frozenset(f for f in old.features if f.startswith("#"))
        if reading.scope.years and YEARS & set(old.features):  # "in his first season?", "and in 2019?"
            gone |= COUNTED.intersection(old.features) | {f for f in old.features if f[0] == "#"}
        elsewhere = self._elsewhere(reading, previous)
        scores = (*scope.scores, *previous.scope.scores)
        of_goal = match is not None and bool(scope.scores and previous.scope.scores) and not scope.years
        of_goal = of_goal and not all(map(self._ended, scores))  # "in the 2-1?", "and in the 1-0?"
        if of_goal:  # "who made it 2-0?", "and the 1-0?"
            gone, new = gone | NUMBER_OF_GOAL, ("score_goal", *new)
        features = tuple(dict.fromkeys((*(f for f in old.features if f not in gone), *new)))
        spoken = bool(SPEECH & set(old.features))
        people = frozenset(self._gazetteer.people(i for hit in (*kept, *reading.names) for i in hit.ids))
        objects = self._objects(reading) | self._objects(previous)
        here = (
            match is not None
            and (scope.empty or of_goal)
            and (old.scope.empty or of_goal)
            and fits(old, match, self._gazetteer)
            and self._played(reading, match)
        )
        return replace(
            old,
            features=features,
            names=(*kept, *reading.names),
            scope=scope if elsewhere or not scope.empty or scope.minutes else old.scope,
            kinds=old.kinds if apart else reading.kinds or old.kinds,
            subject=reading.subject - (objects if spoken else frozenset()) or old.subject,
            opponent=reading.opponent or (old.opponent if not reading.subject else frozenset()),
            language=reading.language,
            speakers=self._speakers(people, objects, previous, context) if spoken else frozenset(),
            matches=elsewhere or (frozenset({match.id}) if match and here else None),
            still=self._still(reading, previous, context),
        )

    def _speakers(
        self, people: frozenset[str], objects: frozenset[str], previous: Reading, context: Context
    ) -> frozenset[str]:
        """Return who spoke: those named of whom nothing was said, or "he" of the question before: "about Djimsiti?"."""
        person = self._lexicons[previous.language].syntax["person_pronoun"]
        alone = frozenset(context.people) if len(context.people) == 1 and objects else frozenset[str]()
        return people - objects or (alone if previous.words & person else frozenset())

    def _still(self, reading: Reading, previous: Reading, context: Context) -> frozenset[str]:
        """Return whom it is asked of whether it was he again: "and in 2025, still him?", "same keeper?"."""
        syntax = self._lexicons[reading.language].syntax
        again = reading.words & (syntax["person_pronoun"] | syntax["same"])
        asked = again and previous.kinds == {"person"} and not reading.kinds and len(context.people) == 1
        return frozenset(context.people) if asked else frozenset()

    def _ended(self, score: tuple[int, int]) -> bool:
        """Whether a stored match ended with a score, whichever side won."""
        return any(match.score and sorted(match.score) == sorted(score) for match in self._matches.values())

    def _of_goals(self, new: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
        """Return "the second" behind a question on a goal as the second goal, behind one on a half as that half."""
        meant = {} if GOALS.isdisjoint(before) else ORDINALS
        if not meant and not set(HALVES.values()).isdisjoint(before):
            meant = HALVES
        return tuple(meant.get(feature, feature) for feature in new)

    def _elsewhere(self, reading: Reading, previous: Reading) -> frozenset[str] | None:
        """Return the other match in which somebody named now played, where the question before told one of him not.

        "whose mistake led to Lautaro's goal in 2025?", "I meant Scamacca's"
        """
        people = self._gazetteer.people(reading.ids)
        if len(people) != 1 or not reading.scope.empty or not previous.scope.years:
            return None
        person = next(iter(people))
        played = [m for m in self._matches.values() if m.date and self._side_of(m.id, person)]
        if not played or any(not m.years.isdisjoint(previous.scope.years) for m in played):
            return None
        return frozenset(m.id for m in played)

    def _played(self, reading: Reading, match: Match) -> bool:
        """Whether the people named now were in that match: "and Chivu's?" leaves a match of Inzaghi's."""
        coaches = frozenset(i for m in self._matches.values() for i in m.coaches) & reading.ids
        if coaches:
            return bool(coaches & match.coaches)
        people = self._gazetteer.people(reading.ids)
        here = any(self._side_of(match.id, person) for person in people)
        return here or not any(self._side_of(m.id, p) for m in self._matches.values() for p in people)

    def _kept(self, reading: Reading, previous: Reading) -> list[NameHit]:
        """Return the names of the question before that stay: not those of the kind, or in the part, of the new ones."""
        if SPEECH & set(previous.features) and reading.names:
            told_of = self._objects(previous)
            if self._objects(reading):
                return [hit for hit in previous.names if not hit.ids & told_of]
            if self._gazetteer.people(reading.ids):
                return [
                    hit for hit in previous.names if hit.ids & told_of or not self._gazetteer.people(hit.ids)
                ]
        kinds = {self._gazetteer.kind(i) for i in reading.ids}
        owners = [hit for hit in previous.names if self._owns(previous, hit)]
        if len(reading.names) == len(owners) == 1 and self._owns(reading, reading.names[0]):
            return [hit for hit in previous.names if hit is not owners[0]]
        instead = self._behind_same_word(reading, previous)
        if instead:
            return [hit for hit in previous.names if hit is not instead]
        return [hit for hit in previous.names if not {self._gazetteer.kind(i) for i in hit.ids} & kinds]

    def _owns(self, reading: Reading, hit: NameHit) -> bool:
        """Whether something is asked for of whoever is named: "De Ketelaere's goal", "quello dell'Inter"."""
        if hit.last <= hit.first:
            return False
        behind = reading.text[reading.tokens[hit.last - 1].end :][:2]
        of = self._lexicons[reading.language].syntax["member_of"]
        return behind in POSSESSIVE or (hit.first > 0 and reading.tokens[hit.first - 1].text in of)

    def _behind_same_word(self, reading: Reading, previous: Reading) -> NameHit | None:
        """Return the one of several names that stood behind the same small word: "than Rimini?", "and than Foggia?"."""
        hit = reading.names[0] if len(reading.names) == 1 else None
        if hit is None or not hit.first:
            return None
        small, kinds = reading.tokens[hit.first - 1].text, {self._gazetteer.kind(i) for i in hit.ids}
        if small in self._lexicons[reading.language].syntax["connector"]:
            return None
        alike = [h for h in previous.names if kinds & {self._gazetteer.kind(i) for i in h.ids}]
        behind = [h for h in alike if h.first and previous.tokens[h.first - 1].text == small]
        return behind[0] if len(alike) > 1 and len(behind) == 1 else None

    def _objects(self, reading: Reading) -> frozenset[str]:
        """Return the names behind "about" or "on": of whom something is said."""
        objects = self._lexicons[reading.language].syntax["object"]
        behind = (hit for hit in reading.names if hit.first and reading.tokens[hit.first - 1].text in objects)
        return frozenset(i for hit in behind for i in hit.ids)

    def is_sure(self, reading: Reading, previous: Reading) -> bool:
        """Whether a name or scope stands in the place of another, so that nothing else can be meant."""
        syntax = self._lexicons[reading.language].syntax
        if SPEECH & set(previous.features) and self._objects(reading):
            return True  # "what did he say?", "about Djimsiti?"
        if GOALS & set(previous.features) and ORDINALS.keys() & set(reading.features):
            return len(reading.features) > 1  # "tell me about the second"
        added = self._parts & set(reading.features) and not self._replaced(reading, previous)
        if added and SCORED & set(previous.features):
            return True
        named = bool(reading.names or not reading.scope.empty)
        points = reading.words & (syntax["person_pronoun"] | syntax["group_pronoun"])
        instead = len(self._kept(reading, previous)) < len(previous.names) or not previous.scope.empty
        return named and not points and instead


def shifted(scope: Scope, match: Match | None, previous: Reading | None = None) -> Scope:
    """Turn "two years before" into the year that is meant, counted from the match, or year, of the turn before."""
    years = match.years if match else frozenset(previous.scope.years if previous else ())
    if not scope.years_apart or not years:
        return scope
    return replace(scope, years=(max(years) + scope.years_apart,), years_apart=0, numbers=())


def a_year_apart(reading: Reading) -> Reading:
    """Return "and the year after?" as one that counts a year from the turn before; any other reading as it is."""
    features = set(reading.features)
    before, after = "before" in features, "after" in features
    counts = features & YEARS and features <= YEARS | {"before", "after"} and before != after
    if not counts or reading.names or reading.kinds or not reading.scope.empty:
        return reading
    return reading._replace(scope=replace(reading.scope, years_apart=1 if after else -1))


def fits(query: Query, match: Match, gazetteer: Gazetteer) -> bool:
    """Whether a match has a club that a query names, where it names any."""
    clubs = gazetteer.clubs(query.ids)
    return not clubs or bool(clubs & {match.home, match.away})
