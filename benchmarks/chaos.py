"""Kill the bot at random moments under load, with every fault that Telegram knows, and count what was lost.

    python -m benchmarks.chaos [--kills 200] [--seed 1]

The bot runs as a process of its own against the small Bot API of the tests. Each question comes from a chat
of its own, so that a reply tells which question it answers; some chats send several commands, whose replies
must come in order. A copy of a reply is explained where a kill or a lost answer fell between two of them. The
exit status is 1 where a question stayed without a reply, a copy is unexplained, or the state is damaged.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.facts import Facts
from bot.settings import child_environment
from tests.bot.standin import TOKEN, Call, Fault, StandIn

ROOT = Path(__file__).parents[1]
QUESTIONS = (
    "who scored in bergamo in 2025?",
    "chi ha parato il rigore?",
    "when was lautaro's goal?",
    "xyzzy",
)
ORDERED = ("/help", "/privacy", "/about", "/matches")
FAULTS = (Fault(429, retry_after=1), Fault(500), Fault(502), Fault(drop="before"), Fault(drop="after"))
FAULTY = 0.05
"""Share of the messages that meet a fault."""
LONGEST_LIFE = 1.5
"""Seconds after the first poll until the latest kill."""
PATIENCE = 120.0


@dataclass
class Outcome:
    """What a run came to."""

    kills: int = 0
    asked: int = 0
    unanswered: list[int] = field(default_factory=list)
    out_of_order: list[int] = field(default_factory=list)
    copies: int = 0
    unexplained: list[int] = field(default_factory=list)
    parked: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    state: str = ""

    @property
    def good(self) -> bool:
        """Whether nothing was lost, doubled without a reason, or damaged."""
        lost = self.unanswered or self.out_of_order or self.unexplained or self.parked
        return not lost and self.state == "ok"


class Chaos:
    """One run: `kills` at moments that `chance` gives, over the data folder `data`."""

    def __init__(self, kills: int, chance: random.Random, data: Path) -> None:
        self._kills = kills
        self._chance = chance
        self._data = data
        self._killed: list[float] = []
        self._chats: dict[int, tuple[str, ...]] = {}
        self._outcome = Outcome()

    async def run(self) -> Outcome:
        """Ask, kill and start again; then let the bot finish and compare."""
        Facts(self._data).open()
        async with StandIn(fault=self._fault) as api:
            asking = asyncio.create_task(self._ask(api))
            for _ in range(self._kills):
                bot = await self._start(api)
                await asyncio.sleep(self._chance.uniform(0, LONGEST_LIFE))
                bot.kill()
                await bot.wait()
                self._killed.append(time.time())
            asking.cancel()
            bot = await self._start(api)
            with suppress(TimeoutError):
                await api.until(lambda: not self._missing(api), PATIENCE)
                async with asyncio.timeout(PATIENCE):
                    while self._undone():  # noqa: ASYNC110 - lost answers are repeated before it ends
                        await asyncio.sleep(0.1)
            bot.send_signal(signal.SIGTERM)
            await bot.wait()
            self._judge(api)
        return self._outcome

    async def _start(self, api: StandIn) -> asyncio.subprocess.Process:
        """Start the bot; sometimes do not even wait until it polls."""
        environment = child_environment(
            TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url, DATA_DIR=str(self._data), LOG_LEVEL="ERROR"
        )
        polls = api.polls
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", cwd=ROOT, env=environment, stdin=asyncio.subprocess.DEVNULL
        )
        if self._chance.random() > 0.1:
            await api.until(lambda: api.polls > polls, 60)
        return bot

    async def _ask(self, api: StandIn) -> None:
        """Keep questions coming, now and then delivered twice."""
        chat = 1000
        while True:
            chat += 1
            ordered = self._chance.random() < 0.2
            texts = ORDERED if ordered else (self._chance.choice(QUESTIONS),)
            self._chats[chat] = texts
            for text in texts:
                await api.say(chat, text)
            api.deliver_twice = self._chance.random() < 0.1
            await asyncio.sleep(self._chance.expovariate(40))

    def _fault(self, method: str, params: dict[str, Any]) -> Fault | None:
        if method != "sendMessage" or self._chance.random() > FAULTY:
            return None
        fault = self._chance.choice(FAULTS)
        self._outcome.faults[fault.drop or str(fault.status)] += 1
        return fault

    def _missing(self, api: StandIn) -> list[int]:
        """Return the chats with fewer different replies than questions."""
        replies: dict[int, set[str]] = {}
        for call in api.of("sendMessage"):
            replies.setdefault(call.chat, set()).add(call.text)
        return [chat for chat, texts in self._chats.items() if len(replies.get(chat, ())) < len(texts)]

    def _judge(self, api: StandIn) -> None:
        outcome = self._outcome
        outcome.kills = len(self._killed)
        outcome.asked = sum(map(len, self._chats.values()))
        outcome.unanswered = self._missing(api)
        calls: dict[int, list[Call]] = {}
        for call in api.of("sendMessage"):
            calls.setdefault(call.chat, []).append(call)
        heads = {}
        for chat, found in calls.items():
            first = list(dict.fromkeys(call.text for call in found))
            if len(self._chats[chat]) > 1:
                heads[chat] = tuple(text[:12] for text in first)
            self._count_copies(chat, found)
        usual = Counter(heads.values()).most_common(1)
        outcome.out_of_order = [chat for chat, head in heads.items() if usual and head != usual[0][0]]
        with sqlite3.connect(self._data / "state.sqlite") as db:
            outcome.state = db.execute("PRAGMA integrity_check").fetchone()[0]
            outcome.parked = db.execute("SELECT count(*) FROM inbox WHERE state <> 'done'").fetchone()[0]
        db.close()

    def _undone(self) -> int:
        """Return how many updates the running bot has still to do."""
        db = sqlite3.connect(self._data / "state.sqlite")
        try:
            return int(db.execute("SELECT count(*) FROM inbox WHERE state = 'waiting'").fetchone()[0])
        finally:
            db.close()

    def _count_copies(self, chat: int, calls: list[Call]) -> None:
        """Count the replies of a chat that came again, and those that nothing explains."""
        last: dict[str, Call] = {}
        for call in calls:
            before = last.get(call.text)
            if before:
                self._outcome.copies += 1
                if not before.lost and not any(before.at <= kill <= call.at for kill in self._killed):
                    self._outcome.unexplained.append(chat)
            last[call.text] = call


def run(kills: int, seed: int, data: Path) -> Outcome:
    """Return the outcome of `kills` kills at the moments of a seed, over a data folder without questions."""
    return asyncio.run(Chaos(kills, random.Random(seed), data).run())


def main() -> int:
    """Run from the command line; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        outcome = run(args.kills, args.seed, Path(folder))
    print(f"{outcome.kills} kills in {time.monotonic() - began:.0f} s, {outcome.asked} messages asked")
    print(f"faults: {dict(outcome.faults)}")
    print(f"unanswered {len(outcome.unanswered)}, out of order {len(outcome.out_of_order)}")
    print(f"left undone or given up {outcome.parked}")
    print(f"copies {outcome.copies}, of them unexplained {len(outcome.unexplained)}; state {outcome.state}")
    return 0 if outcome.good else 1


if __name__ == "__main__":
    sys.exit(main())
