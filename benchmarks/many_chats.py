"""Memory of the whole bot while ever new chats ask one question each.

    python -m benchmarks.many_chats [--questions 100000] [--under-way 50]

Over HTTP on loopback, three in a hundred messages odd ones; prints the resident memory after each tenth as JSON.
The exit status is 1 where it passes 150 MB.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.questions import shipped_questions
from benchmarks.soak import MOST, ODD
from benchmarks.whole_bot import ROOT, cpu, resident
from bot.facts import Facts
from bot.settings import child_environment
from tests.bot.standin import TOKEN, Fault, StandIn

DIFFERENT = 5000
"""Different questions; each comes again in other chats."""
ODDS = 0.03
FIRST_CHAT = 1000
PATIENCE = 3600.0


class NewChats:
    """Keeps some messages under way, each from a chat of its own."""

    def __init__(self, api: StandIn, questions: int, chance: random.Random) -> None:
        self.answered = 0
        self._api, self._left, self._chance = api, questions, chance
        self._chat = FIRST_CHAT
        self._waiting: set[int] = set()
        self._texts = [asked.text for asked in shipped_questions(DIFFERENT, seed=11)]
        api.fault = self._take

    def ask(self) -> None:
        """Let one more chat ask, while any is left."""
        if not self._left:
            return
        self._left -= 1
        self._chat += 1
        odd = self._chance.random() < ODDS
        text = self._chance.choice(ODD[1:] if odd else self._texts)
        self._api._next_update += 1
        message = self._api.message(self._chat, text)
        self._waiting.add(self._chat)
        self._api.pending.append({"update_id": self._api._next_update, "message": message})

    def _take(self, method: str, params: dict[str, Any]) -> Fault | None:
        chat = int(params.get("chat_id", 0))
        if method.startswith("send") and chat in self._waiting:
            self._waiting.remove(chat)
            self.answered += 1
            self._api.calls.clear()  # or this program grows
            self.ask()
        return None


async def measure(questions: int, under_way: int, data: Path) -> dict[str, Any]:
    """Run the bot through all questions; return its memory in megabytes after each tenth and its CPU seconds."""
    async with StandIn() as api:
        environment = child_environment(
            TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url, DATA_DIR=str(data), LOG_LEVEL="ERROR"
        )
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", cwd=ROOT, env=environment, stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        memory: dict[int, float] = {}
        try:
            await api.until(lambda: api.polls, PATIENCE)
            load = NewChats(api, questions, random.Random(1))
            for _ in range(under_way):
                load.ask()
            await api._stir()
            for tenth in range(1, 11):
                most = questions * tenth // 10
                await api.until(lambda most=most: load.answered >= most, PATIENCE)
                memory[most] = round(resident(bot.pid), 1)
                print(most, memory[most], "MB", file=sys.stderr, flush=True)
            spent = cpu(bot.pid)
        finally:
            bot.kill()
            await bot.wait()
    return {"memory_mb": memory, "cpu_seconds": round(spent, 1)}


def main() -> int:
    """Print the figures as JSON; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--questions", type=int, default=100_000)
    parser.add_argument("--under-way", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        Facts(Path(name)).open()
        figures = asyncio.run(measure(options.questions, options.under_way, Path(name)))
    print(json.dumps(figures, indent=2))
    return 0 if max(figures["memory_mb"].values()) <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
