"""From everything told of goals to the list that adds up to the final score."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge.drafting.confidence import together
from knowledge.drafting.goal_scene import Told
from knowledge.drafting.lineups import Listed
from knowledge.drafting.merging import merge
from knowledge.drafting.nameless_goals import hand_on, minute_left, time_the_named, use_nameless
from knowledge.drafting.outcome import Outcome, weigh
from knowledge.drafting.records import SHOUT_SIGN, Goal
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
LEAST_TIMED = {"en": 0.2, "it": 0.06}
"""The same for one with a minute of its own, which may still fill the score that is told."""


def settle(
    told: Told, listed: Listed, result: Result, sides: dict[str, Counter[int]], vocab: Vocabulary
) -> Outcome:
    """Return the final score and the goals that best make it up, each with its side where that can be told."""
    certain = len(listed.goals)
    most = max((sum(f) for f, weight in result.figures.items() if weight > FIRM), default=99)
    if certain > most:
        tellings = {g.scorer for g in told.goals if g.confidence > SURE}
        likely = _likely_lists(listed, most, tellings)
        all_told = len(likely.goals) == most and all(g.scorer in tellings for g in likely.goals)
        listed = likely if certain > most + 1 or all_told else listed
        certain = len(listed.goals)
    if vocab.language == "en":
        _hint_once(told.goals)
    hand_on(told)
    goals = merge(told, listed)
    use_nameless(goals, told, MAYBE[vocab.language])
    for goal in goals:
        if not goal.listed:
            _stand(goal, told, certain)
            if not goal.standing & {ALONE_SIGN, SHOUT_SIGN}:
                goal.confidence = (
                    MAYBE[vocab.language] if "maybe" in goal.standing else together(goal, vocab.language)
                )
            weigh_words(goal, told, vocab.language)
    if vocab.language == "it":
        _made_on_the_way(result, goals)
    _trust_last(result, goals)
    whole = any(sum(f) == certain and weight > FIRM for f, weight in result.figures.items())
    goals = [
        g for g in goals if g.listed or (_may_count(g, goals, vocab.language) and not (certain and whole))
    ]
    use_groups(goals, max(result.figures, key=lambda f: result.figures[f]) if result.figures else None)
    judge = Judge(sides, vocab, told.leanings, told.ties, told.comeback)
    outcome = max((weigh(o, result, judge) for o in orders(goals)), key=lambda o: o.worth)
    if outcome.score is None and result.level and not goals and not told.nameless:
        outcome = Outcome((0, 0), [], told=False)
    time_the_named(outcome.goals, told)
    if outcome.score is not None and len(outcome.goals) == sum(outcome.score):
        minute_left(outcome.goals, told)
        _own_goals_left(outcome.goals, sides)
    return outcome


def _hint_once(goals: list[Goal]) -> None:
    """Let a sentence that tells a goal in several words say only once whom it speaks of."""
    hinted: set[tuple[str, int]] = set()
    for goal in goals:
        if (goal.scorer, goal.sentence) in hinted:
            goal.hints = []
        elif goal.hints:
            hinted.add((goal.scorer, goal.sentence))


def _may_count(goal: Goal, goals: list[Goal], language: str) -> bool:
    """Whether a goal is told surely enough to be weighed: a doubtful one only alone at its minute, and not denied."""
    if goal.confidence >= LEAST or goal.minute is None:
        return goal.confidence >= LEAST
    doubted = "denied_here" in goal.standing
    surer = any(
        g.minute is not None and abs(g.minute - goal.minute) <= 1 and g.confidence > goal.confidence
        for g in goals
    )
    return goal.confidence >= LEAST_TIMED[language] and not doubted and not surer


def _own_goals_left(goals: list[Goal], sides: dict[str, Counter[int]]) -> None:
    """Give own goals left open their side by whose player it was."""
    for goal in goals:
        votes = sides.get(goal.scorer)
        if goal.team is None and goal.kind == "own_goal" and votes and len(votes) == 1:
            goal.team = 1 - next(iter(votes))


LATER = 0.45
"""Confidence from which a goal told further on shows that a score was not the last."""
LEFT = 0.15
"""What is left of the weight of such a score."""


def _made_on_the_way(result: Result, goals: list[Goal]) -> None:
    """Let a score that a goal made be one on the way where the text tells more goals behind it."""
    for told in result.told:
        at, made = told.row.sentence.index, (told.first, told.second)
        by_goal = any(g.ordinal in (made, made[::-1]) and g.sentence == at and not g.listed for g in goals)
        more = any(g.sentence > at and g.confidence >= LATER and not g.listed for g in goals)
        if told.role == "unknown" and at >= LEAD and by_goal and more:
            for fit in {made, made[::-1]} & result.figures.keys():
                result.figures[fit] *= LEFT
            result.running.append(made)


LEAD = 3
"""Sentences at the top, which tell how the match ended."""
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
    if _goes_on(last, goals):
        for fit in {last, last[::-1]} & result.figures.keys():
            result.figures[fit] *= LEFT
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


def _goes_on(last: tuple[int, int], goals: list[Goal]) -> bool:
    """Whether a goal is surely told for a later minute than the one that made a score."""
    made = [g.minute for g in goals if g.ordinal in (last, last[::-1]) and g.minute and g.minute_sure > SURE]
    return bool(made) and any(
        g.minute and g.minute > max(made) and g.confidence >= CERTAIN and g.minute_sure > SURE for g in goals
    )


def _likely_lists(listed: Listed, most: int, tellings: set[str]) -> Listed:
    """Return the lists that a score has room for: those whose scorers the story tells, then the first ones.

    The others are of other matches, or of cards.
    """
    lines = {g.sentence: [o for o in listed.goals if o.sentence == g.sentence] for g in listed.goals}
    kept: list[Goal] = []
    for place in sorted(lines, key=lambda p: (not all(g.scorer in tellings for g in lines[p]), p)):
        if len(kept) + len(lines[place]) > most:
            break
        kept += lines[place]
    return replace(listed, goals=sorted(kept, key=lambda g: (g.sentence, g.place)))


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
