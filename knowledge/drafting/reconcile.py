"""From everything told of goals to the list that adds up to the final score."""

from __future__ import annotations

from collections import Counter

from knowledge.drafting.goals import Told
from knowledge.drafting.lineups import Listed
from knowledge.drafting.merging import WEAK, merge
from knowledge.drafting.records import Goal
from knowledge.drafting.sides import assign, known_side
from knowledge.drafting.vocabulary import Vocabulary

SURE = 0.7
"""Confidence from which a goal counts where the text tells no score to check it by; a minute adds a tenth."""


def settle(
    told: Told,
    listed: Listed,
    score: tuple[int, int] | None,
    sides: dict[str, Counter[int]],
    vocab: Vocabulary,
    winner: int | None = None,
    least: int = 0,
) -> list[Goal]:
    """Return the goals that best add up to the final score, each with its side where that can be told."""
    goals = merge(told, listed)
    denied = Counter(g.scorer for g in told.denied)
    taken_back = {(g.scorer, g.sentence) for g in told.denied}
    if score is None:
        full = any(g.listed for g in goals)
        keep = [
            g for g in goals if g.listed or (not full and g.confidence + 0.1 * (g.minute_sure > WEAK) >= SURE)
        ]
        rest = sorted(
            (g for g in goals if g not in keep and g.confidence >= WEAK), key=lambda g: -g.confidence
        )
        keep += rest[: max(0, least - len(keep))]
        return assign(keep, None, sides, vocab, winner)
    total = sum(score)
    certain = [g for g in goals if g.listed]
    if certain and len(certain) >= total:
        return assign(
            certain[: max(total, len(certain) if len(certain) <= total else total)], score, sides, vocab
        )
    if not total:
        return []
    _use_nameless(goals, told)
    pool = sorted(goals, key=lambda g: (not g.listed, -_worth(g, denied)))
    chosen = [g for g in pool if g.listed or g.confidence >= WEAK * 0.8]
    if len(chosen) < total:
        chosen += [
            g
            for g in pool
            if g not in chosen and g.confidence >= 0.25 and (g.scorer, g.sentence) not in taken_back
        ][: total - len(chosen)]
    return _best_subset(chosen, score, sides, vocab, denied, told)


def _worth(goal: Goal, denied: Counter[str]) -> float:
    return goal.confidence + (0.1 if goal.minute is not None else 0.0) - (0.1 if denied[goal.scorer] else 0.0)


def _use_nameless(goals: list[Goal], told: Told) -> None:
    """Let a team's goal without a scorer give its minute and team to a scorer told next to it."""
    for marker in told.nameless:
        near = [g for g in goals if not g.listed and abs(g.sentence - marker.sentence) <= 1]
        if not near:
            continue
        goal = min(
            near,
            key=lambda g: (
                g.minute is not None and g.minute != marker.minute,
                g.place < marker.place,
                abs(g.place - marker.place),
            ),
        )
        if goal.minute is not None and marker.minute is not None and abs(goal.minute - marker.minute) > 1:
            continue
        goal.confidence = min(0.95, goal.confidence + 0.15)
        if goal.minute is None and marker.minute is not None:
            goal.minute, goal.added = marker.minute, marker.added
        if goal.team is None:
            goal.team = marker.team
        goal.ordinal = goal.ordinal or marker.ordinal


def _minute_left(goals: list[Goal], told: Told) -> None:
    """Give the one goal without a minute the one minute that was told of a goal without a name."""
    open_goals = [g for g in goals if g.minute is None]
    known = [g.minute for g in goals if g.minute is not None]
    left = {
        m.minute: m
        for m in told.nameless
        if m.minute is not None and all(abs(m.minute - k) > 3 for k in known) and m.minute_sure > WEAK
    }
    if len(open_goals) == 1 and len(left) == 1:
        marker = next(iter(left.values()))
        if marker.team is None or open_goals[0].team in (None, marker.team):
            open_goals[0].minute, open_goals[0].added = marker.minute, marker.added


def _best_subset(
    chosen: list[Goal],
    score: tuple[int, int],
    sides: dict[str, Counter[int]],
    vocab: Vocabulary,
    denied: Counter[str],
    told: Told,
) -> list[Goal]:
    """Drop the least likely goals until the teams' numbers fit."""
    chosen = sorted(chosen, key=lambda g: (not g.listed, -_worth(g, denied)))[:14]
    total = sum(score)
    if len(chosen) > total:
        taken: list[Goal] = []
        count = [0, 0]
        for goal in chosen:
            side = known_side(goal, sides)
            if len(taken) >= total or (side is not None and count[side] >= score[side]):
                continue
            taken.append(goal)
            if side is not None:
                count[side] += 1
        chosen = taken
    if len(chosen) == total:
        _minute_left(chosen, told)
    return assign(chosen, score, sides, vocab)
