"""How long people wait for answers in private while groups play trivia.

    python -m benchmarks.trivia_load [--groups 20] [--players 10] [--people 50] [--seconds 60]

The bot runs as a process of its own, at the pace of real games, against the playground's strict Bot API. Each
person asks again half a second after the last answer came; the groups' players vote within seconds. Printed
are the waits for answers, and from a closed poll to the next one, without and with the games.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from bot.facts import Facts
from bot.playground.world import TOKEN
from bot.settings import child_environment
from tests.bot.trivia.arena import Arena

QUESTIONS = (
    "who scored in bergamo in december 2025?", "chi ha parato il rigore?", "why was djimsiti angry?",
    "who coached inter in 2023?", "what did gasperini say about the champions league?",
)  # fmt: skip


async def ask(arena: Arena, person: int, waits: list[float], until: float, rng: random.Random) -> None:
    """Ask one question after another; keep how long each answer took."""
    await asyncio.sleep(rng.random())
    while time.monotonic() < until:
        before = len(arena.sent("sendMessage", person))
        arena.say(person, rng.choice(QUESTIONS), chat=person)
        asked = time.monotonic()
        await arena.until(lambda n=before: len(arena.sent("sendMessage", person)) > n, seconds=60)  # type: ignore[misc]
        waits.append(time.monotonic() - asked)
        await asyncio.sleep(0.5)


async def play(arena: Arena, group: int, gaps: list[float], until: float, rng: random.Random) -> None:
    """Play games; keep the time from the last vote of a round to the next poll."""
    players, number = arena.members(group), 0
    await asyncio.sleep(rng.random() * 3)
    while time.monotonic() < until:
        arena.say(players[0], "/trivia 20", chat=group)
        closed = 0.0
        for _ in range(20):
            number += 1
            poll = await arena.poll_within(number, group, 90)
            if closed:
                gaps.append(time.monotonic() - closed)
            await asyncio.sleep(1 + rng.random() * 2)
            for person in players:
                arena.vote(person, poll, rng.randrange(len(poll.poll["options"])))
            closed = time.monotonic()
            if time.monotonic() > until:
                return


async def measure(
    arena: Arena, people: list[int], groups: list[int], seconds: float
) -> dict[str, list[float]]:
    """Let people ask, and groups play, for some seconds; return the waits."""
    waits: list[float] = []
    gaps: list[float] = []
    until = time.monotonic() + seconds
    await asyncio.gather(
        *(ask(arena, person, waits, until, random.Random(person)) for person in people),
        *(play(arena, group, gaps, until, random.Random(group)) for group in groups),
    )
    return {"answers": waits, "next question": gaps}


def figures(waits: list[float]) -> str:
    """Return count, median, 95 and 99 in 100, and the longest, in milliseconds."""
    ordered = sorted(waits)
    if not ordered:
        return "none"
    cut = {name: ordered[min(int(len(ordered) * share), len(ordered) - 1)] for name, share in
           (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0))}  # fmt: skip
    return json.dumps({"n": len(ordered)} | {name: round(value * 1000) for name, value in cut.items()})


def cpu_seconds(pid: int) -> float:
    """Return the CPU time that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


async def run(given: argparse.Namespace) -> None:
    """Start the bot, measure without games, then with them."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        Facts(data).open()
        async with Arena(groups=given.groups, players=given.players) as arena:
            people = [arena.add_person(9_000_000 + n, f"Fan{n}") for n in range(given.people)]
            environment = child_environment(
                TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=arena.url, DATA_DIR=str(data), ADMIN_IDS=""
            )
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", env=environment, stderr=asyncio.subprocess.DEVNULL
            )
            try:
                await arena.until(lambda: any(call.method == "setMyDescription" for call in arena.calls), 60)
                await asyncio.sleep(5)
                for name, groups in (("without games", []), ("with games", arena.groups)):
                    found = await measure(arena, people, groups, given.seconds)
                    for what, waits in found.items():
                        print(f"{name:14} {what:14} ms: {figures(waits)}")
                print(f"CPU of the bot: {cpu_seconds(process.pid):.1f} s")
                print("refused calls:", len(arena.refusals), arena.refusals[:3])
            finally:
                process.terminate()
                await process.wait()


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, default in (("groups", 20), ("players", 10), ("people", 50), ("seconds", 60)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    main()
