"""What can be compared between matches: goals, margins, scorers, coaches, the minute of a goal, the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from ..base.queries import Base
from ..base.schema import EventPart
from ..base.score_checks import counts_as_goal
from ..models import Entry, Match
from ..understanding.names import Gazetteer
from ..understanding.premises import WON
from ..understanding.query import Query
from .claims import whole_of

GOALS = frozenset({"score_goal", "goal", "goal_line"})
"""Concepts of goals, by themselves."""
ENDED = frozenset({"t_end", "t_finish", "finish_position"})
"""Concepts of how a match ended, which say nothing beside them."""
AGAINST = frozenset({"concede"})
MARGIN = frozenset({"win_margin", "gap", "thrash", "t_big", "t_biggest", "t_narrow", "t_convince", "t_easy"})
"""Concepts of the goals that a side won by, beside those of a win."""
SCORE = frozenset({"score_result", "t_end", "t_finish", "final", "finish_position"})
"""Concepts of the score."""
POSTS = {"match.coaches": frozenset({"coach", "en:manag"}), "match.goalkeepers": frozenset({"goalkeeper"})}
"""Fields that name one person of each side, and their concepts."""
FIELDS = {
    "match.venue": frozenset({"stadium", "t_pitch", "venue", "home_ground"}),
    "match.competition": frozenset({"t_competition", "competition"}),
    "match.season": frozenset({"season"}),
    "match.half_time": frozenset({"half_time"}),
}
"""Fields of a match with one value, and their concepts."""
DECIDING = {
    "match.first_goal": frozenset({"opening_goal", "#1"}),
    "match.winning_goal": frozenset({"winning_goal", "decisive"}),
    "match.equaliser": frozenset({"equaliser"}),
    "match.last_goal": frozenset({"last"}),
}
"""Fields that name a scorer, and their concepts."""

KEPT = 32
"""Matches whose goals are kept: a day's comparisons are between few."""


class Measured(NamedTuple):
    """What one match has: a figure or a set of names, and the row that shows it."""

    value: int | frozenset[str]
    row: Entry

    def under(self, other: Measured) -> bool:
        """Whether a figure is smaller than that of another match."""
        return isinstance(self.value, int) and isinstance(other.value, int) and self.value < other.value

    def shares(self, other: Measured) -> bool:
        """Whether one of several scorers is one of the other match's."""
        scorers = self.row.intent == "match.scorers"
        return scorers and bool(self.row.values & other.row.values - {"nobody"})


Measure = Callable[[Match], Measured | None]
"""What gives the value of a match, None where no article tells it."""


