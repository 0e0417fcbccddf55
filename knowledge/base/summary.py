"""A match in two or three short sentences, from what is stored of it: result, goals, missed chances."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from knowledge.answers.grammar import say
from knowledge.answers.wording import join, word
from knowledge.models import Name

from .schema import EventPart, FactPart, MatchPart
from .score_checks import counts_as_goal, side_of_goal

LONGEST = 300
"""Characters: what a phone shows of a message without scrolling, next to a picture."""
MOST_CHANCES = 3
STORIES = ("course", "judgement", "run")
"""Topics whose sentences tell how a match went, where neither goals nor chances do."""


class Summary:
    """Writes the summary of one match from its row, its events and the facts about it."""

    def __init__(
        self, part: MatchPart, events: Sequence[EventPart], facts: Sequence[FactPart],
        names: Mapping[str, Name],
    ) -> None:  # fmt: skip
        self._part, self._names = part, names
        self._goals = sorted((e for e in events if counts_as_goal(e)), key=lambda e: e.minute or 999)
        self._chances = [e for e in events if e.player and _missed(e)]
        self._facts = sorted(facts, key=lambda f: f.topic not in STORIES)

    def text(self, language: str, slots: Mapping[str, Any]) -> str:
        """Return the sentences; `slots` are the match's own ("winner", "home_goals", ...) in `language`."""
        told = ""
        for versions in self._sentences(language, slots):
            for sentence in filter(None, versions):
                text = f"{told} {sentence[:1].upper()}{sentence[1:].rstrip('.')}.".strip()
                if not told or len(text) <= LONGEST:
                    told = text
                    break
        return told

    def _sentences(self, language: str, slots: Mapping[str, Any]) -> Iterator[list[str]]:
        """Yield each sentence as its versions, of which the first that fits is told."""
        yield [self._result(language, slots)]
        goals = self._goals_told(language)
        stories = [(f.en if language == "en" else f.it) or "" for f in self._facts]
        yield [goals] if goals else stories
        yield [self._chances_told(language, most) for most in range(MOST_CHANCES, 0, -1)]

    def _result(self, language: str, slots: Mapping[str, Any]) -> str:
        given = dict(slots)
        if slots.get("date"):
            given |= {"year": None, "when": word(language, "summary", "on_date", slots)}
        elif slots.get("year") and not slots.get("competition"):
            given["when"] = word(language, "summary", "in_year", slots)
        stadiums = {n.stadium for n in self._names.values()} | {n.id for n in self._names.values() if n.town}
        where = "at_ground" if self._part.venue in stadiums else "in_town"
        given["where"] = word(language, "summary", where, slots)
        given["round"] = word(language, "round", self._part.stage or "league", given)
        if self._part.half_time:
            first, second = self._part.half_time
            turned = "winner" in slots and slots["winner"] is slots["away"]
            half = {"first": str(second if turned else first), "second": str(first if turned else second)}
            given["half"] = word(language, "summary", "half", half)
        key = "met" if not slots.get("winner") else "won" if not self._part.score else "beat"
        if self._part.score and not slots.get("winner"):
            key = "drew"
        return word(language, "summary", key, given) or ""

    def _goals_told(self, language: str) -> str:
        """Return who scored: one goal with its assist, else the scorers of each side, the winner's first."""
        named = [e for e in self._goals if e.player]
        if len(named) == 1 and len(self._goals) == 1 and named[0].kind == "goal":
            goal = named[0]
            given = {f: self._names.get(getattr(goal, f) or "") for f in ("player", "team", "assist")}
            return word(language, "goal", "player", given | {"minute": goal.minute}) or ""
        sides = {t: [e for e in named if side_of_goal(e, self._part) == t] for t in self._teams()}
        parts: list[str] = []
        for team, goals in sides.items():
            if not goals:
                continue
            section, key = ("summary", "goals_other") if parts else ("match", "scorers_of")
            if language == "it" and not parts and len({e.player for e in goals}) == 1:
                key = "scorers_of_one"
            given_list = {"list": self._people(goals, language), "team": self._names[team]}
            parts.append(word(language, section, key, given_list) or "")
        return "; ".join(parts)

    def _teams(self) -> tuple[str, str]:
        home, away, score = self._part.home, self._part.away, self._part.score
        return (away, home) if score and score[1] > score[0] else (home, away)

    def _chances_told(self, language: str, most: int) -> str:
        """Return who missed chances: all of them, or the first few where so many are to be told."""
        chances = self._chances[:most]
        if not chances:
            return ""
        key = "chance_one" if len(chances) == 1 else "chances"
        return word(language, "summary", key, {"list": self._people(chances, language)}) or ""

    def _people(self, events: Sequence[EventPart], language: str) -> str:
        """Return the players, each once, with their minutes or how often where minutes are not told."""
        by_player: dict[str, list[EventPart]] = {}
        for event in events:
            by_player.setdefault(event.player or "", []).append(event)
        return join([self._person(p, own, language) for p, own in by_player.items()], language)

    def _person(self, player: str, events: Sequence[EventPart], language: str) -> str:
        value = say(self._names.get(player, player), "", language)
        minutes = [str(e.minute) for e in events if e.minute]
        if len(events) > 1:
            timed = len(minutes) == len(events)
            marks = "', ".join(minutes)
            given = {"value": value, "minute": marks, "count": str(len(events))}
            return word(language, "list", "item_minute" if timed else "item_goals", given) or value
        kind = events[0].kind
        key = "item_minute" if minutes else ""
        if kind == "penalty":
            key = "item_penalty" if minutes else "item_penalty_only"
        elif kind == "own_goal":
            key = "item_own_goal"
        given_one = {"value": value, "minute": minutes[0] if minutes else None}
        return (word(language, "list", key, given_one) if key else None) or value


def _missed(event: EventPart) -> bool:
    return event.kind == "miss" or (event.kind == "penalty" and event.outcome in ("missed", "saved"))
