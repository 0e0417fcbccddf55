"""The two teams of a match, and which of them a name in the text means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from knowledge.drafting.records import Mention

SHARED = 2
"""Clubs that share a nickname ("the red-and-whites") from which one that is not known may bear it, too."""


@dataclass(slots=True)
class Pair:
    """The two teams, home first where `votes` tell so; `nations` are those of the text where two of them play."""

    teams: tuple[str, str]
    votes: Counter[str] = field(default_factory=Counter)
    nations: frozenset[str] = frozenset()

    def side(self, mention: Mention) -> int | None:
        """Return 0 or 1 for a mention of one of the teams, None for any other or for a name of both."""
        if mention.kind == "r":
            return 0 if mention.key == "home" else 1
        options = mention.key.removeprefix("v:").split("|")
        sides = [i for i in (0, 1) if self.teams[i] in options]
        if not sides and len(options) > SHARED and mention.text.islower():
            sides = [i for i in (0, 1) if self.teams[i].startswith("x:")]
        return sides[0] if len(sides) == 1 else None

    def turned(self) -> Pair:
        """Return the pair with home and away exchanged."""
        return Pair((self.teams[1], self.teams[0]), self.votes, self.nations)

    def is_stranger(self, team: Mention) -> bool:
        """Whether a team plays in another match; a club beside two nations is only its player's."""
        if "|" in team.key or self.side(team) is not None:
            return False
        return team.key in self.nations if self.nations else True
