"""What was asked and answered: contexts of follow-ups, answers to edit, thumbs, missed questions."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from knowledge import Answer, Context, Language, Suggestion


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was answered. `previous` is the context before it; `message_id` is our reply.

    `pictured` tells whether the reply is a photo with a caption.
    """

    id: int
    chat_id: int
    user_id: int
    question_id: int
    message_id: int
    question: str
    language: Language
    kind: str
    rows: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    previous: Context
    edited: bool
    pictured: bool = False


class Talks:
    """The tables `contexts`, `answers`, `feedback` and `missed`. Writers do not commit: they are effects."""

    def __init__(self, db: Database, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def context(self, chat_id: int, user_id: int) -> Context:
        """Return what the last turn of a person in a chat left behind."""
        found = self._db.conn.execute(
            "SELECT context FROM contexts WHERE chat_id = ? AND user_id = ?", (chat_id, user_id)
        ).fetchone()
        return Context.from_json(found[0] if found else None)

    def language(self, chat_id: int, user_id: int) -> str | None:
        """Return the language of a person's last question in a chat, or None."""
        found = self._db.conn.execute(
            "SELECT language FROM contexts WHERE chat_id = ? AND user_id = ?", (chat_id, user_id)
        ).fetchone()
        return str(found[0]) if found else None

    def save_context(self, chat_id: int, user_id: int, context: Context, language: str) -> None:
        """Keep what the next turn needs."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO contexts (chat_id, user_id, context, language, updated_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (chat_id, user_id, context.to_json(), language, self._clock()),
        )

    def save_answer(self, asked: Asked) -> None:
        """Keep an answer, so that an edit, a button or a vote finds it."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO answers (id, chat_id, user_id, question_id, message_id, question,"
            " language, kind, rows, suggestions, previous, edited, pictured, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                asked.id,
                asked.chat_id,
                asked.user_id,
                asked.question_id,
                asked.message_id,
                asked.question,
                asked.language,
                asked.kind,
                json.dumps(asked.rows),
                json.dumps([[s.label, s.question] for s in asked.suggestions], ensure_ascii=False),
                asked.previous.to_json(),
                int(asked.edited),
                int(asked.pictured),
                self._clock(),
            ),
        )

    def answer(self, answer_id: int, chat_id: int) -> Asked | None:
        """Return an answer given in a chat, or None where it is unknown, forgotten or of another chat."""
        return self._one("id = ? AND chat_id = ?", (answer_id, chat_id))

    def answer_to(self, chat_id: int, question_id: int) -> Asked | None:
        """Return the answer to a message where it is its author's latest question in the chat, or None."""
        found = self._one("chat_id = ? AND question_id = ?", (chat_id, question_id))
        if found is None:
            return None
        latest = self._one("chat_id = ? AND user_id = ?", (chat_id, found.user_id))
        return found if latest and latest.id == found.id else None

    def _one(self, where: str, values: tuple[int, ...]) -> Asked | None:
        newest = "created_at DESC, id DESC"
        row = next(iter(self._db.table("answers").rows_where(where, values, order_by=newest, limit=1)), None)
        if row is None:
            return None
        return Asked(
            row["id"],
            row["chat_id"],
            row["user_id"],
            row["question_id"],
            row["message_id"],
            row["question"],
            row["language"],
            row["kind"],
            tuple(json.loads(row["rows"])),
            tuple(Suggestion(label, question) for label, question in json.loads(row["suggestions"])),
            Context.from_json(row["previous"]),
            bool(row["edited"]),
            bool(row["pictured"]),
        )

    def vote(self, asked: Asked, user_id: int, vote: int) -> None:
        """Keep a thumb: `vote` is 1 or -1, the last one counts."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO feedback (answer_id, user_id, vote, rows, created_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (asked.id, user_id, vote, json.dumps(asked.rows), self._clock()),
        )

    def miss(self, miss_id: int, user_id: int, question: str, answer: Answer | Asked, reason: str) -> None:
        """Keep a question that found no answer, or a wrong one; `miss_id` makes a repetition harmless."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO missed (id, user_id, language, question, kind, reason, state, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, 'new', ?)",
            (miss_id, user_id, answer.language, question, answer.kind, reason, self._clock()),
        )

    def report(self, miss_id: int, user_id: int, language: str, words: str) -> None:
        """Keep a quiz question that somebody finds wrong; once a person and question."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO missed (id, user_id, language, question, kind, reason, state, created_at)"
            " SELECT ?, ?, ?, ?, 'quiz', 'wrong_question', 'new', ? WHERE NOT EXISTS ("
            " SELECT 1 FROM missed WHERE user_id = ? AND question = ? AND state = 'new' AND id <> ?)",
            (miss_id, user_id, language, words, self._clock(), user_id, words, miss_id),
        )

    def purge(self, answers_before: float, missed_before: float) -> None:
        """Forget people's words: answers and contexts before one time, missed questions before another."""
        with self._db.atomic():
            self._db.conn.execute("DELETE FROM answers WHERE created_at < ?", (answers_before,))
            self._db.conn.execute(
                "UPDATE contexts SET context = '{}' WHERE updated_at < ?", (answers_before,)
            )
            self._db.conn.execute("DELETE FROM missed WHERE created_at < ?", (missed_before,))
