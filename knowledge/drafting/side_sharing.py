"""The side of people whom a text ties to none, by what they have to do with those whose side is known."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.drafting.records import MatchDraft

ROUNDS = 3
"""Times that what is known is handed on: a substitute's side from whom he came on for, who was fouled by ..."""
KINDS = frozenset({"card", "substitution", "injury", "miss", "save", "disallowed_goal"})
"""Kinds of events whose team is their player's."""


def share_sides(match: MatchDraft, known: dict[str, int]) -> dict[str, int]:
    """Give events without a team that of their player; return the side (0 home, 1 away) of each person known.

    Who comes on for somebody, is sent on by a coach, sets up his goal or wins his penalty plays with him;
    who fouls him or saves from him does not. Somebody whom this would put on both sides has none.
    """
    known = {**known, **{keeper: side for side, keeper in match.keepers.items()}}
    known |= {coach: side for side, coach in match.coaches.items()}
    for _ in range(ROUNDS):
        told: dict[str, set[int]] = {}
        for one, other, together in _ties(match):
            for a, b in ((one, other), (other, one)):
                if a in known and b not in known:
                    told.setdefault(b, set()).add(known[a] if together else 1 - known[a])
        known |= {person: sides.pop() for person, sides in told.items() if len(sides) == 1}
    for event in match.events:
        if event.team is None and event.kind in KINDS:
            event.team = known.get(event.player)
    return known


def _ties(match: MatchDraft) -> Iterator[tuple[str, str, bool]]:
    """Yield two people each time, and whether they play together."""
    for goal in match.goals:
        if goal.kind == "own_goal":
            continue
        for other, together in (
            (goal.assist, True),
            (goal.foul.get("won_by"), True),
            (goal.foul.get("fouled_by"), False),
        ):
            if other:
                yield goal.scorer, other, together
    for event in match.events:
        if event.kind == "substitution" and (off := event.detail.get("off")):
            yield event.player, off, True
        if sender := event.detail.get("sent_by"):
            yield event.player, sender, True
