"""The players of each side whom the events of a match name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .schema import EventPart, MatchPart

OWN = ("player", "assist", "off", "won_by")
"""Fields of an event that hold men of its own team."""
OTHERS = ("by", "on", "fouled_by", "keeper")
"""Fields that hold men of the other team."""


def named_players(part: MatchPart, events: Sequence[EventPart]) -> Mapping[str, list[str]]:
    """Return the players of each team in the order in which the events name them, its goalkeeper last."""
    found: dict[str, dict[str, None]] = {part.home: {}, part.away: {}}
    for event in events:
        if event.team not in found:
            continue
        other = part.away if event.team == part.home else part.home
        for fields, team in ((OWN, event.team), (OTHERS, other)):
            found[team] |= dict.fromkeys(p for f in fields if (p := getattr(event, f, None)))
    for team, keeper in part.goalkeepers.items():
        found.setdefault(team, {})[keeper] = None
    return {team: list(players) for team, players in found.items()}
