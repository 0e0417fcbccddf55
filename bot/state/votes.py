"""Votes as they arrived, and the tables that follow from them: no score is stored anywhere."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from sqlite_utils import Database

from bot.trivia.rules import ORDER_BONUS, POINTS, STREAK_BONUS, STREAK_FROM, Score

# A vote counts where its number is not above that of the update that closed the poll: so the table does not
# depend on when a vote was handled, only on what Telegram took before the end.
_POINTS = f"""
WITH played AS (
  SELECT r.id, r.game_id, r.poll_id, r.right, r.bonus, r.worth, r.closing_update, g.chat_id,
         row_number() OVER (PARTITION BY r.game_id ORDER BY r.id) AS place
  FROM trivia_rounds r JOIN trivia_games g ON g.id = r.game_id
  WHERE r.state = 'done' AND {{scope}}
), counted AS (
  SELECT p.*, v.voter, v.option, v.update_id FROM played p JOIN votes v ON v.poll_id = p.poll_id
  WHERE v.update_id <= p.closing_update AND NOT EXISTS (
    SELECT 1 FROM trivia_members m WHERE m.chat_id = p.chat_id AND m.voter = v.voter AND m.inside = 0)
), hits AS (
  SELECT c.*, row_number() OVER (PARTITION BY c.id ORDER BY c.update_id) AS arrival,
         c.place - row_number() OVER (PARTITION BY c.game_id, c.voter ORDER BY c.place) AS island
  FROM counted c WHERE c.option = c.right
), runs AS (
  SELECT h.*, row_number() OVER (PARTITION BY h.game_id, h.voter, h.island ORDER BY h.place) AS streak
  FROM hits h
), won AS (
  SELECT voter, count(*) AS right, max(streak) AS streak,
    sum(CASE WHEN worth > 0 THEN worth ELSE {POINTS} END
      + CASE WHEN bonus = 0 THEN 0
             {" ".join(f"WHEN arrival = {n} THEN {more}" for n, more in enumerate(ORDER_BONUS, 1))} ELSE 0 END
      + CASE WHEN streak >= {STREAK_FROM} THEN {STREAK_BONUS} ELSE 0 END) AS points
  FROM runs GROUP BY voter
)
SELECT c.voter, coalesce(n.name, '') AS name, coalesce(w.points, 0) AS points, coalesce(w.right, 0) AS right,
       count(*) AS answered, coalesce(w.streak, 0) AS streak
