"""The whole bot over real HTTP on loopback beside a bare echo bot: updates a second, CPU and memory.

    python -m benchmarks.whole_bot [--updates 2000] [--chats 50] [--different 220]

Every chat keeps one message under way: the next one goes out when the reply to the last one came. The bots
run in turn, each as a process of its own, against the same small Bot API. With `--different` so many questions
are sent in turn, again and again, to whichever chat is next; without it all of them differ.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks.questions import shipped_questions
from bot.facts import Facts
from bot.settings import child_environment
from tests.bot.standin import TOKEN, Fault, StandIn

ROOT = Path(__file__).parents[1]
PATIENCE = 120.0
TICKS = os.sysconf("SC_CLK_TCK")


class Load:
    """Feeds texts to a bot and takes the time of each reply."""

    def __init__(self, api: StandIn, texts: Sequence[str], chats: int) -> None:
        self._api = api
        self._texts = iter(texts)
        self._sent: dict[int, float] = {}
        self.waits: list[float] = []
        self.left = len(texts)
        self._chats = chats
        api.fault = self._take

    def begin(self) -> None:
        """Put the first message of each chat under way."""
        for chat in range(1, self._chats + 1):
            self._next(chat)

    def _next(self, chat: int) -> None:
        text = next(self._texts, None)
        if text is None:
            return
        self._api._next_update += 1
        message = self._api.message(chat, text)
        self._sent[chat] = time.perf_counter()
        self._api.pending.append({"update_id": self._api._next_update, "message": message})

    def _take(self, method: str, params: dict[str, Any]) -> Fault | None:
        """See each call; the first message to a chat is its reply."""
        chat = int(params.get("chat_id", 0))
        if method.startswith("send") and method != "sendChatAction" and chat in self._sent:
            self.waits.append(time.perf_counter() - self._sent.pop(chat))
            self.left -= 1
            self._next(chat)
        return None


async def measure(command: Sequence[str], texts: Sequence[str], chats: int, data: Path) -> dict[str, float]:
    """Run one bot through all texts; return its figures. Raises TimeoutError where replies stay out."""
    async with StandIn() as api:
        environment = child_environment(
            TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url, DATA_DIR=str(data), LOG_LEVEL="ERROR"
        )
        arguments = [part.format(token=TOKEN, url=api.url) for part in command]
        bot = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, cwd=ROOT, env=environment, stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            began = time.perf_counter()
            await api.until(lambda: api.polls, PATIENCE)
            up = time.perf_counter() - began
            await asyncio.sleep(3.0)  # what a start leaves to do must not count
            load, used, start = Load(api, texts, chats), cpu(bot.pid), time.perf_counter()
            load.begin()
            await api._stir()
            await api.until(lambda: not load.left, PATIENCE)
            seconds = time.perf_counter() - start
            spent, memory = cpu(bot.pid) - used, resident(bot.pid)
        finally:
            bot.kill()
            await bot.wait()
    waits = sorted(load.waits)
    return {
        "updates_per_second": round(len(texts) / seconds, 1),
        "cpu_ms_per_update": round(spent / len(texts) * 1000, 3),
        "p50_ms": round(statistics.median(waits) * 1000, 1),
        "p99_ms": round(waits[int(len(waits) * 0.99)] * 1000, 1),
        "memory_mb": round(memory, 1),
        "start_seconds": round(up, 2),
    }


def cpu(pid: int) -> float:
    """Return the CPU seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident(pid: int | str) -> float:
    """Return the memory that a process ("self": this one) holds, in megabytes."""
    text = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in text.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def compare(updates: int, chats: int, different: int = 0) -> dict[str, object]:
    """Measure both bots; `ratio` is this bot's updates a second over the echo bot's, `different` as in `main`."""
    asked = [asked.text for asked in shipped_questions(different or updates, seed=7)]
    texts = list(islice(cycle(asked), updates))
    bots = {"this bot": ["-m", "bot"], "echo bot": ["-m", "benchmarks.echo", "{token}", "{url}"]}
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        Facts(Path(name)).open()
        for bot, command in bots.items():
            figures[bot] = asyncio.run(measure(command, texts, chats, Path(name)))
    ratio = figures["this bot"]["updates_per_second"] / figures["echo bot"]["updates_per_second"]
    shown = {"updates": updates, "chats": chats, "different": len(asked)}
    return {**shown, **figures, "ratio": round(ratio, 2)}


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--updates", type=int, default=2000)
    parser.add_argument("--chats", type=int, default=50)
    parser.add_argument("--different", type=int, default=0, help="questions that differ, all where it is 0")
    options = parser.parse_args()
    print(json.dumps(compare(options.updates, options.chats, options.different), indent=2))


if __name__ == "__main__":
    main()
