"""What tests ask of a report: its first match as it is read, and as a draft prints it."""

from __future__ import annotations

import json
from typing import Any

from knowledge.drafting import draft
from knowledge.drafting.article import read

HEAD = "Burnley beat Reading 2-1 at Turf Moor.\n\n"
"""The head of a report of ours."""


def teams_and_score(text: str) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """Return the ids of the two teams, home first, and the score."""
    match = read(text).matches[0]
    return tuple(match.teams), match.score


def goals_read(text: str) -> list[tuple[str, int | None]]:
    """Return the scorers in the order of the text, as they are written, with their minutes of play."""
    return [(goal.scorer, goal.minute) for goal in read(text).matches[0].goals]


def printed_match(text: str) -> dict[str, Any]:
    """Return the match as `draft --json` prints it."""
    made: dict[str, Any] = json.loads(draft(text).to_json())["matches"][0]
    return made


def printed_goals(text: str) -> list[tuple[str, int | None]]:
    """Return the surnames of the scorers that a draft prints, with their minutes."""
    return [(goal["scorer"].split()[-1], goal["minute"]) for goal in printed_match(text)["goals"]]
