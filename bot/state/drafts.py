"""Drafts of articles while they are reviewed, and dialogues while they last: both outlive a restart."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sqlite_utils import Database

Choice = Literal["accept", "reject"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted article under review.

    `article` and `names` are TOML; `choices` says what was decided per row; `findings` what is stored about
    it: (kind, stored id, stored text). `stamp` grows with each change, so that an older button is known.
    """

    id: int
    by_id: int
    title: str
    source: str
    text: str
    article: str
    names: str
    findings: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    choices: dict[str, Choice] = field(default_factory=dict)
    place: int = 0
    stamp: int = 0
    state: str = "open"
    created_at: float = 0.0
    updated_at: float = 0.0

    def next(self, **changes: Any) -> Draft:
        """Return the draft after a change."""
        return replace(self, stamp=self.stamp + 1, **changes)


class Drafts:
    """The table `drafts`. `save` does not commit: it is an effect."""

    def __init__(self, db: Database, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def save(self, draft: Draft) -> None:
        """Store a draft, new or changed."""
        now = self._clock()
        row = {name: getattr(draft, name) for name in Draft.__dataclass_fields__}
        row |= {"findings": _json(draft.findings), "choices": _json(draft.choices), "updated_at": now}
        row["created_at"] = draft.created_at or now
        self._db.table("drafts").insert(row, replace=True)

    def get(self, draft_id: int) -> Draft | None:
        """Return an open draft, or None where it is published, discarded, too old or unknown."""
        return next(iter(self._where("id = ? AND state = 'open'", (draft_id,))), None)

    def open(self) -> list[Draft]:
        """Return the drafts under review, newest first."""
        return self._where("state = 'open'", ())

    def _where(self, where: str, values: tuple[object, ...]) -> list[Draft]:
        found = []
        for row in self._db.table("drafts").rows_where(where, values, order_by="created_at DESC, id DESC"):
            findings = {id_: (f[0], f[1], f[2]) for id_, f in json.loads(row["findings"]).items()}
            found.append(Draft(**(row | {"findings": findings, "choices": json.loads(row["choices"])})))
        return found

    def purge(self, before: float) -> None:
        """Forget drafts that nobody touched since a time, whatever became of them."""
        with self._db.atomic():
            self._db.conn.execute("DELETE FROM drafts WHERE updated_at < ?", (before,))


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What an administrator is in the middle of; `step` names what is awaited, `stamp` as in Draft."""

    user_id: int
    kind: str
    step: str
    data: dict[str, Any] = field(default_factory=dict)
    stamp: int = 0

    def to(self, step: str, **data: Any) -> Dialogue:
        """Return the dialogue at its next step, with more known."""
        return replace(self, step=step, data=self.data | data, stamp=self.stamp + 1)


class Dialogues:
    """The table `dialogues`, one a person. Writers do not commit: they are effects."""

    def __init__(self, db: Database, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def of(self, user_id: int) -> Dialogue | None:
        """Return what a person is in the middle of, or None."""
        row = next(iter(self._db.table("dialogues").rows_where("user_id = ?", (user_id,))), None)
        if row is None:
            return None
        return Dialogue(row["user_id"], row["kind"], row["step"], json.loads(row["data"]), row["stamp"])

    def save(self, dialogue: Dialogue) -> None:
        """Store a dialogue in place of the person's last one."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO dialogues (user_id, kind, step, data, stamp, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                dialogue.user_id,
                dialogue.kind,
                dialogue.step,
                _json(dialogue.data),
                dialogue.stamp,
                self._clock(),
            ),
        )

    def end(self, user_id: int) -> None:
        """Forget what a person was in the middle of."""
        self._db.conn.execute("DELETE FROM dialogues WHERE user_id = ?", (user_id,))

    def purge(self, before: float) -> None:
        """Forget dialogues that nobody touched since a time."""
        with self._db.atomic():
            self._db.conn.execute("DELETE FROM dialogues WHERE updated_at < ?", (before,))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
