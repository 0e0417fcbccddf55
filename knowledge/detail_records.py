"""What `Details` hands out: matches, finishes and cup runs as records with names in one language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

ROUNDS = ("group", "play-off", "round-of-32", "round-of-16", "quarter-final", "semi-final", "final")
"""Rounds of a cup in the order of play; the stages that an article file may name."""


@dataclass(frozen=True, slots=True)
class Club:
    """A club by its id and its name in the language asked for."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class EventDetails:
    """One event; `side` is the side of `player`.

    `other` is who else took part and `part` as what: "assist", "by", "off", "won_by", "on" or "fouled_by".
    `note` tells how, why or which part of the body.
    """

    id: str
    kind: str
    side: Literal["home", "away"] | None
    minute: int | None
    added: int | None
    period: str | None
    player: str | None
    other: str | None
    part: str
    outcome: str | None
    colour: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class MatchDetails:
    """A stored match; None or "" where no article tells. `events` stand in the order of the article."""

    id: str
    home: Club
    away: Club
    score: tuple[int, int] | None
    half_time: tuple[int, int] | None
    winner: Literal["home", "away"] | None
    date: dt.date | None
    year: int | None
    season: str | None
    competition: str | None
    stage: str | None
    venue: str | None
    town: str | None
    home_coach: str | None
    away_coach: str | None
    events: tuple[EventDetails, ...]


@dataclass(frozen=True, slots=True)
class Finish:
    """A final place in a league: `year` is when the season ended, `own` whether the coach was in charge."""

    season: str
    year: int
    place: int
    own: bool


@dataclass(frozen=True, slots=True)
class Finishes:
    """The places that a club took, oldest first: `person` is the coach asked for, None where the club was."""

    club: Club
    person: str | None
    competition: str | None
    items: tuple[Finish, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """A round of a cup: whom the club met, and the stored matches of it."""

    stage: str
    opponents: tuple[Club, ...]
    matches: tuple[MatchDetails, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A club's way through a cup, in the order of play. `won` is None where no article tells how it ended."""

    id: str
    club: Club
    competition: str
    season: str
    rounds: tuple[Round, ...]
    won: bool | None
    record: str | None

    @property
    def year(self) -> int:
        """The year the season ended in."""
        return ending(self.season)


def ending(season: str) -> int:
    """Return the year a season ends in: "1999-00" gives 2000."""
    return int(season[:4]) + 1
