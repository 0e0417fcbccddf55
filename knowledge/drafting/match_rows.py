"""A match, its goals and its other events as rows of an article file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.drafting.fact_rows import FactWriter
from knowledge.drafting.fact_words import injury_told, reason_told
from knowledge.drafting.goal_order import contradicted, role_texts, roles, scores_after
from knowledge.drafting.identity import Identity, slug
from knowledge.drafting.records import Event, Goal, MatchDraft
from knowledge.drafting.render_json import name_of
from knowledge.drafting.stages import stage_of
from knowledge.drafting.toml_rows import Date, Row
from knowledge.drafting.typed_fact import TypedFact
from knowledge.drafting.untyped import event_questions
from knowledge.drafting.wording import LANGUAGES, own_words
from knowledge.models import Name

_WHEN = re.compile(r"\b(?:when|minute|quando|minuto)\b")
"""What asks for a minute."""


def match_id(match: MatchDraft, identity: Identity) -> str:
    """Return the id of a match: its teams and its date."""
    teams = "-".join(identity.of(t) or slug(t) for t in match.teams)
    return slug(f"{teams}-{match.date or 'undated'}")


def _told_score(match: MatchDraft) -> tuple[int, int] | None:
    """Return the final score where a sentence tells it; the sum of the goals told is wrong in three of ten."""
    return match.score if match.score_evidence else None


def _at_the_break(match: MatchDraft, language: str) -> tuple[int, int] | None:
    """Return the score at half-time where all goals are told with minute and side and no words deny their order."""
    if contradicted(match, language):
        return None
    sides = [g.team for g in match.goals]
    if _told_score(match) is None or any(g.minute is None for g in match.goals):
        return None
    if (sides.count(0), sides.count(1)) != match.score or None in sides:
        return None
    early = [g.team for g in match.goals if g.minute is not None and g.minute <= 45]
    return early.count(0), early.count(1)


class MatchWriter:
    """Turns one match into rows.

    `typed` are the facts of the article: a goalkeeper whom one of them calls so is told with the match.
    """

    def __init__(self, match: MatchDraft, identity: Identity, typed: Iterable[TypedFact]) -> None:
        self.match, self.identity, self.typed = match, identity, list(typed)
        self.reading = identity.reading
        self.ids = [identity.of(t) or slug(t) for t in match.teams]
        self.id = match_id(match, identity)

    def row(self) -> Row:
        """Return the row of the match itself."""
        match, ids, of = self.match, self.ids, self.identity.of
        score = _told_score(match)
        half = match.half_time or _at_the_break(match, self.reading.language)
        return {
            "id": self.id,
            "home": ids[0],
            "away": ids[1],
            "competition": of(match.competition),
            "stage": stage_of(match, self.reading),
            "date": Date(match.date) if match.date else None,
            "score": list(score) if score else None,
            "half_time": list(half) if half else None,
            "venue": of(match.venue),
            "coaches": {ids[s]: of(k) for s, k in sorted(match.coaches.items())} or None,
            "goalkeepers": self._goalkeepers() or None,
            "evidence": match.score_evidence or None,
            "confidence": round(match.confidence, 2),
        }

    def events(self) -> Iterator[tuple[str, Row]]:
        """Yield goals, other events and formations, each with the id it would like to have."""
        match, language = self.match, self.reading.language
        order = scores_after(match, language)
        doubtful = contradicted(match, language)
        for at, goal in enumerate(match.goals):
            told = replace(goal, minute=None, added=None) if at in doubtful else goal
            yield self._goal(told, order[at] if order else None)
        for event in match.events:
            yield self._event(event)
        for side, shape in sorted(match.formations.items()):
            yield self._formation(side, shape)

    def _formation(self, side: int, shape: str) -> tuple[str, Row]:
        team = name_of(self.match.teams[side], self.reading) or ""
        return (
            f"{self.id}-formation-{self.ids[side]}",
            {
                "match": self.id,
                "kind": "formation",
                "team": self.ids[side],
                "formation": shape,
                **own_words("formation", None, team=team, shape=shape),
                "confidence": 0.9,
                "evidence": shape,
            },
        )

    def _goalkeepers(self) -> dict[str, str | None]:
        """Return the goalkeeper of each side that the text calls so."""
        kept = [f for f in self.typed if f.kind == "role" and f.values["value"].display["en"] == "goalkeeper"]
        sides = dict(zip(self.match.teams, self.ids, strict=True))
        return {self.ids[side]: self.identity.of(key) for side, key in sorted(self.match.keepers.items())} | {
            sides[f.teams["team"]]: self.identity.of(f.people["person"])
            for f in reversed(kept)
            if f.teams.get("team") in sides
        }

    def _goal(self, goal: Goal, after: tuple[int, int] | None) -> tuple[str, Row]:
        """Return a goal; `after` is the score that it made, where it is told for all goals."""
        match = self.match
        own = goal.kind == "own_goal"
        side = goal.team
        players_side = None if side is None else 1 - side if own else side
        team = name_of(match.teams[side], self.reading) if side is not None else ""
        texts = own_words(
            goal.kind if side is not None else f"{goal.kind}_open",
            goal.minute,
            added=goal.added,
            player=name_of(goal.scorer, self.reading),
            team=team,
            assist=name_of(goal.assist, self.reading),
        )
        parts = [] if after else roles(match, goal, self.reading.language)
        for told in parts:
            texts = {k: f"{texts[k].rstrip('.')} ({role_texts()['told'][k][told]})." for k in LANGUAGES}
        return (
            f"{self.id}-{goal.kind.replace('_', '-')}-{goal.minute or slug(goal.scorer)}",
            {
                "match": self.id,
                "kind": goal.kind,
                "minute": goal.minute,
                "added": goal.added,
                "team": None if players_side is None else self.ids[players_side],
                "player": self._person(goal.scorer),
                "assist": self._person(goal.assist) if goal.kind == "goal" else None,
                "outcome": "scored" if goal.kind == "penalty" else None,
                **{field: self.identity.of(key) for field, key in sorted(goal.foul.items())},
                "after": list(after) if after and any(g.minute is None for g in match.goals) else None,
                **texts,
                "ask": self._role_questions(goal, parts),
                "paragraph": self._paragraph(goal.sentence),
                "evidence": goal.evidence or None,
                "confidence": round(goal.confidence, 2),
            },
        )

    def _person(self, key: str | None) -> str | None:
        """Return the id of somebody; None for a scorer whom the text was read to call like a club."""
        entity = self.reading.cast.entities.get(key or "")
        return self.identity.of(key) if entity is None or entity.kind in "po" else None

    def _slots(self, writer: FactWriter, team: int | None, **people: str | None) -> dict[str, Name]:
        """Return the names that questions have slots for, without a side of which only a shared nickname is told."""
        keys = people | ({} if team is None else {"team": self.reading.matches[0].teams[team]})
        return {slot: writer.name(key) for slot, key in keys.items() if key in self.reading.cast.entities}

    def _spot_questions(self, event: Event) -> dict[str, list[str]] | None:
        """Return the questions for a penalty that brought no goal: who missed it, or who saved it."""
        writer = FactWriter(self.identity, "x")
        slots = writer.sides() | self._slots(
            writer, event.team, player=event.player, taker=event.detail["spot"]
        )
        return writer.asked(role_texts()["spot"][event.kind], slots)

    def _role_questions(self, goal: Goal, parts: list[str]) -> dict[str, list[str]] | None:
        """Return the questions for what a goal was to its match."""
        writer = FactWriter(self.identity, "x")
        slots = writer.sides() | self._slots(writer, goal.team, player=goal.scorer)
        asks = role_texts()["ask"]
        told = {k: [q for p in parts for q in asks[k][p]] for k in LANGUAGES}
        if goal.minute is None:
            told = {k: [q for q in found if not _WHEN.search(q)] for k, found in told.items()}
        return writer.asked(told, slots)

    def _event(self, event: Event) -> tuple[str, Row]:
        colour = event.detail.get("colour")
        kind = f"card_{colour}" if event.kind == "card" else event.kind
        asks = event_questions(event, self.reading)
        kind = "woodwork_hit" if asks else kind
        if kind == "substitution" and not event.detail.get("off"):
            kind = "sent_on"
        if "spot" in event.detail:
            kind, asks = f"{event.kind}_spot", self._spot_questions(event)
        texts = own_words(
            kind,
            event.minute,
            player=name_of(event.player, self.reading),
            assist=name_of(event.detail.get("off") or event.detail.get("spot"), self.reading),
        )
        part = injury_told(event.evidence) if event.kind == "injury" else None
        if part:
            texts = {k: f"{texts[k].rstrip('.')} ({part[k]})." for k in LANGUAGES}
        return (
            f"{self.id}-{event.kind.replace('_', '-')}-{slug(event.player)}",
            {
                "match": self.id,
                "kind": event.kind,
                "minute": event.minute,
                "team": None if event.team is None else self.ids[event.team],
                "player": self.identity.of(event.player),
                "off": self.identity.of(event.detail.get("off")),
                "by": self.identity.of(event.detail.get("spot")) if event.kind == "save" else None,
                "colour": colour,
                "part": part,
                "why": reason_told(event.evidence, self.reading.language)
                if event.kind == "disallowed_goal"
                else None,
                **texts,
                "ask": asks,
                "paragraph": self._paragraph(event.sentence),
                "evidence": event.evidence,
                "confidence": round(event.confidence, 2),
            },
        )

    def _paragraph(self, index: int) -> int | None:
        row = next((r for r in self.reading.rows if r.sentence.index == index), None)
        return row.sentence.paragraph if row else None
