"""How sure a goal is by all its tellings, and the share of goals so sure that were right in labelled reports."""

from __future__ import annotations

from functools import cache
from typing import Any

from knowledge.drafting.records import Goal
from knowledge.drafting.vocabulary import load
from knowledge.logistic import logit, sure

MARGIN = 0.01
"""How near to none and certain one telling may come."""


@cache
def _all() -> dict[str, Any]:
    return load("confidence.toml")


def calibrated(goal: Goal) -> float:
    """Return the chance (0 to 1) that a goal is in the report, by the table in confidence.toml."""
    if goal.listed:
        return float(_all()["goals"]["listed"])
    fitting = [band["right"] for band in _all()["goals"]["bands"] if goal.confidence >= band["from"]]
    return float(fitting[-1])


def standing_of(goal: Goal) -> dict[str, float]:
    """Return what speaks for a goal told in running text, each with its size: 1 for what is so or not."""
    odds = sorted((logit(t, MARGIN) for t in goal.tellings or [goal.confidence]), reverse=True)
    found = {"base": 1.0, "best": odds[0], "others": sum(max(-1.0, min(2.0, o)) for o in odds[1:4])}
    return found | dict.fromkeys(goal.standing, 1.0)


def together(goal: Goal, language: str) -> float:
    """Return how sure a goal is, 0 to 1, by its tellings and its standing in the whole text."""
    weights: dict[str, float] = _all()[f"together_{language}"]
    total = sum(weights.get(name, 0.0) * size for name, size in standing_of(goal).items())
    return sure(total)
