"""What towns, grounds and datelines say on who was at home."""

from __future__ import annotations

import re
from collections import Counter

from knowledge.drafting.gazetteer import PLACE, Gazetteer
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Mention

_DATELINE = re.compile(
    r"([A-ZÀ-Þ][\w'’]+(?: [A-ZÀ-Þ][\w'’]+){0,2})(?:,? \d{1,2} [A-Za-z]{3,9}\.?)?(?: \([^)\d]{2,14}\))?"
    r" ?[-–—]{1,2} (?=[A-ZÀ-Þ“\"'‘])"
)
NEWSROOMS = {"roma", "milano", "london", "madrid", "paris", "berlin", "rome", "milan"}
"""Towns that agencies and newspapers write from, whatever match they write about."""


def dateline_vote(votes: Counter[str], pair: Pair, rows: list[Masked], gazetteer: Gazetteer) -> None:
    """Let the town that a report is written from speak for the one club of the two that plays there."""
    for row in rows[:4]:
        match = _DATELINE.match(row.sentence.text)
        if match is None or fold(match.group(1)) in NEWSROOMS:
            continue
        end = row.sentence.start + match.end()
        if any(m.kind == "t" and abs(m.start - end) < 3 for m in row.marks) and len(row.sentence.text) < 90:
            continue
        written_from(votes, pair, fold(match.group(1)), gazetteer)
        return


def written_from(votes: Counter[str], pair: Pair, town: str, gazetteer: Gazetteer) -> None:
    """Let a report's town speak for the one team of the two that is of it, or for the nation it lies in."""
    own = [t for t in pair.teams if _plays_in(t, town, gazetteer)]
    place = gazetteer.entries.get(PLACE + town)
    own = own or [t for t in pair.teams if place and place.home == t]
    if len(own) == 1:
        votes[own[0]] += 1.5  # type: ignore[assignment]


def _plays_in(team: str, town: str, gazetteer: Gazetteer) -> bool:
    """Whether a team is of a town: by the gazetteer, or since it bears its name."""
    entry = gazetteer.entries.get(team)
    home = bool(entry and entry.home and fold(entry.home) == town)
    return home or team in gazetteer.towns.get(town, ()) or team in (town, f"x:{town}")


def nation_vote(votes: Counter[str], pair: Pair, place: str, gazetteer: Gazetteer, early: float) -> None:
    """Let a town speak for the nation that plays at home there, or for the clubs of that name."""
    entry = gazetteer.entries.get(place)
    if entry and entry.home in pair.teams:
        votes[entry.home] += 1.5 * early  # type: ignore[assignment]


def town_vote(votes: Counter[str], pair: Pair, town: str, gazetteer: Gazetteer, early: float) -> None:
    """Let a town speak for the club that plays there."""
    for team in pair.teams:
        entry = gazetteer.entries.get(team)
        own = entry and entry.home and fold(entry.home) == town
        if own or team in gazetteer.towns.get(town, ()):
            votes[team] += 1.5 * early  # type: ignore[assignment]


def venue_vote(votes: Counter[str], pair: Pair, venue: Mention, gazetteer: Gazetteer, early: float) -> None:
    """Let a ground speak for the club that plays there, or for the nation or club of its town."""
    owners = [club for key in venue.key.split("|") for club in gazetteer.grounds.get(key, ())]
    hosts = [t for t in pair.teams if t in owners]
    if len(hosts) == 1:
        votes[hosts[0]] += 3 * early  # type: ignore[assignment]
    elif len(lands := {land for club in owners if (land := gazetteer.nations.get(club)) in pair.teams}) == 1:
        votes[lands.pop()] += 1.5 * early  # type: ignore[assignment]
    elif not owners:
        side = pair.side(venue)
        nation = gazetteer.nations.get(venue.key.split("|")[0])
        if side is None and not venue.key.startswith("v:"):
            town_vote(votes, pair, fold(venue.text), gazetteer, early)
        if side is None and nation in pair.teams:
            side = pair.teams.index(nation)
        if side is not None:
            votes[pair.teams[side]] += 1.5 * early  # type: ignore[assignment]
