"""Rows that a draft made by itself: held to every word of a question, and sentences that answer by being quoted."""

from __future__ import annotations

from collections.abc import Mapping

from ..models import Entry
from .circumstances import STAGES
from .index import DRAFTED, FIELD, MADE, SENTENCE
from .lexicon import INVERSE
from .names import Gazetteer
from .query import Query

HEAVY = 1.0
"""Weight from which a word of a question says something: what a drafted row leaves unexplained is another subject."""
ENOUGH = 2
"""Such words that a sentence must hold where it names nobody that the question names, or which asks for a yes."""
CAUSE = 3
"""Such words where a reason is asked for: a sentence that shares fewer hardly tells it."""
WORTH = 2.0
"""Weight that they must have together."""
OUTCOMES = frozenset({"win", "beat", "lose", "draw", "score_goal", "miss", "concede", "qualify", "knock_out"})
"""Concepts that a yes/no question turns on: a row without them says neither yes nor no."""
SPANS = frozenset({"season", "career"})
"""Words for a longer time than a match: what is told of the match alone is not told of it."""
POSTS = frozenset({"goalkeeper", "coach", "captain"})
"""Concepts of which each side has one: a sentence that names a club and a keeper need not mean the club's."""
SORTS = frozenset({"derby", "derbi", "women", "femminil", "clasico"})
"""Words for a sort of match, which most reports use and no field holds."""
STRANGE = 2.0
"""Weight from which a word that is no known concept tells that a drafted match is not what was asked about."""
ANOTHER = 3.0
"""Weight from which a concept that a field of a match has nothing of is what was asked about."""
PLAIN_GOALS = frozenset({"goal.what", "goal.player", "goal.minute"})
"""What a draft tells of a goal in its own words: that it was scored, never how."""
AHEAD = "fact.next_fixture"
"""A match to come, which nobody has won or lost."""
ENDED = frozenset({"win", "beat", "lose", "draw", "score_goal"})
"""Concepts of goals and results, which tell of nobody's post and of no change."""
DEEDS = frozenset(
    {"equaliser", "opening_goal", "second_goal", "assist", "take_penalty", "win_penalty", "penalty"}
)
"""What players do, which no score tells."""
CHANGES = ("substitution.", "match.substitutes")
"""What a coach does, which tells nobody's name who asks for the coach."""
UNPLACED = frozenset({"match.competition", "match.home_side"})
"""Fields of a match that come near its ground and do not name it."""
TABLE, DESCRIBED = "fact.table", "fact.player_description"
"""Places and points of a team, and what is told of a player."""
COURSE = "fact.course"
"""How something went."""
COUNTS = frozenset({"match.goals", "match.conceded"})
"""Fields that count goals."""
AGE = "fact.age"
"""How old somebody is."""
INCIDENTS = frozenset({"card", "red_card", "yellow_card", "substitution", "injury", "save"})
"""What else befalls players: no field tells who was the first of them."""
TALLY = "fact.goals_tally"
"""How many goals somebody scored: no answer to how many there were."""
GOALS = frozenset({"goal", "score_goal"})
TIMES = frozenset({"brace", "hat_trick"})
"""Concepts by which a sentence tells how many somebody scored."""
OCCASION = (
    OUTCOMES
    | STAGES
    | {"goal", "cup", "equaliser", "winning_goal", "after", "before", "match", "half_time", "full_time"}
)
"""What a question on somebody's words may tell of when he said them: "what did he say after they lost the final?"."""
ACCOMPANYING = STAGES | DEEDS | TIMES
"""Concepts that say more of what a field of a match tells, or which match it was."""
FIGURES = frozenset({"count", "minute", "score"})
DATES = frozenset({"date", "year"})
NEXT = frozenset({"next", "t_plays_now"})
"""Concepts of what is still to come or of today, which no field of a match told is."""
EARLIER = frozenset({"last", "before"})
"""Concepts that together ask for another time: "when had they last won it before beating Milan?"."""


