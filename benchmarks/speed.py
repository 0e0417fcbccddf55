"""Speed and memory, as a table and as JSON in benchmarks/results/.

    python -m benchmarks.speed [--sizes 0,1000,10000] [--memory 100000] [--quick]

A size is a number of generated facts beside the shipped ones; 0 is the shipped base alone. Every base is
measured in a process of its own. --quick leaves out the whole bot, the pictures and 10,000 facts.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import pictures, whole_bot
from benchmarks.generated import Asked, generate
from benchmarks.questions import samples_of, variants
from bot.facts import inputs_digest
from knowledge import build, draft_article

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
REPORTS = ROOT / "tests" / "drafting" / "reports" / "dev"
QUESTIONS = 600
SEED = 20
ROWS = (
    ("stored questions", ("stored_questions",)),
    ("base on disk, MB", ("base_mb",)),
    ("build, s of CPU", ("build_seconds",)),
    ("open, s", ("open_seconds",)),
    ("start to first answer, s", ("start_to_first_answer_seconds",)),
    ("memory, MB", ("memory_mb",)),
    ("answer p50, ms", ("understanding", "p50_ms")),
    ("answer p99, ms", ("understanding", "p99_ms")),
    ("answered from the row meant", ("understanding", "own_row")),
    ("answered from another row", ("understanding", "other_row")),
    ("reload, s", ("reload", "seconds")),
    ("longest pause in it, ms", ("reload", "longest_pause_ms")),
)


def measure(size: int, memory: int) -> dict[str, Any]:
    """Build a base of the shipped facts and `size` generated ones, and measure it in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        data.mkdir()
        asked: list[Asked] = []
        if size:
            asked = generate(data, size, random.Random(SEED), QUESTIONS).asked
        began = time.process_time()
        report = build(data / "facts.sqlite", data)
        built = time.process_time() - began
        (data / "facts.inputs").write_text(inputs_digest(data))  # so that the bot finds its base fresh
        asked = asked or variants(samples_of(data / "facts.sqlite"), QUESTIONS, random.Random(SEED))
        questions = Path(name) / "questions.json"
        questions.write_text(json.dumps([(one.text, one.row) for one in asked]), "utf-8")
        command = [sys.executable, "-m", "benchmarks.one_size", str(data), str(questions), str(memory)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        figures: dict[str, Any] = json.loads(done.stdout)
    counts = {what: report.counts[what] for what in ("facts", "events", "matches", "names")}
    return counts | {"build_seconds": round(built, 1)} | figures


def drafting() -> dict[str, float]:
    """Return how long drafts of the test reports take, compared with the shipped base as the bot does."""
    times, letters = [], 0
    with tempfile.TemporaryDirectory() as name:
        base = Path(name) / "facts.sqlite"
        build(base)
        for path in sorted(REPORTS.glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            began = time.thread_time()
            draft_article(text, base, Path(name))
            times.append(time.thread_time() - began)
            letters += len(text)
    return {
        "articles": len(times),
        "median_ms": round(statistics.median(times) * 1000, 1),
        "slowest_ms": round(max(times) * 1000, 1),
        "articles_per_second": round(len(times) / sum(times), 1),
        "characters_per_second": round(letters / sum(times)),
    }


def drawing() -> dict[str, object]:
    """Return how long pictures take, all kinds in both languages."""
    found = pictures.measure(pictures.details(), 100)
    return {name: found[name] for name in ("median_ms", "slowest_ms", "largest_kb", "memory_mb")}


def show(sizes: dict[str, dict[str, Any]], rest: dict[str, Any]) -> None:
    """Print the figures as tables."""
    console = Console(width=110)
    table = Table("", *(f"{s['facts']:,} facts" for s in sizes.values()), box=None)
    for label, path in ROWS:
        table.add_row(label, *(_cell(size, path) for size in sizes.values()))
    for peer in next(iter(sizes.values()))["peers"]:
        for label, name in (("p50, ms", "p50_ms"), ("p99, ms", "p99_ms"), ("row meant", "own_row")):
            table.add_row(f"{peer}: {label}", *(_cell(s, ("peers", peer, name)) for s in sizes.values()))
    console.print(table)
    for name, figures in rest.items():
        console.print(name, figures)


def _cell(figures: dict[str, Any], path: tuple[str, ...]) -> str:
    value: Any = figures
    for name in path:
        value = value.get(name, {})
    return f"{value:,}" if isinstance(value, int | float) else "-"


def growth(sizes: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Return how p50 and p99 of each size stand to those of the smallest."""
    first = next(iter(sizes.values()))["understanding"]
    return {
        f"{name} {key}": round(size["understanding"][key] / first[key], 2)
        for name, size in sizes.items()
        for key in ("p50_ms", "p99_ms")
    }


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="0,1000,10000")
    parser.add_argument(
        "--memory", type=int, default=100_000, help="questions of the memory test, shipped size"
    )
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    wanted = [int(size) for size in options.sizes.split(",")]
    if options.quick:
        wanted, options.memory = [size for size in wanted if size <= 1000], 2000
    if not wanted:
        parser.error("--quick measures up to 1,000 facts; name a smaller size or leave it out")
    sizes = {str(size): measure(size, 0 if size else options.memory) for size in wanted}
    rest: dict[str, Any] = {"growth": growth(sizes), "drafting": drafting()}
    if not options.quick:
        rest |= {"pictures": drawing(), "whole bot": whole_bot.compare(2000, 50)}
    if "0" in sizes and options.memory:
        rest["memory after many questions"] = sizes["0"].get("memory_mb_after")
    show(sizes, rest)
    RESULTS.mkdir(exist_ok=True)
    machine = {
        "machine": platform.machine(),
        "python": platform.python_version(),
        "system": platform.system(),
    }
    result = {"at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"), **machine, "sizes": sizes, **rest}
    path = RESULTS / f"speed-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}.json"
    path.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
