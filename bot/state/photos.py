"""Pictures that Telegram already has, by what they show: sent again by their id, they need no drawing."""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

from bot.state.schema import migrations


@migrations()
def photos_001(db: Database) -> None:
    """Create the table of pictures; Telegram's ids of files hold for one bot only."""
    db.table("photos").create(
        {"key": str, "bot_id": int, "file_id": str, "sent_at": float},
        pk=("key", "bot_id"),
        not_null={"file_id", "sent_at"},
    )


@migrations()
def photos_002_answers(db: Database) -> None:
    """Note of an answer whether it is the caption of a photo: those have no text to edit."""
    db.table("answers").add_column("pictured", int, not_null_default=0)


class Photos:
    """The table `photos`; `key` names the content of a picture. Writers do not commit: they are effects."""

    def __init__(self, db: Database, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def file_id(self, key: str, bot_id: int) -> str | None:
        """Return the id under which Telegram keeps a picture, or None where it has not got it yet."""
        found = self._db.conn.execute(
            "SELECT file_id FROM photos WHERE key = ? AND bot_id = ?", (key, bot_id)
        ).fetchone()
        return str(found[0]) if found else None

    def keep(self, key: str, bot_id: int, file_id: str) -> None:
        """Remember the id of a picture that was just sent."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO photos (key, bot_id, file_id, sent_at) VALUES (?, ?, ?, ?)",
            (key, bot_id, file_id, self._clock()),
        )

    def purge(self, before: float) -> None:
        """Forget pictures that were last sent before a time."""
        self._db.conn.execute("DELETE FROM photos WHERE sent_at < ?", (before,))
