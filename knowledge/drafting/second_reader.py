"""A second reading of goals: what the rules found is weighed by the words round its scorer, and more is found."""

from __future__ import annotations

from knowledge.drafting.cues import Cue, is_past
from knowledge.drafting.goal_making import make_goal
from knowledge.drafting.goal_scene import Scene, Told
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Goal
from knowledge.drafting.ruled_out import had_another_part
from knowledge.drafting.wordings import logit, odds, signs_round, sure

RULES, WORDS = 1.0, 0.4
"""How much the rules and the words round a scorer count together for a goal that the rules found."""
ALONE = {"en": 0.3, "it": 1.5}
"""Odds (their logarithm) from which the words alone tell a goal: in Italian the rules know more of them."""
DENIED = {"en": 1.5, "it": 4.0}
"""Odds from which they tell one that the rules hold denied."""
TRUST = (0.7, 0.2)
"""How sure such a goal is by its odds: their share and what is added."""
EVEN = 0.4
"""What is added to the odds of a person so that they are even for a likely goal: most mentions tell none."""
MOST, LEAST = 3.0, -1.5
"""The most that the words round a scorer say for a goal and against it."""


def read_again(row: Masked, cues: list[Cue], scene: Scene) -> None:
    """Note how far the words round each name of a sentence speak for a goal, and add goals that the rules miss."""
    told, index = scene.told, row.sentence.index
    denied = {g.scorer for g in told.denied if g.sentence == index}
    alone, denying = ALONE[scene.vocab.language], DENIED[scene.vocab.language]
    own = bool(scene.unlucky & {person.key for _, _, person in row.of("p")})
    for start, end, person in row.of("p"):
        worth = odds(signs_round(row, start, end, person.key, cues, scene.vocab), scene.vocab.language)
        if worth is None:
            return
        scorer = person.key
        told.odds[scorer] = max(worth, told.odds.get(scorer, worth))
        never = scorer in scene.officials | scene.leaders | scene.coaches
        known = any(g.sentence == index and g.scorer == scorer for g in told.goals)
        never = never or had_another_part(row, start, end, scene.vocab)
        if not known and not never and not own and worth >= (denying if scorer in denied else alone):
            _add(row, cues, scorer, worth, (start, end), scene)


def _add(row: Masked, cues: list[Cue], scorer: str, worth: float, at: tuple[int, int], scene: Scene) -> None:
    """Add a goal that the words round a name tell, with the minute of the goal's words nearest to it."""
    near = min(cues, key=lambda c: min(abs(c.start - at[1]), abs(at[0] - c.end)), default=None)
    cue = near or Cue(at[0], at[1], "noun", 0.5)
    if is_past(row.text, cue, scene.vocab):
        return
    minute = scene.clock.at(row, cue.start, cue.end)
    goal = make_goal(scorer, minute, None, sure(TRUST[0] * worth + TRUST[1]), row, cue, scene.vocab)
    goal.place = row.sentence.start + at[0]
    goal.standing.add(ALONE_SIGN)
    scene.told.goals.append(goal)


ALONE_SIGN = "words_alone"
"""Stands with a goal that only the words round a name tell."""


def weigh_words(goal: Goal, told: Told) -> None:
    """Let the words round a scorer raise or lower how sure his goal is."""
    worth = told.odds.get(goal.scorer)
    if worth is None or goal.kind == "own_goal" or ALONE_SIGN in goal.standing or "recent" in goal.signs:
        return
    goal.confidence = sure(RULES * logit(goal.confidence) + WORDS * max(LEAST, min(MOST, worth + EVEN)))
