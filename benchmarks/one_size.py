"""One base measured in a process of its own, so that memory and start are its own: started by `speed`.

    python -m benchmarks.one_size DATA QUESTIONS.json MEMORY_QUESTIONS

DATA is a data folder with a built base; the figures go to standard output as JSON. Times are CPU time, what
an idle core takes, so that other programs do not count; those of the reload are by the clock.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from benchmarks.peers import PEERS, Find
from benchmarks.questions import samples_of
from benchmarks.whole_bot import resident
from bot.facts import Facts
from knowledge import Knowledge

Asked = tuple[str, str]
PEER_QUESTIONS = 60
TICK = 0.002


def main(data: Path, questions: Path, many: int) -> None:
    """Print the figures of one base."""
    asked: list[Asked] = [(text, row) for text, row in json.loads(questions.read_text("utf-8"))]
    before = time.process_time()
    facts = Facts(data)  # as the bot opens its base
    facts.open()
    knowledge = facts.current
    opened = time.process_time()
    knowledge.answer(asked[0][0])
    first = time.process_time()
    memory = resident("self")
    figures: dict[str, object] = {
        "stored_questions": len(samples_of(data / "facts.sqlite")),
        "base_mb": round((data / "facts.sqlite").stat().st_size / 1e6, 1),
        "open_seconds": round(opened - before, 2),
        "start_to_first_answer_seconds": round(first, 2),
        "memory_mb": round(memory, 1),
        "understanding": bot_figures(knowledge, asked),
    }
    figures["peers"] = peers(data, asked[:PEER_QUESTIONS])
    if many:
        figures["memory_mb_after"] = {"questions": many, "mb": round(after_many(knowledge, asked, many), 1)}
    del knowledge
    figures["reload"] = asyncio.run(reload(facts))
    json.dump(figures, sys.stdout)


def bot_figures(knowledge: Knowledge, asked: list[Asked]) -> dict[str, float]:
    """Ask every question once (none is asked twice, so that no kept answer helps)."""
    times, right, wrong = [], 0, 0
    for text, row in asked:
        began = time.thread_time()
        answer = knowledge.answer(text)
        times.append(time.thread_time() - began)
        if answer.kind == "answer":
            right, wrong = right + (row in answer.rows), wrong + (row not in answer.rows)
    return spread(times) | {
        "own_row": round(right / len(asked), 3),
        "other_row": round(wrong / len(asked), 3),
    }


def peers(data: Path, asked: list[Asked]) -> dict[str, dict[str, float]]:
    """Ask the plain ways the same questions; give a share of right rows and the times."""
    samples = [(row, text) for row, _, text in samples_of(data / "facts.sqlite")]
    return {name: peer_figures(make(samples), asked) for name, make in PEERS.items()}


def peer_figures(find: Find, asked: list[Asked]) -> dict[str, float]:
    """Time one plain way."""
    times, right = [], 0
    for text, row in asked:
        began = time.thread_time()
        found = find(text)
        times.append(time.thread_time() - began)
        right += found == row
    return spread(times) | {"own_row": round(right / len(asked), 3)}


def spread(times: list[float]) -> dict[str, float]:
    """Return median, 99th percentile and largest of times in seconds, as milliseconds."""
    ordered = [seconds * 1000 for seconds in sorted(times)]
    places = {"p50_ms": 0.5, "p99_ms": 0.99}
    found = {name: ordered[min(int(len(ordered) * at), len(ordered) - 1)] for name, at in places.items()}
    return {name: round(value, 3) for name, value in (found | {"max_ms": ordered[-1]}).items()}


def after_many(knowledge: Knowledge, asked: list[Asked], many: int) -> float:
    """Return the memory after as many questions, each a little different from the last."""
    for number in range(many):
        knowledge.answer(f"{asked[number % len(asked)][0]} {number}")
    return resident("self")


async def reload(facts: Facts) -> dict[str, float]:
    """Reload as /reload does, beside a loop that wants to run every TICK: its longest gap is the pause."""
    longest, ticks = 0.0, []

    async def tick() -> None:
        nonlocal longest
        last = time.perf_counter()
        while True:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            longest, last = max(longest, now - last - TICK), now
            ticks.append(now)

    ticking = asyncio.create_task(tick())
    began = time.perf_counter()
    report = await facts.reload()
    seconds = time.perf_counter() - began
    ticking.cancel()
    await asyncio.gather(ticking, return_exceptions=True)
    if not report.ok:
        raise RuntimeError("; ".join(str(mistake) for mistake in report.mistakes[:3]))
    return {"seconds": round(seconds, 2), "longest_pause_ms": round(longest * 1000, 1)}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
