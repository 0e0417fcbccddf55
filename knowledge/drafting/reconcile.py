"""From everything told of goals to the list that adds up to the final score."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge.drafting.confidence import together
from knowledge.drafting.goal_scene import Told
from knowledge.drafting.lineups import Listed
from knowledge.drafting.merging import WEAK, merge
from knowledge.drafting.outcome import Outcome, weigh
from knowledge.drafting.records import Goal
from knowledge.drafting.second_reader import ALONE_SIGN, weigh_words
from knowledge.drafting.sides import Judge, orders, use_groups
from knowledge.drafting.told_result import Result
from knowledge.drafting.vocabulary import Vocabulary

FIRM = 2.0
"""Weight from which a told score outweighs a list of scorers that is longer than it."""
SURE = 0.65
"""How sure a minute must be to speak for its goal."""
MAYBE = {"en": 0.45, "it": 0.35}
"""Confidence of a second goal that may be the first one told again: taken only where the score asks for it."""
CERTAIN = 0.85
"""Confidence of a goal that a score told on the way must have room for."""
LEAST = 0.2
"""Confidence under which a goal is not weighed at all."""


def settle(
    told: Told, listed: Listed, result: Result, sides: dict[str, Counter[int]], vocab: Vocabulary
) -> Outcome:
    """Return the final score and the goals that best make it up, each with its side where that can be told."""
    certain = len(listed.goals)
    most = max((sum(f) for f, weight in result.figures.items() if weight > FIRM), default=99)
    if certain > most + 1:
        listed = _first_list(listed, most)
        certain = len(listed.goals)
    goals = merge(told, listed)
    _use_nameless(goals, told, MAYBE[vocab.language])
    for goal in goals:
        if not goal.listed:
            _stand(goal, told, certain)
            if ALONE_SIGN not in goal.standing:
                goal.confidence = (
                    MAYBE[vocab.language] if "maybe" in goal.standing else together(goal, vocab.language)
                )
            weigh_words(goal, told, vocab.language)
    _trust_last(result, goals)
    whole = any(sum(f) == certain and weight > FIRM for f, weight in result.figures.items())
    goals = [g for g in goals if g.listed or (g.confidence >= LEAST and not (certain and whole))]
    use_groups(goals, max(result.figures, key=lambda f: result.figures[f]) if result.figures else None)
    judge = Judge(sides, vocab, told.leanings)
    outcome = max((weigh(o, result, judge) for o in orders(goals)), key=lambda o: o.worth)
    if outcome.score is None and result.level and not goals and not told.nameless:
        outcome = Outcome((0, 0), [], told=False)
    if outcome.score is not None and len(outcome.goals) == sum(outcome.score):
        _minute_left(outcome.goals, told)
        _own_goals_left(outcome.goals, sides)
    return outcome


def _own_goals_left(goals: list[Goal], sides: dict[str, Counter[int]]) -> None:
    """Give own goals left open their side by whose player it was."""
    for goal in goals:
        votes = sides.get(goal.scorer)
        if goal.team is None and goal.kind == "own_goal" and votes and len(votes) == 1:
            goal.team = 1 - next(iter(votes))


REGULAR = 99
"""Minute past which a goal was scored in extra time."""
_WINNER = re.compile(r"\bwinner\b|\bgol[- ](?:vittoria|partita)\b")
"""What a goal is called after which a level score on the way was not the last."""


def _trust_last(result: Result, goals: list[Goal]) -> None:
    """Let the highest score told on the way be the final one where hardly more goals than it are told surely."""
    last = max(result.running, key=sum, default=None)
    if last is None or any(
        weight >= FIRM for f, weight in result.figures.items() if f not in (last, last[::-1])
    ):
        return
    late = any(g.minute is not None and g.minute > REGULAR for g in goals)
    if last[0] == last[1] and (late or any(_WINNER.search(g.words) for g in goals)):
        result.figures.pop(last, None)
        for fit in ((last[0] + 1, last[1]), (last[0], last[1] + 1)):
            result.figures[fit] = result.figures.get(fit, 0.0) + 1.5
        return
    sure = sum(g.listed or g.confidence >= CERTAIN for g in goals)
    if sure <= sum(last) + 1:
        for fit in set(result.ways(last)):
            result.figures[fit] = result.figures.get(fit, 0.0) + 1.0


def _first_list(listed: Listed, most: int) -> Listed:
    """Return the lists at the beginning, as far as the score has room: others are of other matches."""
    kept: list[Goal] = []
    for place in sorted({g.sentence for g in listed.goals}):
        goals = [g for g in listed.goals if g.sentence == place]
        if len(kept) + len(goals) > most:
            break
        kept += goals
    return replace(listed, goals=kept)


def _stand(goal: Goal, told: Told, certain: int) -> None:
    """Note what the rest of the text says of a goal: taken back here or elsewhere, missing in a list."""
    back = {g.sentence for g in told.denied if g.scorer == goal.scorer}
    if back:
        goal.standing.add("denied_here" if goal.sentence in back else "denied_elsewhere")
    if certain:
        goal.standing.add("not_listed")
    if goal.minute is not None and goal.minute_sure > SURE:
        goal.standing.add("timed")
    if goal.ordinal:
        goal.standing.add("scored")
    if goal.kind != "goal":
        goal.standing.add(goal.kind)


def _use_nameless(goals: list[Goal], told: Told, doubtful: float) -> None:
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
