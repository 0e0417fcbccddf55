"""The state file after an accident: put aside where it is damaged, and the newest good copy in its place."""

from __future__ import annotations

import datetime as dt
import logging
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.state import Store
from bot.state.trouble import is_damage

log = logging.getLogger(__name__)

FOLDER = "backups"
KEPT_COPIES = 7
"""Daily copies of the state beside it, in the folder `backups` of the data folder."""
_SIDE_FILES = ("-wal", "-shm")


def open_state(path: Path, clock: Callable[[], float] = time.time) -> Store:
    """Open the state; a damaged file is moved aside and the newest copy that is whole takes its place.

    Where there is no copy, an empty state takes it. Raises sqlite3.Error for every other trouble, such as a
    full disk or a file that another program has locked.
    """
    try:
        store = Store(path, clock)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        found = str(error)
    else:
        found = _damage(store)
        if not found:
            return store
        store.close()
    aside = _move_aside(path, clock())
    log.error("the state is damaged; it was moved aside", extra={"found": found, "moved_to": aside.name})
    copy = next((copy for copy in copies(path) if is_whole(copy)), None)
    if copy is None:
        log.error("there is no copy of the state; an empty one takes its place")
    else:
        shutil.copyfile(copy, path)
        log.error("a copy of the state takes its place", extra={"copy": copy.name})
    return Store(path, clock)


def _damage(store: Store) -> str:
    """Return what SQLite finds wrong with an open state, or ""."""
    try:
        found = store.check()
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            store.close()
            raise
        return str(error)
    return "" if found == "ok" else found.splitlines()[0]


def _move_aside(path: Path, now: float) -> Path:
    stamp = dt.datetime.fromtimestamp(now, dt.UTC).strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    for suffix in ("", *_SIDE_FILES):  # what the side files hold may be of use to whoever mends it
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    return aside


def copies(path: Path) -> Iterator[Path]:
    """Yield the copies of a state file, newest first: daily ones, and the one before the last upgrade."""
    found = [*(path.parent / FOLDER).glob("state-*.sqlite"), path.with_name(path.name + ".before-upgrade")]
    yield from sorted((f for f in found if f.exists()), key=lambda f: f.stat().st_mtime, reverse=True)


def is_whole(copy: Path) -> bool:
    """Whether a copy can be read from its first page to its last."""
    db = sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return bool(db.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False
    finally:
        db.close()


def keep_copy(path: Path, now: float) -> Path | None:
    """Copy a state file that may be in use, once a day; return the copy, None where today's is there.

    The oldest of more than KEPT_COPIES go. Raises sqlite3.Error or OSError.
    """
    day = dt.datetime.fromtimestamp(now, dt.UTC).date().isoformat()
    target = path.parent / FOLDER / f"state-{day}.sqlite"
    if target.exists():
        return None
    target.parent.mkdir(exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    try:
        source, copy = sqlite3.connect(path), sqlite3.connect(fresh)
        try:
            source.backup(copy)
        finally:
            copy.close()
            source.close()
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    for old in sorted(target.parent.glob("state-*.sqlite"))[:-KEPT_COPIES]:
        old.unlink(missing_ok=True)
    return target
