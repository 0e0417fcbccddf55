"""How a match is named: its label, the question that its summary answers, and what templates can say of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge.answers.grammar import say
from knowledge.answers.wording import templates, word
from knowledge.models import Name

from .schema import MatchPart


def match_label(part: MatchPart, names: Mapping[str, Name], language: str) -> str:
    """Return "Atalanta 0-1 Inter, 28 December 2025", or without the score where it is not known."""
    return _labelled(part, names, language, "match" if part.score else "match_short")


def match_question(part: MatchPart, names: Mapping[str, Name], language: str) -> str:
    """Return the question that the summary answers: "Tell me about Atalanta v Inter, 28 December 2025"."""
    return _labelled(part, names, language, "question")


def _labelled(part: MatchPart, names: Mapping[str, Name], language: str, key: str) -> str:
    slots = match_slots(part, names, language)
    if part.stage:
        stages = templates(language).get("stage", {})
        slots["stage"] = stages.get(part.stage, part.stage)
    slots["when"] = (slots["date"] and say(slots["date"], "", language)) or (
        str(part.year) if part.year else None
    )
    return word(language, "label", key, slots) or part.id


def match_slots(part: MatchPart, names: Mapping[str, Name], language: str) -> dict[str, Any]:
    """Return what templates can say of a match: its sides, score, day, ground."""
    slots: dict[str, Any] = {
        "home": names.get(part.home),
        "away": names.get(part.away),
        "competition": names.get(part.competition or ""),
        "season": part.season,
        "date": part.date,
        "venue": names.get(part.venue or ""),
        "year": part.year or (part.date.year if part.date else None),
    }
    venue = names.get(part.venue or "")
    town = names.get(venue.town or "") if venue else None
    slots["town"] = say(town, "", language) if town else None
    if part.score:
        slots |= {"home_goals": str(part.score[0]), "away_goals": str(part.score[1])}
        slots |= {"winner_goals": str(max(part.score)), "loser_goals": str(min(part.score))}
    if part.half_time:
        slots |= {"home_half": str(part.half_time[0]), "away_half": str(part.half_time[1])}
    winner = winner_of(part)
    if winner:
        slots |= {
            "winner": names.get(winner),
            "loser": names.get(part.away if winner == part.home else part.home),
        }
    return slots


def winner_of(part: MatchPart) -> str | None:
    """Return the winner's id: from the score, else as stored."""
    if part.score and part.score[0] != part.score[1]:
        return part.home if part.score[0] > part.score[1] else part.away
    return part.winner