FROM counted c LEFT JOIN won w ON w.voter = c.voter LEFT JOIN players n ON n.voter = c.voter
GROUP BY c.voter ORDER BY points DESC, name, c.voter
"""  # noqa: S608 - numbers of ours


class Votes:
    """The tables `votes`, `players` and `trivia_members`, and all scores."""

    def __init__(self, db: Database, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def add(self, poll_id: str, voter: int, option: int, update_id: int) -> None:
        """Keep a vote, unless this person has voted before: the first one counts, by the updates' numbers.

        Votes that arrive before their poll's commit are handled beside the chat's queue, perhaps after later ones.
        """
        self._db.conn.execute(
            "INSERT INTO votes (poll_id, voter, option, update_id) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (poll_id, voter) DO UPDATE SET option = excluded.option,"
            " update_id = excluded.update_id WHERE excluded.update_id < votes.update_id",
            (poll_id, voter, option, update_id),
        )

    def name(self, voter: int, name: str) -> None:
        """Keep how a player is shown."""
        self._db.conn.execute(
            "INSERT INTO players (voter, name) VALUES (?, ?)"
            " ON CONFLICT (voter) DO UPDATE SET name = excluded.name WHERE name <> excluded.name",
            (voter, name),
        )

    def count(self, poll_id: str) -> int:
        """Return how many have voted in a poll."""
        found = self._db.conn.execute("SELECT count(*) FROM votes WHERE poll_id = ?", (poll_id,)).fetchone()
        return int(found[0])

    def newest_update(self) -> int:
        """Return the number of the newest update that was stored."""
        found = self._db.conn.execute("SELECT update_id FROM inbox ORDER BY id DESC LIMIT 1").fetchone()
        return int(found[0]) if found else 0

    def end_waits(self, poll_id: str) -> bool:
        """Whether the end of a poll is stored and waits to be handled."""
        found = self._db.conn.execute(
            "SELECT 1 FROM inbox WHERE state = 'waiting' AND json_extract(payload, '$.poll.id') = ?"
            " AND json_extract(payload, '$.poll.is_closed')",
            (poll_id,),
        ).fetchone()
        return found is not None

    def early_ones_wait(self, poll_id: str, before: int) -> bool:
        """Whether votes that came before their poll's commit, and before an update, are still to be handled."""
        found = self._db.conn.execute(
            "SELECT 1 FROM inbox WHERE state = 'waiting' AND queue = 'poll:' || ? AND update_id < ? LIMIT 1",
            (poll_id, before),
        ).fetchone()
        return found is not None

    def everybody_voted(self, game_id: int, poll_id: str) -> bool:
        """Whether all who voted in the last two closed rounds of a game voted in this poll too."""
        expected = self._db.conn.execute(
            "SELECT DISTINCT v.voter FROM votes v WHERE v.poll_id IN ("
            " SELECT poll_id FROM trivia_rounds WHERE game_id = ? AND state = 'done'"
            " ORDER BY id DESC LIMIT 2)",
            (game_id,),
        ).fetchall()
        here = self._db.conn.execute("SELECT voter FROM votes WHERE poll_id = ?", (poll_id,)).fetchall()
        return bool(expected) and set(expected) <= set(here)

    def tally(self, poll_id: str) -> tuple[int, int]:
        """Return how many answered a closed round, and how many of them right."""
        found = self._db.conn.execute(
            "SELECT count(*), coalesce(sum(v.option = r.right), 0) FROM trivia_rounds r"
            " JOIN votes v ON v.poll_id = r.poll_id AND v.update_id <= r.closing_update WHERE r.poll_id = ?",
            (poll_id,),
        ).fetchone()
        return int(found[0]), int(found[1])

    def silent(self, game_id: int) -> int:
        """Return how many rounds at the end of a game nobody answered."""
        rows = self._db.conn.execute(
            "SELECT r.guesses + (SELECT count(*) FROM votes v WHERE v.poll_id = r.poll_id)"
            " FROM trivia_rounds r WHERE r.game_id = ? AND r.state = 'done' ORDER BY r.id DESC LIMIT 10",
            (game_id,),
        ).fetchall()
        return next((at for at, (answers,) in enumerate(rows) if answers), len(rows))

    def of_game(self, game_id: int) -> list[Score]:
        """Return the table of a game."""
        return self._scores("r.game_id = ?", (game_id,))

    def of_chat(self, chat_id: int, since: float = 0.0) -> list[Score]:
        """Return the table of a chat, of rounds closed since a time."""
        return self._scores("g.chat_id = ? AND r.closed_at >= ?", (chat_id, since))

    def of_player(self, voter: int, since: float = 0.0) -> Score | None:
        """Return a player's points in all chats together, or None where they never answered."""
        scores = self._scores(
            "r.closed_at >= ? AND r.game_id IN (SELECT game_id FROM trivia_rounds WHERE poll_id IN"
            " (SELECT poll_id FROM votes WHERE voter = ?))",
            (since, voter),
        )
        return next((score for score in scores if score.voter == voter), None)

    def _scores(self, scope: str, values: tuple[object, ...]) -> list[Score]:
        rows = self._db.conn.execute(_POINTS.format(scope=scope), values)
        return [Score(*row) for row in rows]

    def strangers(self, chat_id: int, game_id: int, checked_after: float) -> list[int]:
        """Return who voted in a game and was not looked up as a member of the chat since a time."""
        rows = self._db.conn.execute(
            "SELECT DISTINCT v.voter FROM votes v JOIN trivia_rounds r ON r.poll_id = v.poll_id"
            " WHERE r.game_id = ? AND v.voter > 0 AND NOT EXISTS (SELECT 1 FROM trivia_members m"
            "  WHERE m.chat_id = ? AND m.voter = v.voter AND m.checked_at > ?)",
            (game_id, chat_id, checked_after),
        )
        return [int(voter) for (voter,) in rows]

    def member(self, chat_id: int, voter: int, *, inside: bool) -> None:
        """Keep whether a player is a member of a chat."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO trivia_members (chat_id, voter, inside, checked_at) VALUES (?, ?, ?, ?)",
            (chat_id, voter, int(inside), self._clock()),
        )

    def forget(self, voter: int) -> None:
        """Leave a person's points under nobody's name; call it inside a transaction."""
        nobody = -secrets.randbelow(2**52) - 2**52
        self._db.conn.execute("UPDATE votes SET voter = ? WHERE voter = ?", (nobody, voter))
        self._db.conn.execute("DELETE FROM players WHERE voter = ?", (voter,))
        self._db.conn.execute("DELETE FROM trivia_members WHERE voter = ?", (voter,))
        self._db.conn.execute("UPDATE trivia_games SET starter = 0 WHERE starter = ?", (voter,))
