"""Run the bot under load for a while, with every fault that Telegram knows, and watch memory and answers.

    python -m benchmarks.soak [--seconds 120] [--rate 20] [--seed 1]

Questions come from ever new chats at `rate` a second against the small Bot API of the tests; a twentieth of
the messages meets a fault. The exit status is 1 where a question stayed without a reply, an update was given
up, the state is damaged, or memory still grew in the second half of the run by more than a tenth, or past 150 MB.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import sqlite3
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from benchmarks.chaos import FAULTS, FAULTY
from benchmarks.questions import shipped_questions
from benchmarks.whole_bot import cpu, resident
from bot.facts import Facts
from bot.settings import child_environment
from tests.bot.standin import TOKEN, Fault, StandIn

ROOT = Path(__file__).parents[1]
WATCH = 2.0
"""Seconds between looks at the memory."""
PATIENCE = 180.0
GROWTH = 1.1
MOST = 150.0
"""Megabytes that the bot may hold with the shipped facts."""
ODD = ("", "?", "xyzzy", "/help", "/matches", "👍" * 200, "chi " * 150, "<b>", "\u202eabc")
FIRST_CHAT = 1000


class Soak:
    """One run over a data folder."""

    def __init__(self, seconds: float, rate: float, chance: random.Random, data: Path) -> None:
        self._seconds = seconds
        self._rate = rate
        self._chance = chance
        self._data = data
        self._texts = [asked.text for asked in shipped_questions(5000, seed=chance.randrange(1000))]
        self._waiting: dict[int, float] = {}
        self._waits: list[float] = []
        self._faults = 0
        self._memory: list[float] = []
        self._asked = 0

    async def run(self) -> dict[str, object]:
        """Ask, watch, let the bot finish, and return the figures."""
        Facts(self._data).open()
        async with StandIn(fault=self._take) as api:
            environment = child_environment(
                TELEGRAM_BOT_TOKEN=TOKEN,
                TELEGRAM_API_URL=api.url,
                DATA_DIR=str(self._data),
                LOG_LEVEL="ERROR",
            )
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", cwd=ROOT, env=environment, stdin=asyncio.subprocess.DEVNULL
            )
            await api.until(lambda: api.polls, 60)
            began, used = time.perf_counter(), cpu(bot.pid)
            watching = asyncio.create_task(self._watch(bot.pid))
            await self._ask(api)
            with suppress(TimeoutError):
                await api.until(lambda: not self._waiting, PATIENCE)
            watching.cancel()
            share = (cpu(bot.pid) - used) / (time.perf_counter() - began)
            bot.send_signal(signal.SIGTERM)
            await bot.wait()
        return self._figures(share)

    async def _ask(self, api: StandIn) -> None:
        end = time.perf_counter() + self._seconds
        while time.perf_counter() < end:
            chat = FIRST_CHAT + self._asked
            text = self._chance.choice(ODD if self._chance.random() < 0.05 else self._texts) or "sticker"
            self._waiting[chat] = time.perf_counter()
            self._asked += 1
            await api.say(chat, text, language=self._chance.choice(("en", "it", "de")))
            api.deliver_twice = self._chance.random() < 0.05
            del api.calls[:-100]  # what is counted is counted; memory of this side is no matter of the bot's
            await asyncio.sleep(self._chance.expovariate(self._rate))

    async def _watch(self, pid: int) -> None:
        while True:
            self._memory.append(resident(pid))
            await asyncio.sleep(WATCH)

    def _take(self, method: str, params: dict[str, Any]) -> Fault | None:
        """See each call; a twentieth of the messages meets a fault."""
        if not method.startswith("send") or method == "sendChatAction":
            return None
        if self._chance.random() < FAULTY:
            self._faults += 1
            fault = self._chance.choice(FAULTS)
            if fault.drop != "after":
                return fault
        began = self._waiting.pop(int(params["chat_id"]), None)
        if began is not None:
            self._waits.append(time.perf_counter() - began)
        return None

    def _figures(self, share: float) -> dict[str, object]:
        with sqlite3.connect(self._data / "state.sqlite") as db:
            parked = db.execute("SELECT count(*) FROM inbox WHERE state = 'parked'").fetchone()[0]
            state = db.execute("PRAGMA integrity_check").fetchone()[0]
        db.close()
        waits, half = sorted(self._waits), self._memory[len(self._memory) // 2 :]
        good = not self._waiting and not parked and state == "ok" and half[-1] <= min(half[0] * GROWTH, MOST)
        return {
            "ok": good, "seconds": self._seconds, "asked": self._asked, "unanswered": len(self._waiting),
            "faults": self._faults, "parked": parked, "state": state, "core_share": round(share, 3),
            "p50_ms": round(waits[len(waits) // 2] * 1000, 1),
            "p99_ms": round(waits[int(len(waits) * 0.99)] * 1000, 1),
            "memory_mb": {
                "first": round(self._memory[0], 1), "half": round(half[0], 1), "last": round(half[-1], 1)
            },
        }  # fmt: skip


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--rate", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        soak = Soak(options.seconds, options.rate, random.Random(options.seed), Path(name))
        figures = asyncio.run(soak.run())
    print(json.dumps(figures, indent=2))
    sys.exit(0 if figures["ok"] else 1)


if __name__ == "__main__":
    main()
