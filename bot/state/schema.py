"""The tables of the state file, as migrations: each step runs once, in a transaction with the record of it.

Times are seconds since 1970. A table with a `chat_id` follows a group that becomes a supergroup, and one
with a `user_id` is emptied by /forget (`chats.py`), whoever adds it.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("bot")


@migrations()
def m001_delivery(db: Database) -> None:
    """Create the tables of updates, timers, and messages sent to groups in the last minute."""
    db.table("inbox").create(
        {
            "id": int,
            "update_id": int,
            "queue": str,
            "payload": str,
            "received_at": float,
            "attempts": int,
            "state": str,
            "reason": str,
            "done_at": float,
        },
        pk="id",
        not_null={"update_id", "queue", "payload", "received_at", "attempts", "state"},
    )
    db.execute("CREATE UNIQUE INDEX inbox_update ON inbox(update_id)")
    db.execute("CREATE INDEX inbox_waiting ON inbox(id) WHERE state = 'waiting'")
    db.execute("CREATE INDEX inbox_done ON inbox(done_at) WHERE state = 'done'")
    db.table("timers").create(
        {"id": str, "kind": str, "chat_id": int, "due_at": float, "payload": str, "attempts": int},
        pk="id",
        not_null={"kind", "due_at", "payload", "attempts"},
        defaults={"attempts": 0},
    )
    db.table("timers").create_index(["due_at"])
    db.table("sent").create({"id": int, "chat_id": int, "sent_at": float}, pk="id")
    db.table("published").create({"key": str, "digest": str}, pk="key")


@migrations()
def m002_people(db: Database) -> None:
    """Create the tables of chats, choices of language, and what the last turns were about."""
    db.table("chats").create(
        {"chat_id": int, "kind": str, "active": int, "created_at": float},
        pk="chat_id",
        not_null={"kind", "active"},
    )
    db.table("languages").create({"owner_id": int, "language": str}, pk="owner_id")
    db.table("contexts").create(
        {"chat_id": int, "user_id": int, "context": str, "language": str, "updated_at": float},
        pk=("chat_id", "user_id"),
    )
    db.table("answers").create(
        {
            "id": int,
            "chat_id": int,
            "user_id": int,
            "question_id": int,
            "message_id": int,
            "question": str,
            "language": str,
            "kind": str,
            "rows": str,
            "suggestions": str,
            "previous": str,
            "edited": int,
            "created_at": float,
        },
        pk="id",
    )
    db.table("answers").create_index(["chat_id", "question_id"])
    db.table("feedback").create(
        {"answer_id": int, "user_id": int, "vote": int, "rows": str, "created_at": float},
        pk=("answer_id", "user_id"),
    )
    db.table("missed").create(
        {
            "id": int,
            "user_id": int,
            "language": str,
            "question": str,
            "kind": str,
            "reason": str,
            "state": str,
            "created_at": float,
        },
        pk="id",
    )
