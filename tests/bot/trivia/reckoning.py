"""The rules of the game once more, in the plainest way: what the queries are compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ballot:
    """A vote with the number of its update."""

    voter: int
    option: int
    update: int


@dataclass(frozen=True)
class Asked:
    """A round with all that reached it, late votes too; `closing` is the update that closed its poll."""

    right: int
    bonus: bool
    closing: int
    ballots: tuple[Ballot, ...]


def reckon(rounds: Sequence[Asked]) -> dict[int, int]:
    """Return the points of each voter, counted in the plainest way."""
    points: dict[int, int] = {}
    streaks: dict[int, int] = {}
    for asked in rounds:
        first: dict[int, Ballot] = {}
        for ballot in sorted(asked.ballots, key=lambda b: b.update):
            if ballot.update <= asked.closing:
                first.setdefault(ballot.voter, ballot)
        for voter in first:
            points.setdefault(voter, 0)
        winners = [voter for voter, ballot in first.items() if ballot.option == asked.right]
        for voter in list(streaks):
            if voter not in winners:
                streaks[voter] = 0
        for arrival, voter in enumerate(winners):
            streaks[voter] = streaks.get(voter, 0) + 1
            points[voter] += 10 + (2 if streaks[voter] >= 3 else 0)
            points[voter] += (3, 2, 1)[arrival] if asked.bonus and arrival < 3 else 0
    return points
