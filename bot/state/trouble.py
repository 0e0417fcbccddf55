"""What SQLite's errors mean: trouble of the disk that passes, or a damaged file."""

from __future__ import annotations

import sqlite3

# Primary result codes, https://www.sqlite.org/rescode.html; the lower byte of the extended ones.
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def is_passing(error: BaseException) -> bool:
    """Whether an error tells of a full, read-only or failing disk, or of a lock that somebody else holds."""
    return isinstance(error, sqlite3.Error) and _code(error) in _PASSING


def is_damage(error: BaseException) -> bool:
    """Whether an error tells that the file itself is damaged or is no database."""
    return isinstance(error, sqlite3.Error) and _code(error) in _DAMAGE


def _code(error: sqlite3.Error) -> int:
    """Return the primary result code; 0 for errors that Python's own module raises."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
