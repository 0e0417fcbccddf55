"""From a raw confidence to the share of goals of that confidence that were right in labelled reports."""

from __future__ import annotations

from functools import cache
from typing import Any

from knowledge.drafting.records import Goal
from knowledge.drafting.vocabulary import load


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = load("confidence.toml")["goals"]
    return found


def calibrated(goal: Goal) -> float:
    """Return the chance (0 to 1) that a goal is in the report, by the table in confidence.toml."""
    if goal.listed:
        return float(_table()["listed"])
    fitting = [band["right"] for band in _table()["bands"] if goal.confidence >= band["from"]]
    return float(fitting[-1])
