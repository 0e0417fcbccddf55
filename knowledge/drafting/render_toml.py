"""A draft as an article file and a names file, each row with its evidence and confidence."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.drafting.article import Reading
from knowledge.drafting.fact_finder import FactFinder
from knowledge.drafting.fact_rows import FactWriter
from knowledge.drafting.fact_words import reason_told
from knowledge.drafting.goal_order import contradicted, role_texts, roles, scores_after
from knowledge.drafting.identity import Identity, slug
from knowledge.drafting.lineup_facts import changes, lineup_facts
from knowledge.drafting.names_file import names_file
from knowledge.drafting.records import Event, Goal, MatchDraft
from knowledge.drafting.render_json import name_of
from knowledge.drafting.toml_rows import Date, Row, table
from knowledge.drafting.untyped import event_questions, questions, untyped
from knowledge.drafting.vocabulary import load
from knowledge.drafting.wording import LANGUAGES, day, own_words

EARLY = 3
"""Sentences within which an article tells what it is about."""


_WHEN = re.compile(r"\b(?:when|minute|quando|minuto)\b")
"""What asks for a minute."""


SURE_GOAL = 0.85
"""Confidence of a goal that no article on something else is drafted with: such were 0.7 at most."""


def _of_no_match(reading: Reading) -> Reading:
    """Return a reading without its match where the article reports none: no early score, no minutes.

    Then it must tell the score in words or a goal plainly, and not be on a transfer or a new coach.
    """
    if not reading.matches:
        return reading
    scored = any(row.scores for row in reading.rows[:EARLY])
    if scored or sum(len(row.minutes) for row in reading.rows) > 1:
        return reading
    match = reading.matches[0]
    if not match.score_evidence and all(goal.confidence < SURE_GOAL for goal in match.goals):
        return replace(reading, matches=[])
    alone = replace(reading, matches=[], rows=reading.rows[:EARLY])
    finder = FactFinder(alone)
    finder.find()
    return replace(reading, matches=[]) if finder.context.lead else reading


def _told_score(match: MatchDraft) -> tuple[int, int] | None:
    """Return the final score where a sentence tells it; the sum of the goals told is wrong in three of ten."""
    return match.score if match.score_evidence else None


def _at_the_break(match: MatchDraft) -> tuple[int, int] | None:
    """Return the score at half-time where every goal is told with its minute and side."""
    sides = [g.team for g in match.goals]
    if _told_score(match) is None or any(g.minute is None for g in match.goals):
        return None
    if (sides.count(0), sides.count(1)) != match.score or None in sides:
        return None
    early = [g.team for g in match.goals if g.minute is not None and g.minute <= 45]
    return early.count(0), early.count(1)


class ArticleWriter:
    """Turns one reading into the rows of an article file."""

    def __init__(self, reading: Reading, identity: Identity, source_id: str | None = None) -> None:
        reading = _of_no_match(reading)
        identity.reading = reading
        self.reading, self.identity = reading, identity
        self.templates = load("templates.toml")
        self.rows: list[tuple[str, Row]] = []
        self.source_id = source_id or self._source_id()
        self._taken: set[str] = set()
        finder = FactFinder(reading)
        context = finder.context
        self.typed, self.lead = finder.find(), context.heroes()
        for match in reading.matches[:1]:
            listed = list(lineup_facts(reading.rows, context.club, lambda k: name_of(k, reading) or ""))
            for fact in listed:
                if fact.kind == "lineup" and fact.teams["team"] in match.teams:
                    fact.teams["rival"] = match.teams[1 - match.teams.index(fact.teams["team"])]
            told = {e.player for e in match.events if e.kind == "substitution"}
            new = changes(reading.rows, context.club, match.teams)
            match.events += [e for e in new if e.player not in told]
            self.typed += [f for f in listed if f.kind == "role" or "rival" in f.teams]

    def _source_id(self) -> str:
        header, matches = self.reading.header, self.reading.matches
        if matches:
            base = f"report-{self._match_id(matches[0])}"
        else:
            base = slug(header.title or "article")[:50] + (f"-{header.date[:4]}" if header.date else "")
        return slug(base)

    def _match_id(self, match: MatchDraft) -> str:
        teams = "-".join(self.identity.of(t) or slug(t) for t in match.teams)
        return slug(f"{teams}-{match.date or 'undated'}")

    def article(self) -> str:
        """Return the article file."""
        self._source()
        for match in self.reading.matches:
            self._match(match)
        self._facts()
        return "\n".join(table(name, row) for name, row in self.rows)

    def _source(self) -> None:
        header, texts = self.reading.header, self.templates["source"]
        label = dict(texts["label"])
        if header.date:
            dated = texts["dated" if self.reading.matches else "article"]
            label = {k: dated[k].format(date=day(header.date, k)) for k in LANGUAGES}
        if self.reading.matches:
            names = [name_of(t, self.reading) for t in self.reading.matches[0].teams]
            title = texts["report"][self.reading.language].format(home=names[0], away=names[1])
        else:
            title = texts["untitled"][self.reading.language]
        row: Row = {
            "id": self.source_id,
            "title": header.title or title,
            "publisher": header.publisher and header.publisher[:110],
            "author": header.author,
            "published": Date(header.date) if header.date else None,
            "language": self.reading.language,
            "label": label,
        }
        self.rows.append(("source", row))

    def _match(self, match: MatchDraft) -> None:
        ids = [self.identity.of(t) or slug(t) for t in match.teams]
        of = self.identity.of
        row: Row = {
            "id": self._match_id(match),
            "home": ids[0],
            "away": ids[1],
            "competition": of(match.competition),
            "date": Date(match.date) if match.date else None,
            "score": list(score) if (score := _told_score(match)) else None,
            "half_time": list(half) if (half := match.half_time or self._at_the_break(match)) else None,
            "venue": of(match.venue),
            "coaches": {ids[s]: of(k) for s, k in sorted(match.coaches.items())} or None,
            "goalkeepers": self._goalkeepers(match, ids) or None,
            "evidence": match.score_evidence or None,
            "confidence": round(match.confidence, 2),
        }
        self.rows.append(("match", row))
        order = scores_after(match, self.reading.language)
        doubtful = contradicted(match, self.reading.language)
        for at, goal in enumerate(match.goals):
            told = replace(goal, minute=None, added=None) if at in doubtful else goal
            self._goal(match, told, ids, row["id"], order[at] if order else None)
        for event in match.events:
            self._event(match, event, ids, row["id"])
        for side, shape in sorted(match.formations.items()):
            team = name_of(match.teams[side], self.reading) or ""
            texts = own_words("formation", None, team=team, shape=shape)
            self._add(
                "event",
                f"{row['id']}-formation-{ids[side]}",
                {
                    "match": row["id"],
                    "kind": "formation",
                    "team": ids[side],
                    "formation": shape,
                    **texts,
                    "confidence": 0.9,
                    "evidence": shape,
                },
            )

    def _at_the_break(self, match: MatchDraft) -> tuple[int, int] | None:
        """Return the score at half-time that the goals make, where no words deny their order."""
        return None if contradicted(match, self.reading.language) else _at_the_break(match)

    def _goalkeepers(self, match: MatchDraft, ids: list[str]) -> dict[str, str | None]:
        """Return the goalkeeper of each side that the text calls so."""
        kept = [f for f in self.typed if f.kind == "role" and f.values["value"].display["en"] == "goalkeeper"]
        sides = dict(zip(match.teams, ids, strict=True))
        return {ids[side]: self.identity.of(key) for side, key in sorted(match.keepers.items())} | {
            sides[f.teams["team"]]: self.identity.of(f.people["person"])
            for f in reversed(kept)
            if f.teams.get("team") in sides
        }

    def _goal(
        self, match: MatchDraft, goal: Goal, ids: list[str], match_id: str, after: tuple[int, int] | None
    ) -> None:
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
        self._add(
            "event",
            f"{match_id}-{goal.kind.replace('_', '-')}-{goal.minute or slug(goal.scorer)}",
            {
                "match": match_id,
                "kind": goal.kind,
                "minute": goal.minute,
                "added": goal.added,
                "team": None if players_side is None else ids[players_side],
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

    def _spot_questions(self, event: Event) -> dict[str, list[str]] | None:
        """Return the questions for a penalty that brought no goal: who missed it, or who saved it."""
        writer = FactWriter(self.identity, "x")
        slots = writer.sides() | {
            "player": writer.name(event.player),
            "taker": writer.name(event.detail["spot"]),
        }
        if event.team is not None:
            slots["team"] = writer.name(self.reading.matches[0].teams[event.team])
        return writer.asked(role_texts()["spot"][event.kind], slots)

    def _role_questions(self, goal: Goal, parts: list[str]) -> dict[str, list[str]] | None:
        """Return the questions for what a goal was to its match."""
        writer = FactWriter(self.identity, "x")
        slots = writer.sides() | {"player": writer.name(goal.scorer)}
        if goal.team is not None:
            slots["team"] = writer.name(self.reading.matches[0].teams[goal.team])
        asks = role_texts()["ask"]
        told = {k: [q for p in parts for q in asks[k][p]] for k in LANGUAGES}
        if goal.minute is None:
            told = {k: [q for q in found if not _WHEN.search(q)] for k, found in told.items()}
        return writer.asked(told, slots)

    def _event(self, match: MatchDraft, event: Event, ids: list[str], match_id: str) -> None:
        colour = event.detail.get("colour")
        kind = f"card_{colour}" if event.kind == "card" else event.kind
        asks = event_questions(event, self.reading)
        kind = "woodwork_hit" if asks else kind
        if "spot" in event.detail:
            kind, asks = f"{event.kind}_spot", self._spot_questions(event)
        texts = own_words(
            kind,
            event.minute,
            player=name_of(event.player, self.reading),
            assist=name_of(event.detail.get("off") or event.detail.get("spot"), self.reading),
        )
        self._add(
            "event",
            f"{match_id}-{event.kind.replace('_', '-')}-{slug(event.player)}",
            {
                "match": match_id,
                "kind": event.kind,
                "minute": event.minute,
                "team": None if event.team is None else ids[event.team],
                "player": self.identity.of(event.player),
                "off": self.identity.of(event.detail.get("off")),
                "by": self.identity.of(event.detail.get("spot")) if event.kind == "save" else None,
                "colour": colour,
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

    def _facts(self) -> None:
        """Add each sentence that no typed row came from, in the article's language, with its names."""
        language = self.reading.language
        about_match = [self._match_id(m) for m in self.reading.matches[:1]]
        writer = FactWriter(self.identity, about_match[0] if about_match else "", self.lead)
        for told in self.typed:
            row = writer.row(told)
            if row:
                self._add("fact", f"{self.source_id}-{told.kind.replace('_', '-')}", row)
        rest = untyped(self.reading)
        for index, row in writer.statements(rest):
            self._add("fact", f"{self.source_id}-said-{index}", row)
        hero = [i for key in self.lead if key and (i := self.identity.mentioned(key))]
        for fact in rest:
            text = fact.row.sentence.text.strip()
            marks = [m for m in (*fact.row.marks, *filter(None, [fact.asked])) if m.kind in "ptvc"]
            names = [i for m in marks if (i := self.identity.mentioned(m.key)) is not None]
            self._add(
                "fact",
                f"{self.source_id}-{fact.row.sentence.index}",
                {
                    "about": list(dict.fromkeys([*about_match, *names, *hero])),
                    "topic": fact.topic,
                    "value": {language: text},
                    language: text,
                    "ask": {language: asks} if (asks := questions(fact, self.reading)) else None,
                    "paragraph": fact.row.sentence.paragraph,
                    "evidence": text,
                    "confidence": 0.4,
                },
            )

    def _paragraph(self, index: int) -> int | None:
        row = next((r for r in self.reading.rows if r.sentence.index == index), None)
        return row.sentence.paragraph if row else None

    def _add(self, table: str, wanted: str, row: Row) -> None:
        wanted = slug(wanted)
        name, n = wanted, 2
        while name in self._taken:
            name, n = f"{wanted}-{n}", n + 1
        self._taken.add(name)
        self.rows.append((table, {"id": name, **row}))

    def names(self) -> str:
        """Return the names file of the new names; call after `article`."""
        return names_file(self.identity)
