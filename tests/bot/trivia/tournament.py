"""A game of many players while the bot's process is killed again and again, and what must come out of it."""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import signal
import sqlite3
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.playground.world import TOKEN, Poll
from bot.state import Store
from tests.bot.trivia.arena import Arena, table
from tests.bot.trivia.reckoning import Asked, Ballot, reckon

NUMBERED = re.compile(r"(\d+)/\d+\. ")
AGAIN = 4.5
"""Updates with votes that a person sends in a round on average; only the first of each person counts."""


@dataclass
class Tournament:
    """The plan: kills by the count of the bot's calls, faults by chance. `rng` decides everything.

    `again` is how many updates with votes a person sends in a round on average.
    """

    arena: Arena
    data: Path
    rng: random.Random
    questions: int
    kills: int
    flags: Sequence[str] = ()
    again: float = AGAIN
    process: asyncio.subprocess.Process | None = None
    closed_at: dict[str, float] = field(default_factory=dict)
    killed_at: list[float] = field(default_factory=list)
    starts: int = 0
    votes: int = 0
    _next_kill: int = 0
    _calls: int = 0

    async def play(self) -> str:
        """Play a game to its end; return the final table as it was sent."""
        self.arena.fault = self._fault
        self._plan_kill()
        add = self.arena.world.updates.add
        self.arena.world.updates.add = lambda kind, content: self._add(add, kind, content)  # type: ignore[method-assign]
        keeper = asyncio.create_task(self._keep_alive())
        try:
            self.arena.say(self.arena.players[0], f"/trivia {self.questions}")
            voted = 0
            while not any("Final table" in text for text in self.arena.texts()):
                await self.arena.until(
                    lambda n=voted: len(self.arena.polls_in()) > n or "Final" in str(self.arena.texts()),  # type: ignore[misc]
                    seconds=600,
                )
                for poll in self.arena.polls_in()[voted:]:
                    voted += 1
                    await self._vote(poll)
            return next(text for text in reversed(self.arena.texts()) if "Final table" in text)
        finally:
            self.arena.fault = lambda method, params: None
            keeper.cancel()
            await asyncio.gather(keeper, return_exceptions=True)
            await self._stop()

    async def starts_again(self) -> float:
        """Let somebody start the next game after a last kill; return the seconds to its first question."""
        keeper = asyncio.create_task(self._keep_alive())
        try:
            polls, before = len(self.arena.polls_in()), time.monotonic()
            self.arena.say(self.arena.players[1], "/trivia 1")
            await self.arena.until(lambda: len(self.arena.polls_in()) > polls, seconds=600)
            return time.monotonic() - before
        finally:
            keeper.cancel()
            await asyncio.gather(keeper, return_exceptions=True)
            await self._stop()

    async def _vote(self, poll: Poll) -> None:
        """Let all vote, many again, some too late; end the countdown somewhere on the way."""
        arena, rng = self.arena, self.rng
        options = len(poll.poll["options"])
        right = poll.poll["correct_option_ids"][0]
        crowd = [p for p in arena.players if rng.random() < 0.97]
        crowd += rng.choices(arena.players, k=round(len(arena.players) * self.again) - len(crowd))
        rng.shuffle(crowd)
        patient = rng.random() < 0.5
        end = len(crowd) if patient else rng.randint(len(crowd) // 2, len(crowd))
        for at, person in enumerate(crowd):
            if at == end:
                arena.close(poll)
            choice = right if rng.random() < 0.5 else rng.randrange(options)
            first = person not in poll.votes and not poll.poll["is_closed"]
            if first:
                arena.vote(person, poll, choice)
            else:
                chosen = [] if rng.random() < 0.2 else [choice]
                answer = {"poll_id": poll.poll["id"], "user": arena.world.users[person], "option_ids": chosen}
                arena.world.updates.add("poll_answer", {**answer, "option_persistent_ids": []})
            self.votes += 1
            if rng.random() < 0.03:
                arena.repeat()
            if rng.random() < 0.05:
                await asyncio.sleep(0)
        await arena.heard()
        arena.close(poll)

    def _add(self, add: Any, kind: str, content: Any) -> None:
        add(kind, content)
        if kind == "poll" and content["is_closed"]:
            self.closed_at[content["id"]] = time.monotonic()

    # Faults

    def _plan_kill(self) -> None:
        self._next_kill = self._calls + self.rng.randint(2, 2 + 2 * self.questions // (self.kills + 1) + 6)

    def _fault(self, method: str, params: dict[str, Any]) -> str | None:
        if method.startswith(("getMe", "set", "delete")):
            return None
        self._calls += 1
        if self._calls >= self._next_kill and len(self.killed_at) < self.kills and self.process:
            self.killed_at.append(time.monotonic())
            os.kill(self.process.pid, signal.SIGKILL)
            self._plan_kill()
            return self.rng.choice(("before", "after"))
        chance = self.rng.random()
        return "429" if chance < 0.04 else "before" if chance < 0.06 else "after" if chance < 0.07 else None

    async def _keep_alive(self) -> None:
        """Start the bot whenever it is not running."""
        environment = os.environ | {
            "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": self.arena.url, "DATA_DIR": str(self.data),
            "ADMIN_IDS": "", "TRIVIA_SECONDS": "10",
        }  # fmt: skip
        with (self.data / "bot.log").open("ab") as log:
            while True:
                self.starts += 1
                self.process = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "tests.bot.trivia.fast_bot", *self.flags,
                    env=environment, stdout=log, stderr=log,
                )  # fmt: skip
                await self.process.wait()

    async def _stop(self) -> None:
        if self.process and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    # What must come out

    def expected(self) -> list[int]:
        """Return the points of all who voted, the best first, from the polls and votes of the server alone.

        A poll that was cut off was asked again under its number, so the last one of a number counts.
        """
        last = {}
        for poll in self.arena.polls_in():
            found = NUMBERED.match(poll.poll["question"])
            assert found is not None
            last[int(found[1])] = poll
        rounds = [self._asked(last[number]) for number in sorted(last)]
        return sorted(reckon(rounds).values(), reverse=True)

    def _asked(self, poll: Poll) -> Asked:
        name = poll.poll["id"]
        stored = self._rows("SELECT bonus FROM trivia_rounds WHERE poll_id = ?", name)
        bonus = bool(stored[0][0]) if stored else True
        sent, closed = self.arena.sent_at[name], self.closed_at[name]
        inside = [at for at in self.killed_at if sent < at < closed]
        assert not (inside and bonus), "a bonus for order in a round that the bot was down in"
        later = [at for at in self.killed_at if at > sent]
        assert bonus or later, "no bonus for order in a round without a stop"
        ballots = [Ballot(v, o, n) for n, (v, o) in enumerate((p, c[0]) for p, c in poll.votes.items())]
        return Asked(poll.poll["correct_option_ids"][0], bonus, len(ballots), tuple(ballots))

    def _rows(self, query: str, *values: object) -> list[Any]:
        with sqlite3.connect(self.data / "state.sqlite") as db:
            rows = db.execute(query, values).fetchall()
        db.close()
        return rows

    def is_right(self, final: str) -> bool:
        """Whether the table that was sent, and the whole one by the bot's query, are those of the votes."""
        expected = self.expected()
        store = Store(self.data / "state.sqlite")
        queried = [score.points for score in store.votes.of_game(1)]
        store.close()
        shown = [points for _, points in table(final)]
        return queried == expected and shown == expected[: len(shown)] and len(shown) > 0


def as_json(tournament: Tournament) -> str:
    """Return the figures of a tournament."""
    polls = len(tournament.arena.polls_in())
    return json.dumps(
        {
            "questions": tournament.questions, "polls": polls, "vote updates": tournament.votes,
            "first votes": sum(len(poll.votes) for poll in tournament.arena.polls_in()),
            "kills": len(tournament.killed_at), "starts": tournament.starts,
        }
    )  # fmt: skip
