"""What each picture shows, as small frozen records: words in one language, nothing to look up any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge import Language

from .boxes import Kit

Side = Literal["home", "away"]


@dataclass(frozen=True, slots=True)
class Team:
    """A club as it is drawn; `coach` is "" where no article tells."""

    name: str
    kit: Kit
    coach: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened. `side` is where it is shown; `minute` and `period` may be unknown.

    `sign` is a key of the texts' [moment]. `name` is who did it ("" where unknown), `label` what it was,
    `extra` who else took part or why, `how` a few words more; each may be "".
    """

    sign: str
    side: Side
    minute: int | None
    added: int | None
    period: str | None
    name: str
    label: str
    extra: str
    how: str

    @property
    def words(self) -> str:
        """What it was, and who else took part or why."""
        return " · ".join(filter(None, (self.label, self.extra)))

    @property
    def second_half(self) -> bool | None:
        """Whether it fell after half-time; None where neither minute nor period tells."""
        if self.period:
            return self.period != "first_half"
        return None if self.minute is None else self.minute > 45

    @property
    def goal(self) -> bool:
        """Whether it counts as a goal."""
        return self.sign in ("goal", "penalty", "own_goal")


@dataclass(frozen=True, slots=True)
class MatchPicture:
    """A match; `title` is the competition with season or stage, `place` the stadium with its town."""

    language: Language
    home: Team
    away: Team
    score: tuple[int, int] | None
    half_time: tuple[int, int] | None
    winner: Side | None
    title: str
    date: str
    place: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Ask for the match card."""

    match: MatchPicture


@dataclass(frozen=True, slots=True)
class Timeline:
    """Ask for the timeline of a match."""

    match: MatchPicture


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ask for two matches side by side."""

    left: MatchPicture
    right: MatchPicture


@dataclass(frozen=True, slots=True)
class Place:
    """A league finish in the season that ended in `year`; `own` where the coach asked for was in charge."""

    year: int
    place: int
    own: bool = True


@dataclass(frozen=True, slots=True)
class Career:
    """Ask for finishes by year, oldest first."""

    language: Language
    club: Team
    coach: str
    competition: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """A stored match of a round, seen by the club: "Liverpool 0-3 Atalanta", and whether it was won."""

    words: str
    won: bool | None


@dataclass(frozen=True, slots=True)
class Stop:
    """A round of a cup: its name in words, the opponents, the legs that are told."""

    name: str
    opponents: tuple[Team, ...]
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class CupRun:
    """Ask for a cup run as a path. `won` is None where no article tells how it ended."""

    language: Language
    club: Team
    competition: str
    year: int
    stops: tuple[Stop, ...]
    won: bool | None
    record: str


@dataclass(frozen=True, slots=True)
class Player:
    """A line of a leaderboard."""

    rank: int
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """Ask for the leaderboard of a group; `period` is "" or what it covers, players come best first."""

    language: Language
    group: str
    period: str
    players: tuple[Player, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """Questions of one day of a month: how many were answered, and how many were not."""

    day: int
    answered: int
    refused: int


@dataclass(frozen=True, slots=True)
class Questions:
    """Ask for the questions of a month: `days` in order (others had none), `top` what was asked most."""

    language: Language
    year: int
    month: int
    days: tuple[Day, ...]
    top: tuple[tuple[str, int], ...] = ()


Picture = Card | Timeline | Comparison | Career | CupRun | Leaderboard | Questions
