"""What must survive a restart: one SQLite file in WAL mode, with one writer, the bot's event loop."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from sqlite_utils import Database

from bot.state import admin_schema, trivia_schema  # noqa: F401 - they register their migrations
from bot.state.changes import Changes, Daily
from bot.state.chats import Chats
from bot.state.drafts import Dialogues, Drafts
from bot.state.games import Games
from bot.state.inbox import MOST_ATTEMPTS, Inbox, Row
from bot.state.missed import Review
from bot.state.photos import Photos
from bot.state.schema import migrations
from bot.state.talks import Asked, Talks
from bot.state.timers import Sends, Timer, Timers
from bot.state.trivia_settings import TriviaSettings
from bot.state.votes import Votes

__all__ = ["MOST_ATTEMPTS", "Asked", "Chats", "Inbox", "Row", "Sends", "Store", "Talks", "Timer", "Timers"]

DAY = 86_400.0
PATIENCE = 2.0
"""Seconds to wait for a lock that another program holds; everybody waits meanwhile, so not for long."""
PAGES = 512
"""Kilobytes of the file that are kept in memory: an update touches a few pages of each table."""
KEEP_DONE = 2 * DAY  # Telegram repeats an update for 24 hours at most
KEEP_ANSWERS = 2 * DAY
KEEP_MISSED = 90 * DAY
KEEP_DRAFTS = 30 * DAY
KEEP_PHOTOS = 180 * DAY


class Store:
    """The open state file and its tables."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Open or create the file and bring its schema up to date.

        Raises sqlite3.Error where the file cannot be used. Before a change of schema the old file is
        copied beside itself (`.before-upgrade`).
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.clock = clock
        # No implicit transactions: a write outside of `atomic` must not leave one open.
        self._db = Database(
            sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        )
        self._db.enable_wal()
        self._db.conn.execute("PRAGMA synchronous = NORMAL")
        self._db.conn.execute(f"PRAGMA cache_size = -{PAGES}")
        if migrations.applied(self._db) and migrations.pending(self._db):
            self.backup(path.with_name(path.name + ".before-upgrade"))
        migrations.apply(self._db)
        self.inbox = Inbox(self._db, clock)
        self.chats = Chats(self._db, clock)
        self.talks = Talks(self._db, clock)
        self.timers = Timers(self._db)
        self.sends = Sends(self._db)
        self.games = Games(self._db, clock, self.timers)
        self.votes = Votes(self._db, clock)
        self.trivia = TriviaSettings(self._db, self.timers)
        self.changes = Changes(self._db, clock)
        self.daily = Daily(self._db, clock)
        self.drafts = Drafts(self._db, clock)
        self.dialogues = Dialogues(self._db, clock)
        self.review = Review(self._db)
        self.photos = Photos(self._db, clock)

    @property
    def db(self) -> Database:
        """The database, for further modules of this package."""
        return self._db

    def atomic(self) -> AbstractContextManager[object]:
        """Open a transaction: all that is written inside is kept, or none of it."""
        return self._db.atomic()

    def purge(self) -> None:
        """Forget what is past its time."""
        now = self.clock()
        self.inbox.purge(now - KEEP_DONE)
        self.talks.purge(now - KEEP_ANSWERS, now - KEEP_MISSED)
        self.drafts.purge(now - KEEP_DRAFTS)
        self.dialogues.purge(now - KEEP_DRAFTS)
        self.photos.purge(now - KEEP_PHOTOS)

    def backup(self, target: Path) -> None:
        """Copy the file while it is in use. Raises sqlite3.Error or OSError."""
        copy = sqlite3.connect(target)
        try:
            self._db.conn.backup(copy)
        finally:
            copy.close()

    def check(self) -> str:
        """Return "ok", or what SQLite finds wrong with the file."""
        return str(self._db.conn.execute("PRAGMA quick_check").fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self._db.close()
