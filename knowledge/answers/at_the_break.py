"""Yes or no to how a match stood at half-time: "was it still goalless?", "were Inter ahead at the break?"."""

from __future__ import annotations

from ..base.queries import Base
from .claims import Claim, Verdict
from .match_rows import field_of

BREAK = "half_time"
AHEAD = frozenset({"t_ahead", "t_lead", "en:lead", "win", "opening_goal", "it:avant", "it:sopr", "en:up"})
BEHIND = frozenset({"lose", "t_behind", "it:sott", "it:indietr", "en:down"})
LEVEL = frozenset({"draw", "equaliser", "t_equal"})
GOALLESS = frozenset({"t_goalless", "#0"})
"""Concepts and words of a score that is running."""
SCORED = frozenset({"opening_goal", "second_goal", "third_goal"})
"""Concepts that a score as words may hold besides: "2-0 up"."""
BESIDE = frozenset({"t_end", "t_halt", "score_result", "en:still", "t_still", "half_time"})
"""Concepts and words that a question may hold besides."""


def at_the_break(base: Base, claim: Claim) -> Verdict | None:
    """Return whether a claim about the score at half-time holds, None where it says more or the score is not told."""
    entry = field_of(base, claim.match.id, "match.half_time")
    if entry is None or BREAK not in claim.content or claim.people:
        return None
    said = claim.content - BESIDE - (SCORED if claim.query.scope.scores else set())
    home, away = (int(goals) for goals in next(iter(entry.values)).split("-"))
    claimed = claim.query.scope.scores
    held = len(claimed) < 2 and (not claimed or sorted(claimed[0]) == sorted((home, away)))
    if said & (AHEAD | BEHIND):
        if (said - AHEAD and said - BEHIND) or not claim.club or not claim.query.subject:
            return None
        own, against = (home, away) if claim.club == claim.match.home else (away, home)
        held = held and (own > against if said <= AHEAD else own < against)
    elif said:
        if said - LEVEL - GOALLESS:
            return None
        held = held and home == away and (home == 0 or said <= LEVEL)
    elif not claimed:
        return None
    return Verdict("yes" if held else "no", entry)
