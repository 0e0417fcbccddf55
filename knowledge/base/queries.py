"""Reading a base: everything the understanding needs, loaded once; and look-ups by name. The file stays read-only."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import BaseUnreadable
from ..models import Entry, Match, Name, Sample, Source
from ..understanding.words import words_only
from .build import FORMAT


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
            names={r["id"]: _name(r) for r in conn.execute("SELECT * FROM names")},
            clashes={r["alias"]: frozenset(json.loads(r["names"])) for r in _all(conn, "clashes")},
            sources={r["id"]: _source(r) for r in conn.execute("SELECT * FROM sources")},
            matches={r["id"]: _match(r) for r in _all(conn, "matches")},
            labels={r["id"]: json.loads(r["label"]) for r in _all(conn, "matches")},
            entries=tuple(_entry(r, samples.get(r["id"], ())) for r in conn.execute("SELECT * FROM entries")),
            seen=seen,
        )
    except (sqlite3.Error, KeyError, ValueError) as error:
        raise BaseUnreadable(f"{path.name} is damaged: {error}; build it again") from error
    finally:
        conn.close()


def _all(conn: sqlite3.Connection, table: str) -> Iterator[sqlite3.Row]:
    """Yield the rows of a table that is only there where it has rows."""
    if conn.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        yield from conn.execute(f"SELECT * FROM {table}")  # noqa: S608 - callers pass literals


def _samples(conn: sqlite3.Connection) -> tuple[dict[str, tuple[Sample, ...]], dict[str, frozenset[str]]]:
    samples: defaultdict[str, list[Sample]] = defaultdict(list)
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for row in conn.execute("SELECT * FROM questions"):
        features = frozenset(row["features"].split(" ")) - {""}
        samples[row["entry"]].append(Sample(row["text"], row["language"], row["polarity"], features))
        seen[row["language"]].update(words_only(row["text"]))
    return {k: tuple(v) for k, v in samples.items()}, {k: frozenset(v) for k, v in seen.items()}


def _name(row: sqlite3.Row) -> Name:
    demonyms = {k: tuple(v) for k, v in json.loads(row["demonyms"]).items()}
    return Name(
        row["id"], row["kind"], json.loads(row["display"]), json.loads(row["article"]), row["gender"], row["number"],
        row["town"], row["stadium"], row["nationality"], tuple(json.loads(row["aliases"])), demonyms,
    )


def _source(row: sqlite3.Row) -> Source:
    label: dict[str, str] = {k: v for k, v in json.loads(row["label"]).items() if v}
    return Source(
        row["id"], row["title"], label, row["published"], row["publisher"], row["author"], row["language"]
    )


def _match(row: sqlite3.Row) -> Match:
    score: Any = json.loads(row["score"]) if row["score"] else None
    return Match(
        row["id"], row["source"], row["home"], row["away"], row["date"], row["year"], row["season"],
        (score[0], score[1]) if score else None, frozenset(json.loads(row["names"])),
        frozenset(json.loads(row["coaches"]).values()), row["rows"],
    )


def _entry(row: sqlite3.Row, samples: tuple[Sample, ...]) -> Entry:
    def words(column: str) -> frozenset[str]:
        return frozenset(row[column].split(" ")) - {""}

    return Entry(
        id=row["id"], row=row["row"], intent=row["intent"], source=row["source"], match=row["match"],
        kinds=words("kinds"), names=words("names"), core=words("core"),
        values=frozenset(json.loads(row["values"])), team=row["team"],
        numbers=frozenset(int(n) for n in words("numbers")), tokens=words("tokens"),
        text=json.loads(row["text"]), item=json.loads(row["item"]),
        features=frozenset().union(*(s.features for s in samples)) if samples else frozenset(),
        weak=words("weak"), samples=samples, as_of=row["as_of"], many=bool(row["many"]), absent=bool(row["absent"]),
    )
