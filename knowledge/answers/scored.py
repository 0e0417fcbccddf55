"""Yes or no to whether one player scored in a match: in a half, at a minute, from the spot, more than once."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.queries import Base
from ..models import Entry
from ..understanding.index import DRAFTED
from .claims import Claim, Verdict
from .match_rows import field_of, told_of, whole_of

SCORED = frozenset({"score_goal", "goal", "score_result", "brace", "hat_trick"})
"""Concepts that say that somebody scored; "score at" is one's first reading of "did he score at Bergamo?"."""
HALVES = {"first_half": "match.first_half_goals", "second_half": "match.second_half_goals"}
"""Concepts of a half, and the field that tells who scored in it."""
TIMES = {"brace": 2, "hat_trick": 3}
"""Concepts of a number of goals, and that number."""
MANY = 99
"""Goals that nobody can say a player did not score."""
BESIDE = frozenset({"arrive", "en:among", "minute", "t_take", "penalty"})
"""Concepts that a claim about a goal may hold besides: "his goal came", "was he among the scorers?"."""


class Scored:
    """Compares a claim about one player with who scored."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._coaches = frozenset().union(*(match.coaches for match in base.matches.values()))

    def of(self, claim: Claim) -> Verdict | None:
        """Return whether one player scored, in a half, at a minute, from the spot or more than once.

        None where a claim holds anything else, or where it is not told.
        """
        said, match = claim.content, claim.match.id
        figures = {f for f in said if f[0] == "#"}
        minutes = set(claim.query.scope.minutes)
        if len(claim.people) != 1 or not said & SCORED or claim.people <= self._coaches:
            return None
        side = claim.query.subject
        if said - SCORED - BESIDE - HALVES.keys() - figures or figures - {f"#{m}" for m in minutes}:
            return None
        whole = field_of(self._base, match, "match.scorers")  # only where every goal is told
        person = next(iter(claim.people))
        goals = [e for e in self._goals(match, whole) if person in e.values]
        if whole is None and not goals:
            return None
        if goals and side and not any(goal.team in side for goal in goals):
            return None  # "did Lautaro score Atalanta's goal?"
        held = [e for e in goals if self._holds(e, said, minutes, person)]
        if goals and any(not e.numbers for e in goals) and minutes:
            return None  # whose minute no article tells
        if "penalty" in said and not held:
            return shown(self._base, "no", match, "penalty.what") or shown(
                self._base, "no", match, "match.scorers"
            )
        times = max((n for concept, n in TIMES.items() if concept in said), default=1)
        if len(held) >= times:  # "Lautaro's goal in 2023?" wants to hear of it
            return None if said == {"goal"} else Verdict("yes", whole_of(self._base, held[0]))
        if whole is None:
            return None
        return Verdict(
            "no", whole_of(self._base, goals[0]) if goals else self.instead(match, person) or whole
        )

    def most(self, match: str, club: str | None) -> int:
        """Return how many goals the best scorer of a match, or of one side of it, got; a lot where not all are told."""
        whole = field_of(self._base, match, "match.scorers", club)
        if whole is None:
            return MANY
        goals = [player for goal in self._goals(match, whole) for player in goal.values]
        return max((goals.count(player) for player in whole.values), default=0)

    def of_side(self, claim: Claim) -> Verdict | None:
        """Return whether one side scored, at all or in a half, conceded or kept a clean sheet; None for all else."""
        said, match = claim.content, claim.match
        if not claim.club or not claim.only_coaches or match.score is None:
            return None
        own, against = match.goals_of(claim.club)
        if said & HALVES.keys() and said - HALVES.keys() <= {"score_goal", "goal"}:
            return self._in_half(claim)
        if said and said <= {"score_goal", "goal", "score_result"}:
            instead = None if own else self.instead(match.id, claim.club, ("disallowed_goal",))
            if instead:
                return Verdict("no", instead)
            return shown(self._base, "yes" if own else "no", match.id, "match.scorers", claim.club)
        if said == {"concede"}:
            return shown(self._base, "yes" if against else "no", match.id, "match.score")
        if "clean_sheet" in said and said <= {"clean_sheet", "en:sheet"}:
            return shown(self._base, "no" if against else "yes", match.id, "match.score")
        return None

    def _in_half(self, claim: Claim) -> Verdict | None:
        """Decide whether one side scored in a half, where the scorers of all goals and those of the half are told."""
        halves = [half for half in HALVES if half in claim.content]
        whole = field_of(self._base, claim.match.id, "match.scorers")
        told = field_of(self._base, claim.match.id, HALVES[halves[0]])
        if len(halves) != 1 or "score_goal" not in claim.content or not claim.query.subject:
            return None
        if whole is None or told is None or self._base.entries.of_match(claim.match.id, "own_goal.player"):
            return None
        goals = [e for e in self._goals(claim.match.id, whole) if e.team == claim.club]
        held = [e for e in goals if e.values & told.values]
        if held:
            return Verdict("yes", whole_of(self._base, held[0]) if len(held) == 1 else told)
        ruled_out = [
            e
            for e in self._base.rows.events_of(claim.match.id)
            if e.kind == "disallowed_goal" and e.team == claim.club and e.period == halves[0]
        ]
        return Verdict("no", next(iter(told_of(self._base, claim.match.id, ruled_out)), told))

    def instead(
        self, match: str, whose: str, kinds: Sequence[str] = ("disallowed_goal", "miss")
    ) -> Entry | None:
        """Return what a player or a side that did not score did: a goal disallowed, a chance missed."""
        rows = (e for kind in kinds for e in self._base.entries.of_match(match, f"{kind}.player"))
        return next((whole_of(self._base, e) for e in rows if whose in e.values or whose == e.team), None)

    def _holds(self, goal: Entry, said: frozenset[str], minutes: set[int], person: str) -> bool:
        """Whether a goal was scored as a question says: at its minute, in its half, from the spot."""
        if minutes and not minutes <= goal.numbers:
            return False
        if "penalty" in said and not goal.intent.startswith("penalty."):
            return False
        halves = [field_of(self._base, goal.match or "", HALVES[half]) for half in HALVES if half in said]
        return all(half is not None and person in half.values for half in halves)

    def _goals(self, match: str, whole: Entry | None) -> list[Entry]:
        """Return the rows on who scored each goal of a match; `whole` is the one on all of them, where there is one."""
        kinds = ("goal.player", "penalty.player")
        goals = [e for kind in kinds for e in self._base.entries.of_match(match, kind)]
        if whole is None:  # a draft tells penalties that went in only
            return [e for e in goals if DRAFTED in e.tokens]
        return [e for e in goals if e.values <= whole.values]


def shown(base: Base, lead: str, match: str, intent: str, team: str | None = None) -> Verdict | None:
    """Return a verdict with the field of a match that shows it, None where the field is not told."""
    entry = field_of(base, match, intent, team)
    return Verdict(lead, entry) if entry else None
