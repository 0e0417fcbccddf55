"""Reading a base: everything the understanding needs, loaded once, and stored rows. The file is only read."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from knowledge.errors import BaseUnreadable
from knowledge.models import Match, Name, Source
from knowledge.understanding.index import Index

from .catalogue import catalogue
from .schema import EventPart, FactPart, MatchPart
from .shelf import Shelf, stored_index
from .tables import FORMAT


@dataclass(frozen=True, slots=True)
class Base:
    """An open fact base: names, articles and matches in memory, its entries and what leads to them as they are wanted.

    `forms` are the aliases as words; `seen` and `stems` hold, per language, the words of the stored questions and the
    stems of all known words.
    """

    names: dict[str, Name]
    clashes: dict[str, frozenset[str]]
    forms: dict[tuple[str, ...], list[str]]
    sources: dict[str, Source]
    matches: dict[str, Match]
    labels: dict[str, dict[str, str]]
    entries: Shelf
    index: Index
    seen: dict[str, frozenset[str]]
    stems: dict[str, frozenset[str]]


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
    """Open the base at `path`; it may be replaced or removed meanwhile. Raises `BaseUnreadable`."""
    conn = connect(path)
    try:
        return Base(
            names={r["id"]: _name(r) for r in conn.execute("SELECT * FROM entities")},
            clashes=_clashes(conn),
            forms=_forms(conn),
            sources={r["id"]: _source(r) for r in conn.execute("SELECT * FROM sources")},
            matches={r["id"]: _match(r) for r in conn.execute("SELECT * FROM matches")},
            labels={r["id"]: json.loads(r["label"]) for r in conn.execute("SELECT * FROM matches")},
            entries=Shelf(conn),
            index=stored_index(conn, catalogue().light),
            seen=_words(conn, "words"),
            stems=_words(conn, "stems"),
        )
    except (sqlite3.Error, KeyError, ValueError) as error:
        raise BaseUnreadable(f"{path.name} is damaged: {error}; build it again") from error


def _clashes(conn: sqlite3.Connection) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in conn.execute("SELECT alias, entity FROM clashes"):
        found[row["alias"]].add(row["entity"])
    return {alias: frozenset(ids) for alias, ids in found.items()}


def _words(conn: sqlite3.Connection, table: Literal["words", "stems"]) -> dict[str, frozenset[str]]:
    """Return the words, or stems, of each language."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for language, word in conn.execute(f"SELECT * FROM {table}"):  # noqa: S608 - one of two names
        found[language].append(word)
    return {language: frozenset(words) for language, words in found.items()}


def _forms(conn: sqlite3.Connection) -> dict[tuple[str, ...], list[str]]:
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for words, entity in conn.execute("SELECT words, entity FROM forms"):
        found[tuple(words.split(" "))].append(entity)
    return found


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
