"""The final score: every score of the text weighed by the words around it, and put in home-away order."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.masking import Masked
from knowledge.drafting.matches import Pair
from knowledge.drafting.score_roles import (
    ToldScore,
    read_row,
    told_winner,
)
from knowledge.drafting.vocabulary import Vocabulary

_MARK = re.compile(r"<([a-z])(\d+)>")


@dataclass(slots=True)
class Result:
    """What the text says of the score. `score` is home-away; `running` the scores on the way, unordered."""

    score: tuple[int, int] | None = None
    half_time: tuple[int, int] | None = None
    winner: int | None = None
    sure: float = 0.0
    evidence: str = ""
    running: list[tuple[int, int]] = field(default_factory=list)
    shootout: tuple[int, int] | None = None
    least: tuple[int, int] | None = None
    level: bool = False


def find_result(rows: list[Masked], pair: Pair, fixtures: list[Fixture], vocab: Vocabulary) -> Result:
    """Return the final score as told, with its orientation; `score` is None where no figures tell it."""
    told = [t for row in rows for t in read_row(row, pair, vocab)]
    told += _spaced_fixtures(rows, pair, fixtures)
    result = Result(running=[(t.first, t.second) for t in told if t.role in ("running", "final")])
    votes: dict[tuple[int, int], float] = defaultdict(float)
    high = max((t.first + t.second for t in told if t.role in ("running", "unknown", "final")), default=0)
    for t in told:
        if t.role in ("final", "running", "unknown"):
            short = 0.35 if t.first + t.second < high and t.role != "final" else 1.0
            votes[max(t.first, t.second), min(t.first, t.second)] += t.weight * short
    result.winner = _winner(told, rows, pair, vocab)
    result.level = result.winner is None and any(vocab.has("level_end", r.text) for r in rows[:4])
    if not votes:
        return _by_words(result, rows, pair, vocab)
    top = max(votes, key=lambda v: (votes[v], sum(v)))
    if not any(t.role in ("final", "unknown") for t in told):
        result.least = top
        return _by_words(result, rows, pair, vocab)
    result.sure = min(1.0, votes[top] / 8)
    mine = [t for t in told if (max(t.first, t.second), min(t.first, t.second)) == top and t.role != "past"]
    best = max(mine, key=lambda t: t.weight)
    result.evidence = best.row.sentence.text
    result.score = _orient(top, mine, result.winner)
    if top[0] == top[1]:
        result.winner = None
    elif result.winner is None:
        result.winner = 0 if result.score[0] > result.score[1] else 1
    result.half_time = _half(told, pair, result)
    return result


def _orient(top: tuple[int, int], mine: list[ToldScore], winner: int | None) -> tuple[int, int]:
    """Return a score in home-away order."""
    if top[0] == top[1]:
        return top
    balance = 0.0
    for t in mine:
        if t.sides is not None:
            home = t.first if t.sides[0] == 0 else t.second
            balance += t.weight if home == top[0] else -t.weight
        elif t.winner is not None:
            balance += t.weight if t.winner == 0 else -t.weight
    if balance == 0 and winner is not None:
        balance = 1 if winner == 0 else -1
    if balance == 0:
        balance = sum(1 if t.first > t.second else -1 for t in mine)
    return top if balance >= 0 else (top[1], top[0])


def _winner(told: list[ToldScore], rows: list[Masked], pair: Pair, vocab: Vocabulary) -> int | None:
    """Return the side that won by all that is told."""
    balance = 0.0
    for t in told:
        if t.role == "past":
            continue
        if t.winner is not None:
            balance += t.weight if t.winner == 0 else -t.weight
        if t.sides is not None and t.first != t.second and t.role == "final":
            ahead = t.sides[0] if t.first > t.second else t.sides[1]
            balance += t.weight if ahead == 0 else -t.weight
    if balance == 0:
        for row in rows[:6]:
            side = told_winner(row, 0, len(row.text), pair, vocab)
            balance += 0 if side is None else 1 if side == 0 else -1
    return None if balance == 0 else 0 if balance > 0 else 1


def _spaced_fixtures(rows: list[Masked], pair: Pair, fixtures: list[Fixture]) -> list[ToldScore]:
    """Return the scores of lines such as "Team A 2 Team B 1" and of teams with odd names."""
    found = []
    for fixture in fixtures:
        row = next((r for r in rows if r.sentence.index == fixture.sentence), None)
        if row is None or fixture.goals is None:
            continue
        sides: list[int | None] = []
        for start, name in ((fixture.home_start, fixture.home), (fixture.away_start, fixture.away)):
            inside = [
                pair.side(m) for m in row.marks if m.kind == "t" and start <= m.start < start + len(name) + 2
            ]
            sides.append(next((s for s in inside if s is not None), None))
        a, b = sides
        if a is not None and b is not None and a != b:
            weight = 7.0 if fixture.sentence < 6 else 4.0
            found.append(ToldScore(*fixture.goals, weight, "final", (a, b), None, row))
    return found


def _by_words(result: Result, rows: list[Masked], pair: Pair, vocab: Vocabulary) -> Result:
    """Fill in a score told in words alone: goalless, a single goal."""
    for row in rows[:8]:
        if (
            vocab.has("goalless", row.text)
            and not vocab.has("half_time", row.text)
            and not vocab.has("past_match", row.text)
        ):
            result.score, result.sure, result.evidence = (0, 0), 0.6, row.sentence.text
            return result
    for row in rows:
        if vocab.has("only_goal", row.text) and result.winner is not None:
            result.score = (1, 0) if result.winner == 0 else (0, 1)
            result.sure, result.evidence = 0.4, row.sentence.text
            return result
    return result


def _half(told: list[ToldScore], pair: Pair, result: Result) -> tuple[int, int] | None:
    """Return the half-time score in home-away order where it fits under the final one."""
    for t in told:
        if t.role == "half" and result.score:
            for option in ((t.first, t.second), (t.second, t.first)):
                if option[0] <= result.score[0] and option[1] <= result.score[1]:
                    return option
    return None
