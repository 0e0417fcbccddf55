"""The final score and the goals that make it up, weighed together: what is told of the one checks the other.

Every final score that the text allows is tried. Its worth is what the text says for it (scores told, who won)
plus the best way to make it up from the goals told: each goal kept for one side or dropped, in the order of
play, so that "levelled" falls on a side that trails and "made it 2-1" on the right goal.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from knowledge.drafting.records import Goal
from knowledge.drafting.sides import Judge
from knowledge.drafting.told_result import Result

MISSING = 0.6
"""What a goal of the score that nobody is told to have scored costs: a guess under half is not taken for it."""
WANTED = {"en": 0.6, "it": 1.6}
"""The same once the score is settled: in Italian a doubtful goal is rather taken than the score left unfilled."""
UNTOLD = 0.8
"""What it costs to suppose a goal that nothing tells, so that a leveller has something to level."""
TOTAL = 2.0
"""What it costs a score at most that the goals of both teams are counted otherwise ("five-goal thriller")."""
MANY = 4
"""Missing goals beyond which more cost nothing: a rout is told in few words."""
UNASKED = {"en": 0.1, "it": 0.2}
"""What a goal costs that no told score asks for: it must be that much surer."""
SHIFT = {"en": 0.2, "it": -0.3}
"""What every goal costs: people who score are told of more than once, so that the odds are too kind. Below 0 where
weights that never saw a report hold its goals for less likely than they are."""
TIMED = {"en": 0.05, "it": 0.15}
"""How much surer a goal with a minute is; how sure that is decides between two that are as sure."""
BEAM = 5
"""Ways of making up one score that are kept at a time."""
MOST = 16
"""Candidates that are weighed; the surest are taken."""
DOUBT = 0.35
"""Lead that one reading of a goal's side needs over the other, else its team is left open."""


@dataclass(slots=True)
class Outcome:
    """The score in home-away order, None where neither figures nor goals tell it, and the goals kept.

    `worth` says how well the text agrees with it, to be compared with that of other home teams.
    """

    score: tuple[int, int] | None
    goals: list[Goal]
    told: bool
    worth: float = 0.0

    def turn(self) -> None:
        """Exchange home and away."""
        self.score = (self.score[1], self.score[0]) if self.score else None
        for goal in self.goals:
            goal.team = None if goal.team is None else 1 - goal.team


def turned_by_goals(outcome: Outcome, language: str) -> bool:
    """Whether the scores told on the way ("Rossi makes it 2-1") put the other team first, as home.

    In English whoever leads is often told first, home or away, so that only "made it 1-2" tells.
    """
    votes, state = 0, [0, 0]
    for goal in outcome.goals:
        if goal.team is None:
            return False
        state[goal.team] += 1
        leader_first = goal.ordinal is not None and goal.ordinal[0] > goal.ordinal[1]
        if goal.ordinal and state[0] != state[1] and not (leader_first and language == "en"):
            votes += (goal.ordinal == (state[0], state[1])) - (goal.ordinal == (state[1], state[0]))
    return votes < 0


@dataclass(slots=True)
class _Path:
    worth: float
    sides: tuple[int | None, ...]


def weigh(goals: list[Goal], result: Result, judge: Judge) -> Outcome:
    """Return the likeliest outcome. `goals` are candidates in the order of play; the kept get their sides."""
    goals = _surest(goals)
    asked = result.total is not None or any(weight >= 1.0 for weight in result.figures.values())
    ends = _ways(goals, judge, asked)
    best: tuple[float, tuple[int, int]] | None = None
    for score in _scores(ends, result):
        worth = _evidence(score, result) + _made_up(score, ends)
        if best is None or worth > best[0] + 1e-9:
            best = (worth, score)
    if best is None:
        return Outcome(None, [], False)
    score = best[1]
    kept = _assign(goals, _paths(score, ends, WANTED[judge.vocab.language]))
    told = score in result.figures or result.worded == score
    return Outcome(score if kept or told else None, kept, told, best[0])


def _surest(goals: list[Goal]) -> list[Goal]:
    """Return the candidates, only the surest where they are very many."""
    ranked = sorted(goals, key=lambda g: (not g.listed, -g.confidence))
    taken = {id(g) for g in ranked[:MOST]}
    return [g for g in goals if id(g) in taken]


