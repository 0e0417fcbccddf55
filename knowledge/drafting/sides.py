"""Which side each goal counts for, so that the score comes out."""

from __future__ import annotations

from collections import Counter
from itertools import product

from knowledge.drafting.records import Goal
from knowledge.drafting.subjects import doer_rules
from knowledge.drafting.vocabulary import Rule, Vocabulary

DOUBT = 0.35
"""Lead that one reading of the sides needs over the next, else a goal's team is left open."""


def known_side(goal: Goal, sides: dict[str, Counter[int]]) -> int | None:
    """Return the side a goal counts for, from its own words or from whom its scorer plays for."""
    if goal.team is not None:
        return goal.team
    votes = sides.get(goal.scorer)
    if not votes:
        return None
    side = votes.most_common(1)[0][0]
    return 1 - side if goal.kind == "own_goal" else side


def assign(
    goals: list[Goal],
    score: tuple[int, int] | None,
    sides: dict[str, Counter[int]],
    vocab: Vocabulary,
    winner: int | None = None,
) -> list[Goal]:
    """Give every goal a side so that the score comes out and the words on levelling and leading hold."""
    goals = _in_order(goals)
    if not goals:
        return []
    _use_groups(goals, score)
    if len(goals) > 10:
        for goal in goals:
            goal.team = known_side(goal, sides) if goal.team is None else goal.team
        return goals
    ranked: list[tuple[float, tuple[int, ...]]] = []
    for option in product((0, 1), repeat=len(goals)):
        worth = _fit(goals, option, score, sides, vocab)
        if winner is not None and score is None:
            worth += 3.0 if option.count(winner) > len(option) / 2 else -3.0
        ranked.append((worth, option))
    top, best = max(ranked, key=lambda r: r[0])
    for i, goal in enumerate(goals):
        other = max(worth for worth, option in ranked if option[i] != best[i])
        goal.team = best[i] if top - other >= DOUBT else None
    return goals


def _use_groups(goals: list[Goal], score: tuple[int, int] | None) -> None:
    """Give goals listed in two halves ("Saka 12 | Palmer 50") their teams where the numbers fit the score."""
    halves = [sum(g.group == i for g in goals) for i in (0, 1)]
    if score is None or not all(halves):
        return
    turned = (halves[1], halves[0]) == score and halves[0] != halves[1]
    if turned or (halves[0], halves[1]) == score or (halves[0] <= score[0] and halves[1] <= score[1]):
        for goal in goals:
            if goal.group is not None and goal.team is None:
                goal.team = 1 - goal.group if turned else goal.group


def _in_order(goals: list[Goal]) -> list[Goal]:
    """Return goals by minute; one without a minute keeps its place in the text between its neighbours."""
    timed = sorted(
        (g for g in goals if g.minute is not None), key=lambda g: (g.minute or 0, g.added or 0, g.place)
    )
    for goal in (g for g in goals if g.minute is None):
        at = next((i for i, g in enumerate(timed) if g.place > goal.place and g.sentence > 1), len(timed))
        timed.insert(at, goal)
    return timed


def _fit(
    goals: list[Goal],
    option: tuple[int, ...],
    score: tuple[int, int] | None,
    sides: dict[str, Counter[int]],
    vocab: Vocabulary,
) -> float:
    rules = doer_rules(vocab.language)
    worth, state = 0.0, [0, 0]
    for goal, side in zip(goals, option, strict=True):
        if goal.team is not None:
            worth += (4.0 if goal.listed else 2.0) * (1 if goal.team == side else -1)
        worth += max(-1.0, min(1.5, sum(0.5 if h == side else -0.3 for h in goal.hints)))
        votes = sides.get(goal.scorer)
        if votes:
            own = goal.kind == "own_goal"
            mine, other = votes[1 - side if own else side], votes[side if own else 1 - side]
            worth += max(-3.0, min(3.0, 1.0 * (mine - other)))
        lead = state[side] - state[1 - side]
        if not goal.listed and goal.sentence > 1:
            worth += _story(rules, goal, lead)
        state[side] += 1
        if goal.ordinal:
            told = 2.5 if goal.listed else 1.2
            straight = goal.ordinal == (state[0], state[1])
            turned = goal.ordinal == (state[1], state[0])
            worth += told if straight else told / 2 if turned else -0.8
    if score is not None:
        over = sum(max(0, state[i] - score[i]) for i in (0, 1))
        worth -= 6.0 * over
    same = [o for g, o in zip(goals, option, strict=True)]
    for scorer in {g.scorer for g in goals}:
        worth -= 3.0 * (
            len({s for g, s in zip(goals, same, strict=True) if g.scorer == scorer and g.kind != "own_goal"})
            - 1
        )
    return worth


def _story(rules: dict[str, Rule], goal: Goal, lead: int) -> float:
    """Return how well the words of a goal agree with the state of play: level, trail, lead."""
    text = goal.evidence.lower().replace("'", "’")
    worth = 0.0
    for rule, fits in (
        ("level", lead == -1),
        ("trail", lead < 0),
        ("lead_more", lead > 0),
        ("lead_take", lead == 0),
    ):
        if rules[rule].search(text):
            worth += 0.7 if fits else -0.5
    return worth
