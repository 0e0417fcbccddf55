"""Goals told without their scorer ("Leeds went ahead on 20 minutes"): they give minute and team to one told beside."""

from __future__ import annotations

from knowledge.drafting.goal_scene import Told
from knowledge.drafting.merging import WEAK
from knowledge.drafting.records import Goal

CLEAR = 0.45
"""Confidence from which a scorer told in the sentence of a team's goal is that one's."""
BORROWED = 0.5
"""How sure a minute must be at least that a telling keeps, though a team's goal right before it has another."""
HANDED = 0.7
"""How sure a minute is that the sentence before tells of a team's goal."""


def hand_on(told: Told) -> None:
    """Give the minute of a team's goal to the scorer whom the next sentence tells, where its own names none.

    "Leeds doubled their lead in the 51st minute. Brown found Smith, who made no mistake."
    """
    for marker in told.nameless:
        if marker.minute is None or marker.minute_sure < WEAK:
            continue
        if any(g.sentence == marker.sentence and g.confidence > CLEAR for g in told.goals):
            continue
        following = [
            g
            for g in told.goals
            if g.sentence == marker.sentence + 1 and (g.minute is None or g.minute_sure < BORROWED)
        ]
        goal = max(following, key=lambda g: g.confidence, default=None)
        if goal is not None:
            goal.minute, goal.added, goal.minute_sure = marker.minute, marker.added, HANDED


def use_nameless(goals: list[Goal], told: Told, doubtful: float) -> None:
    """Let a team's goal without a scorer give its minute and team to a scorer told next to it.

    Under `doubtful` a scorer yields to a surer one.
    """
    for marker in told.nameless:
        near = [g for g in goals if not g.listed and _told_near(g, marker.sentence)]
        if not any(g.confidence > doubtful and g.place > marker.place for g in near):
            near += [
                g
                for g in goals
                if not g.listed and marker.sentence + 2 in (g.sentence, *g.told_in) and g.minute is None
            ]
        if not near:
            continue
        goal = min(
            near,
            key=lambda g: (
                g.minute is None
                or g.minute != marker.minute
                or marker.sentence not in (g.sentence, *g.told_in),
                g.minute is not None and g.minute != marker.minute,
                g.confidence < doubtful,
                g.place < marker.place,
                abs(g.place - marker.place),
            ),
        )
        if goal.minute is not None and marker.minute is not None and abs(goal.minute - marker.minute) > 1:
            continue
        goal.standing.add("told_of_team")
        if goal.minute is None and marker.minute is not None:
            goal.minute, goal.added = marker.minute, marker.added
        if marker.team is not None:
            goal.hints.append(marker.team)
        goal.ordinal = goal.ordinal or marker.ordinal


def _told_near(goal: Goal, sentence: int) -> bool:
    """Whether a goal is told in a sentence or in one beside it."""
    return any(abs(told - sentence) <= 1 for told in (goal.sentence, *goal.told_in))


def time_the_named(goals: list[Goal], told: Told) -> None:
    """Give a goal that only the lead tells the minute of a team's goal whose telling names its scorer."""
    for marker in told.nameless:
        known = any(g.minute is not None and abs(g.minute - (marker.minute or 0)) <= 1 for g in goals)
        if marker.minute is None or marker.minute_sure < SURELY or known:
            continue
        for at in (marker.sentence, marker.sentence + 1):
            named = [g for g in goals if g.minute is None and g.scorer in told.named.get(at, ())]
            if len(named) == 1 and all(g.scorer != named[0].scorer or g is named[0] for g in goals):
                named[0].minute, named[0].added = marker.minute, marker.added
                break


SURELY = 0.9
"""How sure the minute of a team's goal is that its own sentence tells."""


def minute_left(goals: list[Goal], told: Told) -> None:
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
