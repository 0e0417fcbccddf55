"""Opening a base: what the understanding needs. The file is only read."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any, Literal

from knowledge.errors import BaseUnreadable
from knowledge.models import Match, Name, Source
from knowledge.understanding.index import Index

from .catalogue import catalogue
from .rows import StoredRows, connect, read_names, read_sources
from .shelf import Shelf, stored_index


@dataclass(frozen=True, slots=True)
class Base:
    """An open fact base: names, articles and matches in memory, its entries and what leads to them as they are wanted.

    `forms` are the aliases as words; `seen` and `stems` hold, per language, the words of the stored questions and the
    stems of all known words; `rows` are what was written.
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
    rows: StoredRows


def load(path: Path) -> Base:
    """Open the base at `path`; it may be replaced or removed meanwhile. Raises `BaseUnreadable`."""
    conn = connect(path)
    try:
        names = read_names(conn)
        rows = StoredRows(conn, names)
        return Base(
            names=names,
            clashes=_clashes(conn),
            forms=_forms(conn),
            sources=read_sources(conn),
            matches={r["id"]: _match(r) for r in conn.execute("SELECT * FROM matches")},
            labels={r["id"]: json.loads(r["label"]) for r in conn.execute("SELECT * FROM matches")},
            entries=Shelf(conn, rows),
            index=stored_index(conn, catalogue().light),
            seen=_words(conn, "words"),
            stems=_words(conn, "stems"),
            rows=rows,
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
        found[language].append(intern(word))
    return {language: frozenset(set(words)) for language, words in found.items()}  # half the room of a list's


def _forms(conn: sqlite3.Connection) -> dict[tuple[str, ...], list[str]]:
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for words, entity in conn.execute("SELECT words, entity FROM forms"):
        found[tuple(words.split(" "))].append(entity)
    return found


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
        tuple((coach, team) for team, coach in json.loads(row["coaches"]).items()),
        tuple((keeper, team) for team, keeper in json.loads(row["goalkeepers"]).items()),
    )
