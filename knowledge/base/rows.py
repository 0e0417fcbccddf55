"""The rows of a base as they were written: matches, events, facts and names, each table read when it is wanted."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import defaultdict
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from knowledge.errors import BaseUnreadable
from knowledge.models import Name, Source

from .schema import EventPart, FactPart, MatchPart
from .tables import FORMAT

PAGES = 512
"""Kilobytes of the file that a connection keeps: what is wanted often is kept as what it means."""
Part = TypeVar("Part", MatchPart, EventPart, FactPart)


def connect(path: Path) -> sqlite3.Connection:
    """Open the base at `path` read-only. Raises `BaseUnreadable` where it is none of this version."""
    try:
        conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
        conn.row_factory = sqlite3.Row
        conn.execute(f"PRAGMA cache_size = -{PAGES}")
        version = conn.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    except sqlite3.Error as error:
        raise BaseUnreadable(f"{path.name} cannot be read as a fact base: {error}; build it again") from error
    if version is None or version[0] != str(FORMAT):
        conn.close()
        raise BaseUnreadable(f"{path.name} was written by another version; build it again")
    return conn


class StoredRows:
    """The rows of an open base; any thread may ask. Raises sqlite3.Error or ValueError where the file is damaged.

    The base is closed with the last that holds these rows. A connection cannot be left to itself: it stands in a
    circle with its cache of statements, which only the collector breaks, and that is told to leave bases alone.
    """

    def __init__(self, conn: sqlite3.Connection, names: dict[str, Name] | None = None) -> None:
        """`names` are those of the base where they are at hand."""
        self._conn = conn
        self.names = read_names(conn) if names is None else names

    def __del__(self) -> None:
        self._conn.close()

    @cached_property
    def roles(self) -> dict[str, frozenset[tuple[str, str, str]]]:
        """Per person the triples (role, club, season), "" for what is not told, that the files of names give."""
        found: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
        for row in self._conn.execute("SELECT person, role, club, season FROM roles"):
            found[row["person"]].add((row["role"], row["club"] or "", row["season"] or ""))
        return {person: frozenset(told) for person, told in found.items()}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The articles."""
        return read_sources(self._conn)

    @cached_property
    def matches(self) -> dict[str, MatchPart]:
        """The matches in the order of the articles."""
        return {part.id: part for part in self._parts(MatchPart, "SELECT * FROM matches")}

    @cached_property
    def events(self) -> tuple[EventPart, ...]:
        """All events in the order of the articles."""
        return self._parts(EventPart, "SELECT * FROM events")

    @cached_property
    def facts(self) -> tuple[FactPart, ...]:
        """All facts in the order of the articles."""
        return self._parts(FactPart, "SELECT * FROM facts")

    def forget(self) -> None:
        """Let go of the events and facts, which are many; they are read anew when they are wanted again."""
        for held in ("events", "facts"):
            self.__dict__.pop(held, None)

    @cached_property
    def seasonal(self) -> dict[str, FactPart]:
        """The facts that a picture may stand on, by id: those of seasons, finishes and runs."""
        told = "SELECT * FROM facts WHERE seasons != '[]' OR topic IN ('finish', 'run')"
        return {fact.id: fact for fact in self._parts(FactPart, told)}

    @cached_property
    def source_of(self) -> dict[str, str]:
        """The article of each row, "" where it has none."""
        told = " UNION ALL ".join(f"SELECT id, source FROM {t}" for t in ("matches", "events", "facts"))  # noqa: S608
        return {row[0]: row[1] or "" for row in self._conn.execute(told)}

    def events_of(self, match: str) -> tuple[EventPart, ...]:
        """Return the events of a match."""
        return self._parts(EventPart, "SELECT * FROM events WHERE [match] = ? ORDER BY rowid", match)

    def _parts(self, model: type[Part], query: str, *given: str) -> tuple[Part, ...]:
        return tuple(model.model_validate(_fields(row, model)) for row in self._conn.execute(query, given))


def stored_rows(path: Path) -> StoredRows:
    """Open the rows of the base at `path`; raises `BaseUnreadable`."""
    conn = connect(path)
    try:
        return StoredRows(conn)
    except (sqlite3.Error, KeyError, ValueError) as error:
        raise BaseUnreadable(f"{path.name} is damaged: {error}; build it again") from error


def read_names(conn: sqlite3.Connection) -> dict[str, Name]:
    """Return the names of a base, by id."""
    return {row["id"]: _name(row) for row in conn.execute("SELECT * FROM entities ORDER BY id")}


def read_sources(conn: sqlite3.Connection) -> dict[str, Source]:
    """Return the articles of a base."""
    return {row["id"]: _source(row) for row in conn.execute("SELECT * FROM sources")}


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


_PACKED = frozenset({
    "score", "half_time", "after", "coaches", "goalkeepers", "how", "why", "part", "ask", "yes", "no", "about",
    "seasons", "tells", "value",
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
