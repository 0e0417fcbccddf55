"""What a text says of the final score of its match, and what follows for half-time and for who was at home."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.drafting.score_roles import ToldScore


@dataclass(slots=True)
class Result:
    """What the text says of the score, in home-away order.

    `figures` weighs each final score told; `running` are scores on the way, their order unsure; `balance` is
    above 0 where the words say that home won, below where away; `worded` a score told in words alone,
    `total` the goals of both teams together.
    """

    figures: dict[tuple[int, int], float] = field(default_factory=dict)
    half_time: tuple[int, int] | None = None
    running: list[tuple[int, int]] = field(default_factory=list)
    ahead: dict[tuple[int, int], int] = field(default_factory=dict)
    balance: float = 0.0
    level: bool = False
    worded: tuple[int, int] | None = None
    total: int | None = None
    sentences: dict[tuple[int, int], str] = field(default_factory=dict)
    told: list[ToldScore] = field(default_factory=list)

    def ways(self, score: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Return a score on the way in the orders that it may have as home-away: one where it is told for whom."""
        side = self.ahead.get(score)
        if side is None:
            return (score, score[::-1])
        high, low = max(score), min(score)
        return ((high, low) if side == 0 else (low, high),)

    @property
    def winner(self) -> int | None:
        """The side that won by the words, None where they tell none."""
        return None if not self.balance else 0 if self.balance > 0 else 1


def turned_by_winner(result: Result) -> bool:
    """Whether the winner's figure stands first in the scores told though the pair has the winner as guests.

    Where no word tells who was at home, a score is read as it is written.
    """
    votes = 0.0
    for t in result.told:
        if t.role == "final" and t.winner is not None and t.sides is None and t.first != t.second:
            first = t.winner if t.first > t.second else 1 - t.winner
            votes += t.weight if first == 0 else -t.weight
    return votes < 0


def half_time(result: Result, score: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the half-time score in home-away order where it fits under the final one."""
    for t in result.told:
        if t.role == "half" and score:
            ahead = t.winner if t.winner is not None or t.sides is None else t.sides[int(t.first < t.second)]
            if ahead is not None and t.first != t.second:
                high, low = max(t.first, t.second), min(t.first, t.second)
                option = (high, low) if ahead == 0 else (low, high)
                return option if option[0] <= score[0] and option[1] <= score[1] else None
            for option in ((t.first, t.second), (t.second, t.first)):
                if option[0] <= score[0] and option[1] <= score[1]:
                    return option
    return None
