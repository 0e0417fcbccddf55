"""The tables of trivia, as migrations.

A column `chat_id` follows a group that becomes a supergroup (`chats.py`). `voter` is a user's id, or a
negative number of nobody's after /forget, so that points stay while the person is gone.
"""

from __future__ import annotations

from sqlite_utils import Database

from bot.state.schema import migrations


@migrations()
def trivia_001_games(db: Database) -> None:
    """Create the tables of games, rounds, votes and players.

    `votes` has no foreign key: a vote may be handled before its poll's own commit.
    """
    db.table("trivia_games").create(
        {
            "id": int, "chat_id": int, "thread": int, "starter": int, "language": str, "mode": str,
            "length": int, "difficulty": str, "about": str, "seconds": int, "state": str, "reason": str,
            "note": str, "board_id": int, "board_at": float, "started_at": float, "ended_at": float,
        },
        pk="id",
        not_null={"chat_id", "thread", "language", "mode", "length", "seconds", "state", "started_at"},
    )  # fmt: skip
    db.table("trivia_games").create_index(["chat_id", "state"])
    db.table("trivia_rounds").create(
        {
            "id": int, "game_id": int, "number": int, "key": str, "question": str, "right": int, "state": str,
            "poll_id": str, "message_id": int, "opened_at": float, "closes_at": float, "stopped_at": float,
            "closed_at": float, "closing_update": int, "bonus": int, "worth": int, "hints": int,
            "guesses": int,
        },
        pk="id",
        not_null={"game_id", "key", "question", "right", "state", "bonus", "worth", "hints", "guesses"},
    )  # fmt: skip
    db.table("trivia_rounds").create_index(["game_id", "state"])
    db.execute("CREATE UNIQUE INDEX trivia_rounds_poll ON trivia_rounds(poll_id) WHERE poll_id IS NOT NULL")
    db.table("votes").create(
        {"poll_id": str, "voter": int, "option": int, "update_id": int},
        pk=("poll_id", "voter"),
        not_null={"option", "update_id"},
    )
    db.table("votes").create_index(["voter"])
    db.table("players").create({"voter": int, "name": str}, pk="voter", not_null={"name"})


@migrations()
def trivia_002_chats(db: Database) -> None:
    """Create the tables of who is a member of a chat, its settings, and what it was asked."""
    db.table("trivia_members").create(
        {"chat_id": int, "voter": int, "inside": int, "checked_at": float},
        pk=("chat_id", "voter"),
        not_null={"inside", "checked_at"},
    )
    db.table("trivia_settings").create(
        {
            "chat_id": int, "seconds": int, "length": int, "difficulty": str, "starters": str, "zone": str,
            "daily": str, "thread": int, "language": str,
        },
        pk="chat_id",
    )  # fmt: skip
    db.table("trivia_asked").create(
        {"chat_id": int, "key": str, "asked_at": float}, pk=("chat_id", "key"), not_null={"asked_at"}
    )
