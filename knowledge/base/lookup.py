"""Single rows of a base for those who look after it: by id, by words, with their article."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import BaseUnreadable

from .rows import connect

_ROWS = {
    "fact": "SELECT id, source, topic AS about_what, en, it, value FROM facts",
    "event": "SELECT id, source, kind AS about_what, en, it, NULL AS value FROM events",
}
_IDS = (
    "SELECT id FROM sources UNION SELECT id FROM matches"
    " UNION SELECT id FROM events UNION SELECT id FROM facts"
)


@dataclass(frozen=True, slots=True)
class StoredRow:
    """An event or fact as it is stored: `topic` is the fact's topic or the event's kind."""

    id: str
    kind: str
    topic: str
    source: str
    text: dict[str, str] = field(default_factory=dict)
    value: str = ""

    def shown(self, language: str) -> str:
        """Return the row's sentence in `language`, else in the other one, else its id."""
        return self.text.get(language) or next(iter(self.text.values()), self.id)


def stored(path: Path, ids: Iterable[str] | None = None) -> list[StoredRow]:
    """Return the events and facts with these ids in their order, all of them for None; `BaseUnreadable`."""
    wanted = None if ids is None else list(ids)
    conn = connect(path)
    try:
        found = {row.id: row for kind, query in _ROWS.items() for row in _read(conn, kind, query)}
    except sqlite3.Error as error:
        raise BaseUnreadable(f"{path.name} is damaged: {error}; build it again") from error
    finally:
        conn.close()
    return list(found.values()) if wanted is None else [found[id_] for id_ in wanted if id_ in found]


def _read(conn: sqlite3.Connection, kind: str, query: str) -> Iterable[StoredRow]:
    for row in conn.execute(query):
        text = {language: row[language] for language in ("en", "it") if row[language]}
        value = json.loads(row["value"]) if row["value"] else ""
        yield StoredRow(row["id"], kind, row["about_what"], row["source"] or "", text, str(value))


def all_ids(path: Path) -> frozenset[str]:
    """Return every id of a source, match, event or fact of the base at `path`."""
    conn = connect(path)
    try:
        return frozenset(row["id"] for row in conn.execute(_IDS))
    finally:
        conn.close()


def added_inputs(path: Path) -> dict[str, str]:
    """Return the data folder's files that the base at `path` was built from: path there -> text."""
    conn = connect(path)
    try:
        rows = conn.execute("SELECT path, text FROM inputs WHERE origin = 'added' ORDER BY path").fetchall()
    except sqlite3.Error as error:
        raise BaseUnreadable(f"{path.name} is damaged: {error}; build it again") from error
    finally:
        conn.close()
    return {row["path"]: row["text"] for row in rows}
