"""The rules of the game: points, places, and how time passes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

POINTS = 10
ORDER_BONUS = (3, 2, 1)
"""For the first, second and third right vote of a round, in the order in which Telegram numbered them."""
STREAK_FROM = 3
STREAK_BONUS = 2
"""From the third right answer in a row on, for each."""
HINT_COST = 2
"""Points that each hint takes off a question of the buzzer mode."""
HINTS = 3
SILENT_ROUNDS = 2
"""Rounds without any answer after which a game ends; one is too few (a question may just be hard)."""
MOST_REFUSED = 3
"""Questions in a row that Telegram refused, after which a game ends."""
LENGTH = 10
LENGTHS = (5, 10, 15, 20)
LONGEST_GAME = 50
SECONDS = (10, 20, 30, 60)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between the steps of a game; tests make them short."""

    first: float = 4.0
    """From the rules to the first question."""
    reveal: float = 3.5
    """From a closed question to the next one: time to read the explanation."""
    grace: float = 2.0
    """After the countdown, until the poll is closed by ourselves."""
    closing: float = 5.0
    """Between looks for a closing update that does not come."""
    closing_most: float = 45.0
    """After which a round is tallied without it; Telegram always sends one."""
    edit: float = 10.0
    """Between edits of the table: with a poll every six seconds, 20 messages a minute are not passed."""
    room: int = 10
    """Messages that a group must still be allowed to get in a minute, or the table is not edited: questions and
    answers matter more."""
    away: float = 900.0
    """A game that the program was away from for longer ends at its return."""
    daily_open: float = 12 * 3600.0
    """How long the question of the day stays open."""
    daily_late: float = 3 * 3600.0
    """A question of the day that is later than this waits for the next day."""


@dataclass(frozen=True, slots=True)
class Score:
    """One player's points. `right` of `answered` answers were right; `streak` is the longest row of them."""

    voter: int
    name: str
    points: int
    right: int
    answered: int
    streak: int


def places(scores: Sequence[Score]) -> list[int]:
    """Return the place of each of some scores, sorted by points: ties share one, the next one is skipped."""
    found: list[int] = []
    for at, score in enumerate(scores):
        tied = at > 0 and score.points == scores[at - 1].points
        found.append(found[-1] if tied else at + 1)
    return found
