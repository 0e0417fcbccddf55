"""A base holds the text of every file it was made from: added ones can be written back to a data folder."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path, PurePosixPath

from knowledge.errors import BaseUnreadable

from .files import AMENDMENTS
from .rows import connect
from .tables import hash_of


def restore_inputs(base: Path, folder: Path) -> tuple[Path, ...]:
    """Write the files that were added to `base` into the data folder `folder`; return those written.

    A file that stands there with other content is not touched: `FileExistsError` names it before anything is
    written. Raises `BaseUnreadable` where `base` is no fact base or a text does not fit its hash.
    """
    found = {folder / path: text for path, text in _added(base).items()}
    wanted = {path: text for path, text in found.items() if not _stands(path, text)}
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
        fresh.write_bytes(text.encode())
        fresh.replace(path)
    return tuple(wanted)


def _added(base: Path) -> dict[str, str]:
    conn = connect(base)
    try:
        rows = conn.execute(
            "SELECT path, hash, text FROM inputs WHERE origin = 'added' ORDER BY path"
        ).fetchall()
    except sqlite3.Error as error:
        raise BaseUnreadable(f"{base.name} is damaged: {error}; build it again") from error
    finally:
        conn.close()
    for row in rows:
        if hash_of(row["text"]) != row["hash"] or not _is_input(row["path"]):
            raise BaseUnreadable(
                f"{base.name} is damaged: {row['path']} is not what was built; build it again"
            )
    return {row["path"]: row["text"] for row in rows}


def _is_input(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return path == AMENDMENTS or (len(parts) == 2 and parts[0] in ("articles", "names") and parts[1] != "..")


def _stands(path: Path, text: str) -> bool:
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        return False
    if there.removeprefix(b"\xef\xbb\xbf") != text.encode():
        raise FileExistsError(f"{path} stands there with other content; move it away")
    return True