class Quoting:
    """Judges drafted rows by the words and names of a question."""

    def __init__(self, gazetteer: Gazetteer, light: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._light = light

    def overreached(
        self, query: Query, entry: Entry, weights: Mapping[str, float], *, quotable: bool
    ) -> bool:
        """Whether a question says more than a drafted row tells: such a row is no answer to it.

        `quotable` is what the method of that name says of the row.
        """
        if not entry.tokens & MADE and FIELD not in entry.tokens:
            return False
        if "reason" in query.kinds and DRAFTED in entry.tokens and "reason" not in entry.kinds:
            return True
        if "manner" in query.kinds and DRAFTED in entry.tokens and entry.own_kinds == {"count"}:
            return True
        if "place" in query.kinds and DRAFTED in entry.tokens and entry.intent == DESCRIBED and _dated(entry):
            return True  # "where was he born?" is not when
        told_by_quoting = DRAFTED in entry.tokens and entry.intent == COURSE and entry.own_kinds == {"manner"}
        if told_by_quoting and FIGURES & query.kinds:
            return True
        counts = DRAFTED in entry.tokens and entry.own_kinds == {"count"}
        if counts and entry.match and self._miscounted(query, entry, weights):
            return True
        if counts and entry.match and DATES & query.kinds:  # "since when?" is not how many
            return True
        if counts and entry.intent == AGE and "age" not in query.features:  # "how long was he there?"
            return True
        if FIELD in entry.tokens and (self._other_field(query, entry) or self._other_time(query, entry)):
            return True
        if entry.intent.startswith(CHANGES) and self._post_asked(query, weights):
            return True
        decided = query.yes_no and OUTCOMES & query.said - {"score_goal"} and not self._people(query)
        if decided and entry.intent.startswith("goal.") and DRAFTED in entry.tokens:
            return True
        if entry.intent == "match.summary" and "score_result" in query.features:
            return True
        ended = query.scope.scores or not OUTCOMES.isdisjoint(query.features)
        if entry.intent == AHEAD and ended and DRAFTED in entry.tokens:
            return True
        if "manner" in query.kinds and DRAFTED in entry.tokens and entry.intent in PLAIN_GOALS:
            return True
        held = entry.features | entry.weak
        if FIELD in entry.tokens:
            left = [f for f in self._telling(weights) if f not in held and weights[f] >= STRANGE]
            another = (
                f for f in left if ":" not in f and f[0] not in "@#" and f not in ACCOMPANYING | query.asides
            )
            if any(weights[f] >= ANOTHER for f in another) and not query.yes_no:
                return True
            return any(":" in f and f.partition(":")[2] not in SORTS for f in left)
        if SENTENCE in entry.tokens and not quotable:
            return True
        told = {f"@{i}" for i in entry.values} | held
        people = self._people(query)
        strange = [p for p in people if not any(f"@{i}" in told for i in p)]
        own = len(strange) < len(people) or entry.speaker in query.ids
        spoken = "statement" in entry.kinds and own
        if DRAFTED in entry.tokens and strange and not spoken:
            return True
        if any(f in SPANS and f not in held for f in query.features):
            return True
        beside = self._beside(query, entry)
        return any(f not in held and f not in beside for f in self._telling(weights))

    def _beside(self, query: Query, entry: Entry) -> frozenset[str]:
        """Return the concepts of a question that only tell of when somebody spoke, or in which part of a cup."""
        if "statement" in entry.kinds & query.kinds and entry.speaker in query.ids:
            return OCCASION
        return STAGES if entry.intent == TABLE else frozenset()

    def _post_asked(self, query: Query, weights: Mapping[str, float]) -> bool:
        """Whether a question asks for nothing but who holds a post: the coach, the keeper, the captain."""
        telling = self._telling(weights)
        return "person" in query.kinds and bool(telling) and POSTS.issuperset(telling)

    def _miscounted(self, query: Query, entry: Entry, weights: Mapping[str, float]) -> bool:
        """Whether a figure told of somebody is not the one that is asked for."""
        if entry.intent != TALLY:
            return bool(query.kinds & FIGURES) and not self._telling(weights)  # "how many did he get?"
        if not query.kinds & FIGURES:
            return "minute" in query.said
        longer = SPANS & (entry.features | entry.weak) and not SPANS & query.said
        return not self._people(query) or "minute" in query.kinds or "after" in query.said or bool(longer)

    def _other_field(self, query: Query, entry: Entry) -> bool:
        """Whether a field of a match comes near what is asked for and does not tell it."""
        if "place" in query.kinds:
            return entry.intent in UNPLACED
        if entry.intent in COUNTS and not GOALS & query.said:  # "how many were at De Kuip?"
            return any(self._gazetteer.kind(i) == "place" for hit in query.names for i in hit.ids)
        if "person" in entry.own_kinds:
            return bool((ENDED | INCIDENTS) & query.said - query.asides - entry.features - entry.weak)
        return entry.own_kinds == {"score"} and "person" in query.kinds and bool(DEEDS & query.said)

    def _other_time(self, query: Query, entry: Entry) -> bool:
        """Whether a question about a match asks for what came before it or comes next."""
        left = query.said - entry.features - entry.weak
        if not NEXT.isdisjoint(left):
            return True
        return left >= EARLIER and not DATES.isdisjoint(query.kinds)

    def quotable(self, query: Query, entry: Entry, weights: Mapping[str, float]) -> bool:
        """Whether a sentence holds all that a question says and something of the kind that it asks for."""
        if SENTENCE not in entry.tokens or not query.names or query.either:
            return False
        if query.subject and entry.match and self._other_side(query, entry):
            return False
        if query.yes_no and not OUTCOMES.isdisjoint(query.features):
            return False
        held = entry.features | entry.weak
        if entry.match and "count" in query.kinds and GOALS & query.said and self._people(query):
            return bool(TIMES & held)
        telling = self._telling(weights)
        if self._post_asked(query, weights):
            return False
        told = [f for f in telling if f in held]
        named = [hit for hit in query.names if any(f"@{i}" in held for i in hit.ids)]
        plain = not query.yes_no and not query.kinds & FIGURES
        wanted = 1 if named and (plain or len(named) > 1) else ENOUGH
        if "reason" in query.kinds:
            wanted = CAUSE
        worth = sum(weights[f] for f in told)
        return len(told) >= wanted and worth >= WORTH and self._tells_kind(query, entry, held)

    def _people(self, query: Query) -> list[frozenset[str]]:
        """Return the people that a question names, by the ids that each name may mean."""
        return [p for hit in query.names if (p := self._gazetteer.people(hit.ids))]

    def _other_side(self, query: Query, entry: Entry) -> bool:
        """Whether a sentence names a club, and not the one whose doing is asked for."""
        clubs = self._gazetteer.clubs(frozenset(f[1:] for f in entry.features | entry.weak if f[0] == "@"))
        return bool(clubs) and not clubs & query.subject

    def _telling(self, weights: Mapping[str, float]) -> list[str]:
        """Return the words of a question that say something."""
        return [f for f, w in weights.items() if w >= HEAVY and f not in self._light and f != INVERSE]

    def _tells_kind(self, query: Query, entry: Entry, held: frozenset[str]) -> bool:
        said = frozenset(f[1:] for f in held if f[0] == "@") - query.ids
        for kind in query.kinds:
            if kind == "person" and not self._gazetteer.people(said):
                return False
            if kind == "statement" and "statement" not in entry.kinds:
                return False
            if kind == "place" and not any(self._gazetteer.kind(i) in ("place", "club") for i in said):
                return False
            if kind == "club" and not self._gazetteer.clubs(said):
                return False
            if kind in FIGURES and not entry.numbers:
                return False
            if kind in DATES and not _dated(entry):
                return False
        return True


def _dated(entry: Entry) -> bool:
    """Whether a row tells a day or a year."""
    return any(t[0] in "ysm" and t[1:].isdigit() for t in entry.tokens)
