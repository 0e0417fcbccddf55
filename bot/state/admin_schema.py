"""The tables of those who keep the facts, as migrations.

Who changed what is kept under `by_id`, not `user_id`: it is a record of the facts, which /forget leaves.
"""

from __future__ import annotations

from sqlite_utils import Database

from bot.state.schema import migrations


@migrations()
def admin_001_keeping(db: Database) -> None:
    """Create the tables of changes to the facts, drafts, dialogues, and questions counted by day."""
    db.table("changes").create(
        {
            "id": int, "by_id": int, "action": str, "detail": str, "before": str, "state": str,
            "added": int, "changed": int, "removed": int, "created_at": float,
        },
        pk="id",
        not_null={"by_id", "action", "state", "created_at"},
    )  # fmt: skip
    db.table("drafts").create(
        {
            "id": int, "by_id": int, "title": str, "source": str, "text": str, "article": str, "names": str,
            "findings": str, "choices": str, "place": int, "stamp": int, "state": str,
            "created_at": float, "updated_at": float,
        },
        pk="id",
        not_null={"by_id", "article", "state", "created_at"},
    )  # fmt: skip
    db.table("dialogues").create(
        {"user_id": int, "kind": str, "step": str, "data": str, "stamp": int, "updated_at": float},
        pk="user_id",
        not_null={"kind", "step", "data", "stamp"},
    )
    db.table("asked_daily").create(
        {"day": str, "language": str, "kind": str, "number": int}, pk=("day", "language", "kind")
    )
