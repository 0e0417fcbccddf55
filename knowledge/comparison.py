"""Whether the rows of a draft are known already, or contradict what is stored."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from .base.catalogue import catalogue
from .base.rows import StoredRows
from .base.schema import EventPart, FactPart, MatchPart
from .understanding.fuzzy import token_set_ratio
from .understanding.words import words_only

Row = dict[str, Any]
GOALS = frozenset({"goal", "penalty", "own_goal"})
SAME_WORDS = 92.0
"""Likeness in percent from which two sentences of one language say the same."""
SHORTEST = 4
"""Words under which sentences are not compared by likeness: too much is alike."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is stored about a drafted row: `stored` is the stored row's id, `text` its sentence or score."""

    row: str
    kind: Literal["duplicate", "contradiction"]
    stored: str
    text: str


def compare(article: str, rows: StoredRows) -> list[Finding]:
    """Return what is known of the rows of an article file, at most one finding a row. Raises ValueError."""
    raw = tomllib.loads(article)
    found: dict[str, Finding] = {}
    matches: dict[str, str] = {}
    for drafted in raw.get("match", ()):
        if known := _match(drafted, rows):
            found[drafted["id"]] = known
            matches[drafted["id"]] = known.stored
    events = raw.get("event", [])
    for event in events:
        match = matches.get(event.get("match", ""), event.get("match"))
        stored = [e for e in rows.events if e.match == match]
        finding = next(_event(event, events, stored), None) or _sentence(event, rows)
        if finding:
            found[event["id"]] = finding
    for fact in raw.get("fact", ()):
        if finding := _sentence(fact, rows) or _value(fact, rows, matches):
            found[fact["id"]] = finding
    return list(found.values())


def _match(match: Row, rows: StoredRows) -> Finding | None:
    for stored in rows.matches.values():
        if (stored.home, stored.away) != (match.get("home"), match.get("away")):
            continue
        score = tuple(match["score"]) if match.get("score") else None
        same_score = score is not None and stored.score == score
        if stored.date and match.get("date") == stored.date:
            kind: Literal["duplicate", "contradiction"] = (
                "duplicate" if same_score or not score or not stored.score else "contradiction"
            )
            return Finding(match["id"], kind, stored.id, _score(stored))
        if not match.get("date") and same_score:
            return Finding(match["id"], "duplicate", stored.id, _score(stored))
    return None


def _score(match: MatchPart) -> str:
    return f"{match.id} {match.score[0]}-{match.score[1]}" if match.score else match.id


def _event(event: Row, drafted: list[Row], stored: list[EventPart]) -> Iterator[Finding]:
    """Yield findings, certain ones first: the same event, then one that cannot be true beside it."""
    family = GOALS if event.get("kind") in GOALS else {event.get("kind")}
    same = [e for e in stored if e.kind in family]
    player, minute = event.get("player"), event.get("minute")
    own = [e for e in same if player and e.player == player]
    for other in own:
        if minute is None or other.minute in (None, minute):
            yield Finding(event["id"], "duplicate", other.id, _told(other))
    twice = [e for e in drafted if e.get("player") == player and e.get("kind") in family]
    if len(own) == 1 and len(twice) == 1:
        yield Finding(event["id"], "contradiction", own[0].id, _told(own[0]))
    for other in same if minute is not None and family is GOALS else ():
        if other.minute == minute and other.team == event.get("team"):
            yield Finding(event["id"], "contradiction", other.id, _told(other))
    if event.get("formation"):
        for other in same:
            if other.team == event.get("team"):
                kind: Literal["duplicate", "contradiction"] = (
                    "duplicate" if other.formation == event["formation"] else "contradiction"
                )
                yield Finding(event["id"], kind, other.id, _told(other))


def _told(row: EventPart | FactPart) -> str:
    return row.en or row.it or row.id


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    """Return the folded words of a stored sentence, which every drafted one is compared with."""
    return " ".join(words_only(text))


def _sentence(row: Row, rows: StoredRows) -> Finding | None:
    """Return the stored row that says the same in the same language."""
    for language in ("en", "it"):
        words = words_only(str(row.get(language, "")))
        if len(words) < SHORTEST:
            continue
        text = " ".join(words)
        told: list[EventPart | FactPart] = [*rows.facts, *rows.events]
        for other in told:
            there = other.en if language == "en" else other.it
            near = there and abs(len(there) - len(text)) < len(text) // 2
            if there and near and token_set_ratio(text, _words(there)) >= SAME_WORDS:
                return Finding(row["id"], "duplicate", other.id, there)
    return None


def _value(fact: Row, rows: StoredRows, matches: dict[str, str]) -> Finding | None:
    """Return the stored fact of the same subjects and single-valued topic, where both have a value."""
    topic = str(fact.get("topic"))
    if topic not in catalogue().topics or topic in catalogue().many or fact.get("value") is None:
        return None
    about = {matches.get(id_, id_) for id_ in fact.get("about", ())}
    for other in rows.facts:
        if other.topic == topic and about and about <= set(other.about) and other.value is not None:
            same = _plain(other) == str(fact["value"])
            return Finding(fact["id"], "duplicate" if same else "contradiction", other.id, _told(other))
    return None


def _plain(fact: FactPart) -> str:
    return str(fact.model_dump()["value"])
