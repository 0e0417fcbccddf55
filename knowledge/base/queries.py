"""Reading a base: everything the understanding needs, loaded once, and stored rows. The file is only read."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any

from knowledge.errors import BaseUnreadable
from knowledge.models import Entry, Match, Name, Sample, Source
from knowledge.understanding.words import words_only

from .schema import EventPart, FactPart, MatchPart
from .tables import FORMAT


@dataclass(frozen=True, slots=True)
class Base:
    """A fact base in memory."""

    names: dict[str, Name]
    clashes: dict[str, frozenset[str]]
    sources: dict[str, Source]
    matches: dict[str, Match]
    labels: dict[str, dict[str, str]]
    entries: tuple[Entry, ...]
    seen: dict[str, frozenset[str]]


def connect(path: Path) -> sqlite3.Connection:
    """Open the base at `path` read-only. Raises `BaseUnreadable` where it is none of this version."""
    try:
        conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
        conn.row_factory = sqlite3.Row
        version = conn.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    except sqlite3.Error as error:
        raise BaseUnreadable(f"{path.name} cannot be read as a fact base: {error}; build it again") from error
    if version is None or version[0] != str(FORMAT):
        conn.close()
        raise BaseUnreadable(f"{path.name} was written by another version; build it again")
    return conn


def load(path: Path) -> Base:
    """Load the base at `path` whole."""
    conn = connect(path)
    try:
        samples, seen = _samples(conn)
        return Base(
            names={r["id"]: _name(r) for r in conn.execute("SELECT * FROM entities")},
            clashes=_clashes(conn),
            sources={r["id"]: _source(r) for r in conn.execute("SELECT * FROM sources")},
            matches={r["id"]: _match(r) for r in conn.execute("SELECT * FROM matches")},
            labels={r["id"]: json.loads(r["label"]) for r in conn.execute("SELECT * FROM matches")},
            entries=tuple(_entry(r, samples.get(r["id"], ())) for r in conn.execute("SELECT * FROM entries")),
            seen=seen,
        )
    except (sqlite3.Error, KeyError, ValueError) as error:
        raise BaseUnreadable(f"{path.name} is damaged: {error}; build it again") from error
    finally:
        conn.close()


def _clashes(conn: sqlite3.Connection) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in conn.execute("SELECT alias, entity FROM clashes"):
        found[row["alias"]].add(row["entity"])
    return {alias: frozenset(ids) for alias, ids in found.items()}


def _samples(conn: sqlite3.Connection) -> tuple[dict[str, tuple[Sample, ...]], dict[str, frozenset[str]]]:
    samples: defaultdict[str, list[Sample]] = defaultdict(list)
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for row in conn.execute("SELECT * FROM questions"):
        # Interned: the same few thousand features stand in all questions, of which there may be a million.
        features = frozenset(map(intern, row["features"].split(" "))) - {""}
        samples[row["entry"]].append(Sample(row["text"], row["language"], row["polarity"], features))
        seen[row["language"]].update(words_only(row["text"]))
    return {k: tuple(v) for k, v in samples.items()}, {k: frozenset(v) for k, v in seen.items()}


def _name(row: sqlite3.Row) -> Name:
    demonyms = {k: tuple(v) for k, v in json.loads(row["demonyms"]).items()}
    return Name(
        row["id"],
        row["kind"],
        json.loads(row["display"]),
        json.loads(row["article"]),
        row["gender"],
        row["number"],
        row["town"],
        row["stadium"],
        row["nationality"],
        tuple(json.loads(row["aliases"])),
        demonyms,
    )


def _source(row: sqlite3.Row) -> Source:
    label: dict[str, str] = {k: v for k, v in json.loads(row["label"]).items() if v}
    return Source(
        row["id"], row["title"], label, row["published"], row["publisher"], row["author"], row["language"]
    )


def _match(row: sqlite3.Row) -> Match:
    score: Any = json.loads(row["score"]) if row["score"] else None
    return Match(
        row["id"],
        row["source"],
        row["home"],
        row["away"],
        row["date"],
        row["year"],
        row["season"],
        (score[0], score[1]) if score else None,
        frozenset(json.loads(row["names"])),
        frozenset(json.loads(row["coaches"]).values()),
        row["rows"],
        row["stage"],
    )


def _entry(row: sqlite3.Row, samples: tuple[Sample, ...]) -> Entry:
    def words(column: str) -> frozenset[str]:
        return frozenset(row[column].split(" ")) - {""}

    features = frozenset(f for s in samples if s.polarity != "no" for f in s.features)
    return Entry(
        id=row["id"],
        row=row["row"],
        intent=row["intent"],
        source=row["source"] or "",
        match=row["match"],
        kinds=words("kinds"),
        names=words("names"),
        core=words("core"),
        values=frozenset(json.loads(row["values"])),
        team=row["team"],
        numbers=frozenset(int(n) for n in words("numbers")),
        tokens=words("tokens"),
        text=json.loads(row["text"]),
        item=json.loads(row["item"]),
        features=features,
        weak=words("weak") - features,
        samples=samples,
        speaker=row["speaker"],
        own_kinds=words("own_kinds"),
        as_of=row["as_of"],
        many=bool(row["many"]),
        absent=bool(row["absent"]),
    )


@dataclass(frozen=True, slots=True)
class StoredRows:
    """The rows as they were written; `source_of` names the article of each row, "" where it has none."""

    names: dict[str, Name]
    roles: dict[str, frozenset[tuple[str, str]]]
    sources: dict[str, Source]
    matches: dict[str, MatchPart]
    events: tuple[EventPart, ...]
    facts: tuple[FactPart, ...]
    source_of: dict[str, str]


def stored_rows(path: Path) -> StoredRows:
    """Read matches, events, facts and names of the base at `path`; raises `BaseUnreadable`."""
    conn = connect(path)
    try:
        tables = {
            "matches": conn.execute("SELECT * FROM matches").fetchall(),
            "events": conn.execute("SELECT * FROM events").fetchall(),
            "facts": conn.execute("SELECT * FROM facts").fetchall(),
        }
        return StoredRows(
            names={r["id"]: _name(r) for r in conn.execute("SELECT * FROM entities ORDER BY id")},
            roles=_roles(conn),
            sources={r["id"]: _source(r) for r in conn.execute("SELECT * FROM sources")},
            matches={r["id"]: MatchPart.model_validate(_fields(r, MatchPart)) for r in tables["matches"]},
            events=tuple(EventPart.model_validate(_fields(r, EventPart)) for r in tables["events"]),
            facts=tuple(FactPart.model_validate(_fields(r, FactPart)) for r in tables["facts"]),
            source_of={r["id"]: r["source"] or "" for rows in tables.values() for r in rows},
        )
    except (sqlite3.Error, KeyError, ValueError) as error:
        raise BaseUnreadable(f"{path.name} is damaged: {error}; build it again") from error
    finally:
        conn.close()


_PACKED = frozenset({
    "score", "half_time", "coaches", "goalkeepers", "how", "why", "part", "ask", "yes", "no", "about",
    "seasons", "value",
})  # fmt: skip
"""Columns that hold JSON."""


def _fields(row: sqlite3.Row, model: type[MatchPart] | type[EventPart] | type[FactPart]) -> dict[str, Any]:
    """Return the columns that `model` has, unpacked; unknown ones (null) are left out."""
    found: dict[str, Any] = {}
    for column in row.keys():  # noqa: SIM118 - iterating a row yields its values
        if column in model.model_fields and row[column] is not None:
            found[column] = json.loads(row[column]) if column in _PACKED else row[column]
    if isinstance(found.get("value"), str):
        found["value"] = _as_date(found["value"])
    return found


def _as_date(text: str) -> str | dt.date:
    """Return a value that reads as a date as one; JSON has no dates."""
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else text
    except ValueError:
        return text


def _roles(conn: sqlite3.Connection) -> dict[str, frozenset[tuple[str, str]]]:
    """Return per person the pairs (role, club or "") that the files of names give."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in conn.execute("SELECT person, role, club FROM roles"):
        found[row["person"]].add((row["role"], row["club"] or ""))
    return {person: frozenset(pairs) for person, pairs in found.items()}


def seasons_in_roles(path: Path) -> dict[str, frozenset[tuple[str, str, str]]]:
    """Return per person the triples (role, club, season) of the base at `path`; raises `BaseUnreadable`."""
    conn = connect(path)
    try:
        found: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
        for row in conn.execute("SELECT * FROM roles"):
            if row["club"] and row["season"]:
                found[row["person"]].add((row["role"], row["club"], row["season"]))
        return {person: frozenset(triples) for person, triples in found.items()}
    except sqlite3.Error as error:
        raise BaseUnreadable(f"{path.name} is damaged: {error}; build it again") from error
    finally:
        conn.close()
