"""What a question tells of its match while it asks for something else: how it ended, which round it was."""

from __future__ import annotations

from collections.abc import Collection

STAGES = frozenset({"final", "group_stage", "quarter_final", "round_of_16", "semi_final"})
"""Concepts of the rounds of a cup, of which a match says its own."""
SETTING = frozenset({"attendance", "date", "population", "referee", "stadium", "weather"})
"""Concepts of what belongs to a match whoever won it."""
POST = frozenset({"coach"})
"""Who sat on the bench, whoever won."""
CUP = frozenset({"cup"})
"""The sort of competition, where both sides tell which match it was."""
ENDED = frozenset({"beat", "draw", "knock_out", "lose", "qualify", "win"})
"""Concepts of how it ended."""
SCORING = frozenset({"score_goal", "goal"})


def circumstances(features: Collection[str], *, fixture: bool, cup: bool) -> frozenset[str]:
    """Return the features of a question that only tell its match: "how many saw Inter lose to Milan?".

    `fixture` is whether it names both sides, `cup` whether it names a competition, whose round then tells the match.
    """
    beside = (
        ENDED.intersection(features) if fixture and not (SETTING | POST).isdisjoint(features) else frozenset()
    )
    if fixture and not (SETTING | POST | SCORING).isdisjoint(features):
        beside |= (CUP | STAGES).intersection(features)
    if cup and not (SETTING | SCORING).isdisjoint(features):
        beside |= STAGES.intersection(features)
    return beside