def _gain(goal: Goal, language: str) -> float:
    """Return what keeping a goal is worth: the logarithm of its odds."""
    if goal.listed:
        return 4.0
    timed = 0.0 if goal.minute is None else TIMED[language]
    sure = min(0.97, max(0.03, goal.confidence + timed))
    return math.log(sure / (1 - sure)) - SHIFT[language] + timed * goal.minute_sure


def _ways(goals: list[Goal], judge: Judge, asked: bool) -> dict[tuple[int, int], list[_Path]]:
    """Return for each score that goals can make up the best ways to do so."""
    states: dict[tuple[int, int], list[_Path]] = {(0, 0): [_Path(0.0, ())]}
    for i, goal in enumerate(goals):
        gain = _gain(goal, judge.vocab.language) - (0.0 if asked else UNASKED[judge.vocab.language])
        following: dict[tuple[int, int], list[_Path]] = {}
        for (home, away), paths in states.items():
            for path in paths:
                following.setdefault((home, away), []).append(_Path(path.worth, (*path.sides, None)))
                for side in (0, 1):
                    end = (home + 1, away) if side == 0 else (home, away + 1)
                    fit = judge.fit(goals, i, side, (home, away), path.sides)
                    following.setdefault(end, []).append(_Path(path.worth + gain + fit, (*path.sides, side)))
                    if home == away and judge.levels(goal):
                        behind = (home, away + 1) if side == 0 else (home + 1, away)
                        fit = judge.fit(goals, i, side, behind, path.sides) - UNTOLD
                        drawn = following.setdefault((home + 1, away + 1), [])
                        drawn.append(_Path(path.worth + gain + fit, (*path.sides, side)))
        states = {end: sorted(paths, key=lambda p: -p.worth)[:BEAM] for end, paths in following.items()}
    return states


def _scores(ends: dict[tuple[int, int], list[_Path]], result: Result) -> list[tuple[int, int]]:
    """Return every score worth trying, the told ones first; one goal more where only the winner is told."""
    worded = [result.worded] if result.worded else []
    made = [end for end in ends if sum(end)]
    told = [*worded, *result.figures]
    more = (
        []
        if told or not (result.balance or result.level)
        else [(h + d, a + 1 - d) for h, a in made for d in (0, 1)]
    )
    return list(dict.fromkeys([*told, *made, *more]))


def _paths(score: tuple[int, int], ends: dict[tuple[int, int], list[_Path]], missing: float) -> list[_Path]:
    """Return the ways to make up as much of a score as the goals told can; `missing` is what each other costs."""
    found = [
        _Path(path.worth - missing * min(MANY, sum(score) - sum(end)), path.sides)
        for end, paths in ends.items()
        if end[0] <= score[0] and end[1] <= score[1]
        for path in paths
    ]
    return sorted(found, key=lambda p: -p.worth)


def _made_up(score: tuple[int, int], ends: dict[tuple[int, int], list[_Path]]) -> float:
    """Return the worth of the best way to make up a score."""
    paths = _paths(score, ends, MISSING)
    return paths[0].worth if paths else -99.0


def _evidence(score: tuple[int, int], result: Result) -> float:
    """Return what the text says for a score: figures, the winner told, scores on the way that it must hold."""
    worth = result.figures.get(score, 0.0)
    if result.worded is not None:
        worth += 2.5 if score == result.worded else -0.5
    if result.total is not None:
        worth -= min(TOTAL, abs(sum(score) - result.total) * TOTAL / 2)
    for first, second in result.running:
        fits = (first <= score[0] and second <= score[1]) or (second <= score[0] and first <= score[1])
        worth -= 0.0 if fits else 1.5
    if result.balance:
        strength = min(3.0, 1.2 + abs(result.balance) / 4)
        ahead = score[0] - score[1] if result.balance > 0 else score[1] - score[0]
        worth += strength if ahead > 0 else -strength
    if result.level:
        worth += 3.0 if score[0] == score[1] else -3.0
    return worth


def _assign(goals: list[Goal], paths: list[_Path]) -> list[Goal]:
    """Return the goals of the best way with their sides, left open where another way is nearly as good."""
    if not paths:
        return []
    best = paths[0]
    kept = []
    for i, goal in enumerate(goals):
        side = best.sides[i]
        if side is None:
            continue
        other = max((p.worth for p in paths if p.sides[i] == 1 - side), default=-99.0)
        goal.team = side if best.worth - other >= DOUBT else None
        kept.append(goal)
    return kept