class Measures:
    """Finds what a question compares by its concepts."""

    def __init__(self, base: Base, gazetteer: Gazetteer) -> None:
        self._base = base
        self._gazetteer = gazetteer
        rows = base.rows
        self._told: Callable[[str], tuple[EventPart, ...]] = lru_cache(maxsize=KEPT)(
            lambda match: tuple(filter(counts_as_goal, rows.events_of(match)))
        )

    def figure(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return the figure that the `content` of a question asks for: goals or a margin; None for anything else."""
        person, clubs = self._person(query), self.side(query)
        if person is None or clubs is None:
            return None
        content, against = content - ENDED, bool(content & AGAINST)
        won_by = bool(content & MARGIN) or not content & GOALS
        if won_by and content & (MARGIN | WON) and content <= MARGIN | WON | GOALS | SCORE and not person:
            return partial(self._margin, clubs)
        content -= WON
        if not content or not content <= GOALS | AGAINST:
            return None
        if person and not against:
            return lambda match: self.goals_of(match, person)
        if person:  # goals against a goalkeeper are those against his side
            return lambda match: self.against(match, person)
        if clubs or not against:
            return lambda match: self._team_goals(match, clubs, against)
        return None

    def goals_asked(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return the number of goals that the `content` of a question asks for, None for anything else."""
        return self.figure(query, content) if content <= GOALS | AGAINST else None

    def minute(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return the minute of the goal that is asked about: a player's first one, a side's, or the opening one."""
        person, clubs = self._person(query), self.side(query)
        opening = DECIDING["match.first_goal"]
        if person:  # "score at a minute" is read as a score, too
            content -= {"score_result", "minute"}
        if person is None or clubs is None or not content <= GOALS | opening or not (content or person):
            return None
        if person:
            return partial(self._minute_of, person)
        if content & opening or not clubs:
            return lambda match: self._dated_goal(match, clubs)
        return None

    def names(self, query: Query, content: frozenset[str], *, of_side: bool) -> Measure | None:
        """Return the names or the score that may be the same in two matches; `of_side` tells that a winner is meant."""
        person, clubs = self._person(query), self.side(query)
        if person is None or person or clubs is None:
            return None
        if clubs and self.post(query, content):
            return self.post(query, content)
        for intent, concepts in FIELDS.items():
            if content & concepts and content <= concepts | SCORE:
                return partial(self._field, intent, "")
        for intent, concepts in DECIDING.items():
            if content & concepts and content <= concepts | GOALS | {"t_open"}:
                return partial(self._field, intent, "")
        if of_side and content <= WON:
            return partial(self._field, "match.winner", "")
        if content & SCORE and content <= SCORE:
            return self._score
        return None

    def scorers(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return who scored, in all or for one side."""
        clubs = self.side(query)
        if self._person(query) or clubs is None or not content or not content <= GOALS:
            return None
        return partial(self._field, "match.scorers", clubs)

    def post(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return who coached or kept goal, for the side that is asked about or for both."""
        clubs = self.side(query)
        for intent, concepts in POSTS.items():
            if content and content <= concepts and clubs is not None and not self._person(query):
                return partial(self._field, intent, clubs)
        return None

    def held_by(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return whether somebody coached a side, or kept its goal: 1 or 0."""
        person, club = self._person(query), self.side(query)
        for intent, concepts in POSTS.items():
            if person and club is not None and content & concepts and content <= concepts:
                return partial(self._held, intent, club, person)
        return None

    def _held(self, intent: str, club: str, person: str, match: Match) -> Measured | None:
        own = [entry for entry in self._base.entries.of_match(match.id, intent) if entry.team]
        rows = [entry for entry in own if entry.team == club] if club else own
        found = next((entry for entry in rows if person in entry.values), None)
        shown = found or (rows[0] if len(rows) == 1 else self._entry(match, intent))
        return Measured(int(found is not None), shown) if shown and len(own) > 1 else None

    def day(self, match: Match) -> Measured | None:
        """Return when a match was played, as a figure that grows."""
        entry = self._entry(match, "match.date")
        return Measured(int((match.date or "0").replace("-", "")), entry) if entry and match.date else None

    def _person(self, query: Query) -> str | None:
        """Return the one person that a question names, "" for none, None where it names several or nobody surely."""
        hits = [hit for hit in query.names if self._gazetteer.people(hit.ids)]
        if len(hits) > 1 or any(len(hit.ids) > 1 for hit in hits):
            return None
        return next((next(iter(hit.ids)) for hit in hits), "")

    def side(self, query: Query) -> str | None:
        """Return the side that a question is about, "" for neither, None where it is not sure."""
        hits = [hit for hit in query.names if self._gazetteer.clubs(hit.ids) and hit.role != "opponent"]
        alone = frozenset().union(*(hit.ids for hit in hits if hit.role != "fixture"))
        named = (alone or query.subject) - query.opponent
        if len(named) < 2:
            return next(iter(named), "")
        return None

    def _team_goals(self, match: Match, club: str, against: bool) -> Measured | None:
        if match.score is None or (club and club not in (match.home, match.away)):
            return None
        if not club:
            entry = self._entry(match, "match.goals")
            return Measured(sum(match.score), entry) if entry else None
        of = club if not against else match.away if club == match.home else match.home
        entry = self._entry(match, "match.goals", of)
        return Measured(match.score[0 if of == match.home else 1], entry) if entry else None

    def _margin(self, club: str, match: Match) -> Measured | None:
        entry = self._entry(match, "match.winner") or self._entry(match, "match.level")
        drew = entry is not None and entry.intent == "match.level"
        if match.score is None or entry is None or (club and not drew and club not in entry.values):
            return None
        return Measured(abs(match.score[0] - match.score[1]), entry)

    def goals(self, match: Match) -> Sequence[EventPart] | None:
        """Return the goals of a match, None where the articles do not tell of all of them."""
        if self._entry(match, "match.scorers") is None:
            return None
        return self._told(match.id)

    def shown(self, goal: EventPart) -> Entry | None:
        """Return the row that tells the minute of a goal, else the one that tells who scored it."""
        for field in ("minute", "player"):
            rows = self._base.entries.of_match(goal.match, f"{goal.kind}.{field}")
            found = next((entry for entry in rows if entry.row == goal.id), None)
            if found:
                return found
        return None

    def goals_of(self, match: Match, person: str) -> Measured | None:
        """Return how many goals somebody scored in a match, None where its goals are not all told."""
        goals, whole = self.goals(match), self._entry(match, "match.scorers")
        if goals is None or whole is None:
            return None
        own = [goal for goal in goals if goal.player == person and goal.kind != "own_goal"]
        shown = self.shown(own[0]) if len(own) == 1 else None
        row = whole_of(self._base, shown) if shown else whole
        return Measured(len(own), row) if row else None

    def against(self, match: Match, keeper: str) -> Measured | None:
        """Return the goals that a goalkeeper let in in a match."""
        side = dict(match.kept).get(keeper, "")
        return self._team_goals(match, side, True) if side else None

    def minutes_of(self, match: Match, person: str) -> list[Measured]:
        """Return the minutes of the goals of somebody in a match, none where one of them is not told."""
        own = [g for g in self.goals(match) or () if g.player == person and g.kind != "own_goal"]
        told = [Measured(goal.minute, row) for goal in own if goal.minute and (row := self.shown(goal))]
        return told if len(told) == len(own) else []

    def _minute_of(self, person: str, match: Match) -> Measured | None:
        """Return the minute of the only goal of somebody in a match."""
        told = self.minutes_of(match, person)
        return told[0] if len(told) == 1 else None

    def _dated_goal(self, match: Match, club: str) -> Measured | None:
        """Return the minute of the first goal of a match, where it is one of `club`."""
        entry = self._entry(match, "match.first_goal")
        dated = [goal for goal in self.goals(match) or () if goal.minute]
        first = min(dated, key=lambda goal: goal.minute or 0, default=None)
        if entry is None or first is None or {first.player} != entry.values:
            return None
        if club and entry.team not in (None, club):
            return None
        return Measured(first.minute or 0, entry)

    def _field(self, intent: str, club: str, match: Match) -> Measured | None:
        entry = self._entry(match, intent, club or None)
        return Measured(entry.values, entry) if entry else None

    def _score(self, match: Match) -> Measured | None:
        entry = self._entry(match, "match.score")
        goals = zip((match.home, match.away), match.score or (), strict=False)
        return Measured(frozenset(f"{club} {number}" for club, number in goals), entry) if entry else None

    def _entry(self, match: Match, intent: str, team: str | None = None) -> Entry | None:
        rows = self._base.entries.of_match(match.id, intent)
        return next((e for e in rows if e.team == team), rows[0] if rows and team is None else None)
