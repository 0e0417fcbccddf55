"""A draft as the JSON that `python -m knowledge draft --json` prints."""

from __future__ import annotations

import json
from typing import Any

from knowledge.drafting.article import Reading
from knowledge.drafting.records import MatchDraft


def to_json(reading: Reading) -> str:
    """Return the draft as one JSON object: language, matches (the reported one first), facts."""
    data = {
        "language": reading.language,
        "matches": [match_data(m, reading) for m in reading.matches],
        "facts": facts_data(reading),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def name_of(key: str | None, reading: Reading) -> str | None:
    """Return how the text writes a name in full, or None."""
    if not key:
        return None
    entity = reading.cast.entities.get(key)
    return entity.name if entity else key.split(":")[-1].title()


def match_data(match: MatchDraft, reading: Reading) -> dict[str, Any]:
    """Return one match as plain data."""
    names = [name_of(t, reading) for t in match.teams]

    def team(side: int | None) -> str | None:
        return None if side is None else names[side]

    return {
        "home": names[0],
        "away": names[1],
        "teams": names,
        "score": list(match.score) if match.score else None,
        "half_time": list(match.half_time) if match.half_time else None,
        "competition": name_of(match.competition, reading),
        "date": match.date,
        "venue": name_of(match.venue, reading),
        "coaches": {names[side]: name_of(key, reading) for side, key in sorted(match.coaches.items())},
        "goals": [
            {
                "scorer": name_of(g.scorer, reading),
                "minute": g.minute,
                "team": team(g.team),
                "kind": g.kind,
                **({"added": g.added} if g.added else {}),
                "confidence": round(g.confidence, 2),
            }
            for g in match.goals
        ],
        "assists": [
            {"by": name_of(g.assist, reading), "for": name_of(g.scorer, reading)}
            for g in match.goals
            if g.assist
        ],
        "red_cards": [
            name_of(e.player, reading)
            for e in match.events
            if e.kind == "card" and e.detail.get("colour") == "red"
        ],
    }


def facts_data(reading: Reading) -> list[dict[str, Any]]:
    """Return the remaining events as facts with their sentence."""
    return [
        {
            "kind": e.kind,
            "who": name_of(e.player, reading),
            "minute": e.minute,
            "evidence": e.evidence,
            "confidence": round(e.confidence, 2),
        }
        for m in reading.matches
        for e in m.events
    ]
