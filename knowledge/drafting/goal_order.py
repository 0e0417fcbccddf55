"""What a goal was to its match: the score after it, and whether it opened, levelled or decided the score."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from knowledge.drafting.records import Goal, MatchDraft
from knowledge.drafting.subjects import doer_rules
from knowledge.drafting.vocabulary import Rule, load

OPENER, EQUALISER, WINNER, SECOND = "opener", "equaliser", "winner", "second"
"""What a goal may be, as in goal_roles.toml: the first of all, one that levels, the decisive one, a side's second."""
LEAD_IN = 1
"""Sentences at the head of a report, which tell its end before its beginning."""


@cache
def role_texts() -> dict[str, Any]:
    """Return the words of each part that a goal may have: how it is told, how it is asked for."""
    return load("goal_roles.toml")


@cache
def _rules(language: str) -> dict[str, Rule]:
    return {role: re.compile(pattern) for role, pattern in role_texts()[language].items()}


_FOLLOWED = re.compile(r"\b(?:followed by|seguit[ao] da)\b")
"""What parts the words of one goal from those of the next: "the equaliser followed by a header"."""


def _words(goal: Goal) -> str:
    return _FOLLOWED.split(goal.words.lower().replace("'", "’"))[-1]


def _said(goal: Goal, language: str, rule: str) -> bool:
    return doer_rules(language)[rule].search(_words(goal)) is not None


def scores_after(match: MatchDraft, language: str) -> list[tuple[int, int]] | None:
    """Return the score after each goal, home goals first; None where not every goal is told, or not surely in order.

    A goal without a minute keeps its place only where the story does: told behind the lead, or by words that fit.
    """
    sides = [g.team for g in match.goals]
    if match.score is None or (sides.count(0), sides.count(1)) != match.score:
        return None
    minutes = [g.minute for g in match.goals if g.minute is not None]
    if minutes != sorted(minutes):
        return None
    stood, found = [0, 0], []
    for goal in match.goals:
        side = goal.team or 0
        lead = stood[side] - stood[1 - side]
        stood[side] += 1
        after = (stood[0], stood[1])
        if goal.ordinal and not goal.listed and sorted(goal.ordinal) != sorted(after):
            return None
        fits = _fits(goal, lead, language)
        if fits < 0 or (fits == 0 and goal.minute is None and not goal.listed and goal.sentence <= LEAD_IN):
            return None
        found.append(after)
    return found


def contradicted(match: MatchDraft, language: str) -> set[int]:
    """Return the places of goals whose words deny the score that their minutes give: "doubled" for the first of all."""
    sides = [g.team for g in match.goals]
    if match.score is None or (sides.count(0), sides.count(1)) != match.score:
        return set()
    stood, found = [0, 0], set()
    for at, goal in enumerate(match.goals):
        side = goal.team or 0
        if goal.minute and not goal.listed and _fits(goal, stood[side] - stood[1 - side], language) < 0:
            found.add(at)
        stood[side] += 1
    return found


def _fits(goal: Goal, lead: int, language: str) -> int:
    """Return whether the words of a goal fit the lead that its side had before it: 1, -1, or 0 where none tells."""
    told = {
        "level": lead == -1,
        "trail": lead < 0,
        "lead_more": lead > 0,
        "lead_take": lead == 0,
    }
    heard = [fits for rule, fits in told.items() if _said(goal, language, rule)]
    return 0 if not heard else 1 if any(heard) else -1


def roles(match: MatchDraft, goal: Goal, language: str) -> list[str]:
    """Return what the words of a goal say that it was, where the other goals do not deny it."""
    if goal.kind == "own_goal" or goal.team is None or match.score is None:
        return []
    own = [g for g in match.goals if g.team == goal.team]
    before = [g for g in match.goals if g.minute and goal.minute and g.minute < goal.minute]
    first = not before and not any(_says(g, language, OPENER) for g in match.goals if g is not goal)
    found = []
    if first and _says(goal, language, OPENER):
        found.append(OPENER)
    elif (
        _says(goal, language, EQUALISER)
        and match.score[1 - goal.team]
        and goal is not _opener(match, language)
    ):
        found.append(EQUALISER)
    won = match.score[goal.team] > match.score[1 - goal.team]
    if won and _says(goal, language, WINNER) and sum(_says(g, language, WINNER) for g in own) == 1:
        found.append(WINNER)
    if _says(goal, language, SECOND) and sum(_says(g, language, SECOND) for g in own) == 1:
        found.append(SECOND)
    return found


def _opener(match: MatchDraft, language: str) -> Goal | None:
    return next((g for g in match.goals if _says(g, language, OPENER)), None)


def _says(goal: Goal, language: str, role: str) -> bool:
    return _rules(language)[role].search(_words(goal)) is not None
