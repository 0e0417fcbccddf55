"""What can be reckoned of a match: goals of a side or a player, the margin, the minute of a goal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from ..base.queries import Base
from ..base.schema import EventPart
from ..base.score_checks import counts_as_goal
from ..models import Entry, Match
from ..understanding.names import Gazetteer
from ..understanding.premises import WON
from ..understanding.query import Query
from ..understanding.row_words import told_after
from .fields import DECIDING, GOALS, SCORE, Fields, Measure, Measured
from .match_rows import whole_of

ENDED = frozenset({"t_end", "t_finish", "finish_position"})
"""Concepts of how a match ended, which say nothing beside them."""
AGAINST = frozenset({"concede"})
MARGIN = frozenset({"win_margin", "gap", "thrash", "t_big", "t_biggest", "t_narrow", "t_convince", "t_easy"})
"""Concepts of the goals that a side won by, beside those of a win."""
KEPT = 32
"""Matches whose goals are kept: a day's comparisons are between few."""


class Measures(Fields):
    """Finds the figure that a question compares, beside the fields."""

    def __init__(self, base: Base, gazetteer: Gazetteer) -> None:
        super().__init__(base, gazetteer)
        rows = base.rows
        self._told: Callable[[str], tuple[EventPart, ...]] = lru_cache(maxsize=KEPT)(
            lambda match: tuple(filter(counts_as_goal, rows.events_of(match)))
        )

    def figure(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return the figure that the `content` of a question asks for: goals or a margin; None for anything else."""
        person, clubs = self.person(query), self.side(query)
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
        person, clubs = self.person(query), self.side(query)
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

    def _team_goals(self, match: Match, club: str, against: bool) -> Measured | None:
        if match.score is None or (club and club not in (match.home, match.away)):
            return None
        if not club:
            entry = self.entry(match, "match.goals")
            return Measured(sum(match.score), entry) if entry else None
        of = club if not against else match.away if club == match.home else match.home
        entry = self.entry(match, "match.goals", of)
        return Measured(match.score[0 if of == match.home else 1], entry) if entry else None

    def _margin(self, club: str, match: Match) -> Measured | None:
        entry = self.entry(match, "match.winner") or self.entry(match, "match.level")
        drew = entry is not None and entry.intent == "match.level"
        if match.score is None or entry is None or (club and not drew and club not in entry.values):
            return None
        return Measured(abs(match.score[0] - match.score[1]), entry)

    def goals(self, match: Match) -> Sequence[EventPart] | None:
        """Return the goals of a match, None where the articles do not tell of all of them."""
        if self.entry(match, "match.scorers") is None:
            return None
        return self._told(match.id)

    def shown(self, goal: EventPart) -> Entry | None:
        """Return the row that tells the minute of a goal or another event, else the one that tells whose it was."""
        for field in ("minute", "player", "what"):
            rows = self._base.entries.of_match(goal.match, f"{goal.kind}.{field}")
            found = next((entry for entry in rows if entry.row == goal.id), None)
            if found:
                return found
        return None

    def goals_of(self, match: Match, person: str) -> Measured | None:
        """Return how many goals somebody scored in a match, None where its goals are not all told."""
        goals, whole = self.goals(match), self.entry(match, "match.scorers")
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
        own = self._own(match, person)
        told = [Measured(goal.minute, row) for goal in own if goal.minute and (row := self.shown(goal))]
        return told if len(told) == len(own) else []

    def places_of(self, match: Match, person: str) -> list[Measured]:
        """Return the places of the goals of somebody among those of a match, none where one of them is not told."""
        told = [
            Measured(sum(map(int, score.split("-"))), row)
            for goal in self._own(match, person)
            if (row := self.shown(goal))
            for score in told_after(row, "made:")
        ]
        return told if len(told) == len(self._own(match, person)) else []

    def _own(self, match: Match, person: str) -> list[EventPart]:
        return [g for g in self.goals(match) or () if g.player == person and g.kind != "own_goal"]

    def _minute_of(self, person: str, match: Match) -> Measured | None:
        """Return the minute of the only goal of somebody in a match."""
        told = self.minutes_of(match, person)
        return told[0] if len(told) == 1 else None

    def _dated_goal(self, match: Match, club: str) -> Measured | None:
        """Return the minute of the first goal of a match, where it is one of `club`."""
        entry = self.entry(match, "match.first_goal")
        dated = [goal for goal in self.goals(match) or () if goal.minute]
        first = min(dated, key=lambda goal: goal.minute or 0, default=None)
        if entry is None or first is None or {first.player} != entry.values:
            return None
        if club and entry.team not in (None, club):
            return None
        return Measured(first.minute or 0, entry)
