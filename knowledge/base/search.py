"""Words to rows: the full-text index over the sentences of facts and events."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from knowledge.errors import BaseUnreadable
from knowledge.understanding.words import words_only

from .rows import connect

_QUERY = """
SELECT id, rank FROM (
  SELECT facts.id AS id, facts_fts.rank AS rank FROM facts_fts JOIN facts ON facts.rowid = facts_fts.rowid
  WHERE facts_fts MATCH :query
  UNION ALL
  SELECT events.id, events_fts.rank FROM events_fts JOIN events ON events.rowid = events_fts.rowid
  WHERE events_fts MATCH :query
) ORDER BY rank, id LIMIT :limit
"""


def find_rows(path: Path, text: str, *, limit: int = 20) -> tuple[str, ...]:
    """Return the ids of facts and events of the base at `path` whose sentence has all words of `text`.

    The best come first. The last word may be the beginning of one ("gasp"), accents and case do not count,
    and nothing in `text` is understood as an operator. No word, no row. Raises `BaseUnreadable`.
    """
    words = [f'"{word}"' for word in words_only(text)]
    if not words:
        return ()
    conn = connect(path)
    try:
        rows = conn.execute(_QUERY, {"query": f"{' '.join(words)}*", "limit": limit}).fetchall()
    except sqlite3.Error as error:
        raise BaseUnreadable(f"{path.name} is damaged: {error}; build it again") from error
    finally:
        conn.close()
    return tuple(row["id"] for row in rows)
