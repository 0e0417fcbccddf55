"""Reloads with questions running: wrong, late and lost answers, and memory. Prints one line of JSON.

`python -m benchmarks.reloads [--reloads 1000] [--minutes 0] [--rate 10] [--small]`; with `--minutes` it ends when these
are over, whatever is left; with `--small` the facts are a fixture of one article, so that a thousand reloads take
minutes rather than an hour. Late is an answer that takes over 250 ms
more than the median of the answers without a reload.
"""

from __future__ import annotations

import asyncio
import gc
import json
import math
import statistics
import tempfile
import time
from pathlib import Path

import click

from bot.editing import Editor
from bot.facts import Facts
from bot.state import Store
from tests.knowledge.base.world import ARTICLE, NAMES

LATE = 0.25
QUESTION, WORD = "who scored for inter in december 2025?", "Lautaro"


def resident() -> float:
    """Return the memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


async def ask(facts: Facts, rate: float, taken: list[float], wrong: list[str]) -> None:
    """Ask at a steady rate until cancelled; a question that has to wait counts from when it was due."""
    loop = asyncio.get_running_loop()
    due = loop.time()
    while True:
        due += 1 / rate
        await asyncio.sleep(max(0.0, due - loop.time()))
        answer = facts.current.answer(QUESTION)
        taken.append(loop.time() - due)
        if WORD not in answer.text:
            wrong.append(answer.text)


async def measure(
    folder: Path, shipped: Path | None, reloads: int, rate: float, most: float
) -> dict[str, object]:
    """Reload so many times, or for `most` seconds, while questions are asked; return the figures."""
    facts = Facts(folder, shipped)
    facts.open()
    store = Store(folder / "state.sqlite")
    editor = Editor(facts, store)
    wrong: list[str] = []
    calm: list[float] = []
    asking = asyncio.create_task(ask(facts, rate, calm, wrong))
    await asyncio.sleep(5)
    asking.cancel()
    taken: list[float] = []
    seconds: list[float] = []
    memory: list[float] = []
    asking = asyncio.create_task(ask(facts, rate, taken, wrong))
    started = time.monotonic()
    for number in range(reloads):
        (folder / "amendments.toml").write_text(f"# {number}\n")
        begun = time.monotonic()
        outcome = await editor.reload(0)
        assert outcome.report.ok, outcome.report.mistakes
        seconds.append(time.monotonic() - begun)
        if number % max(reloads // 20, 1) == 0:
            gc.collect()
            memory.append(round(resident(), 1))
        if time.monotonic() - started > most:
            break
    asked_for = int((time.monotonic() - started) * rate)
    await asyncio.sleep(1)  # what was due by then has been answered, or is lost
    asking.cancel()
    store.close()
    usual = statistics.median(calm)
    return {
        "reloads": len(seconds), "questions": len(taken), "lost": max(0, asked_for - len(taken)),
        "wrong": len(wrong), "late": sum(t > usual + LATE for t in taken),
        "usual_ms": round(usual * 1000, 1), "p99_ms": round(statistics.quantiles(taken, n=100)[98] * 1000, 1),
        "worst_ms": round(max(taken) * 1000, 1), "reload_s": round(statistics.median(seconds), 2),
        "memory_mb": memory,
    }  # fmt: skip


@click.command()
@click.option("--reloads", default=1000, show_default=True)
@click.option("--minutes", default=0.0, help="End after these, however many reloads were done.")
@click.option("--rate", default=10.0, show_default=True, help="Questions a second.")
@click.option("--small", is_flag=True, help="Facts of one article instead of the shipped ones.")
def main(reloads: int, minutes: float, rate: float, small: bool) -> None:
    """Measure reloads under questions."""
    with tempfile.TemporaryDirectory() as name:
        shipped = None
        if small:
            shipped = Path(name) / "shipped"
            for part, text in (("names", NAMES), ("articles", ARTICLE)):
                (shipped / part).mkdir(parents=True)
                (shipped / part / "all.toml").write_text(text)
        most = minutes * 60 or math.inf
        click.echo(json.dumps(asyncio.run(measure(Path(name) / "data", shipped, reloads, rate, most))))


if __name__ == "__main__":
    main()
