"""The pictures of the documentation, and how long they take: median milliseconds, bytes, memory after many.

python -m benchmarks.pictures [--write docs/images/pictures] [--count 1000]
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.pictures import (
    Card,
    Comparison,
    Day,
    Leaderboard,
    Picture,
    Player,
    Questions,
    Timeline,
    caption,
    career_picture,
    draw,
    match_picture,
    run_picture,
)
from knowledge import LANGUAGES, Details, Language, build

NAMES = (
    "Marta",
    "Beppe dalla Curva",
    "Zlatan ⚽️🔥",
    "𝕯𝖆𝖗𝖎𝖔",
    "محمد صلاح",
    "Ana-María Łęcka-Świątek O’Connor de la Fuente",
    "<b>Ultras</b> & friends",
    "Čeda",
    "李小龙",
    "z̸̡̛a̵͝l̶͘g̷̈́o",
    "Giuseppe",
    "Nonno Piero",
)
"""Names as groups have them: emoji, fancy letters, other scripts, markup, stacked accents, very long."""

TOP: dict[Language, tuple[tuple[str, int], ...]] = {
    "en": (
        ("who scored against atalanta?", 41),
        ("how many seasons did gasp stay", 23),
        ("who missed the open goal??", 18),
    ),
    "it": (
        ("chi ha segnato contro l'atalanta?", 41),
        ("quanti anni è rimasto il gasp", 23),
        ("chi ha sbagliato a porta vuota??", 18),
    ),
}


def details() -> Details:
    """Build the shipped facts into a base and open their rows."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base.db"
        build(base)
        return Details.open(base)


def gallery(rows: Details, language: Language) -> Iterator[tuple[str, Picture]]:
    """Yield a name and a record for each kind of picture."""
    ids = ("atalanta-inter-2025-12-28", "atalanta-inter-2023-11-04", "atalanta-leverkusen-2024-final")
    found = [match for match in (rows.match(id_, language) for id_ in ids) if match]
    matches = [match_picture(match, language) for match in found]
    for match, year in zip(matches, ("2025", "2023", "2024-final"), strict=True):
        yield f"card-{year}", Card(match)
    for match, year in zip(matches[:2], ("2025", "2023"), strict=False):
        yield f"timeline-{year}", Timeline(match)
    yield "comparison", Comparison(matches[1], matches[0])
    finishes, run = rows.finishes("gasperini", language), next(iter(rows.runs(language)), None)
    if finishes and run:
        yield "finishes", career_picture(finishes, language)
        yield "run", run_picture(run, language)
    players = tuple(Player(at + 1, name, 148 - at * 13) for at, name in enumerate(NAMES))
    yield "leaderboard", Leaderboard(language, "Bar Sport Città Alta 🏟️", "", players)
    days = tuple(Day(day, (day * 37) % 61 + 12 * (day in (28, 29)), (day * 17) % 13) for day in range(1, 32))
    yield "questions", Questions(language, 2025, 12, days, TOP[language])


def resident() -> float:
    """Return the memory the process holds, in megabytes."""
    text = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(rows: Details, count: int) -> dict[str, object]:
    """Draw each kind of picture 15 times for its median, then `count` pictures for the memory."""
    kinds: dict[str, dict[str, float]] = {}
    for language in LANGUAGES:
        for name, picture in gallery(rows, language):
            taken = []
            for _ in range(15):
                start = time.perf_counter()
                data = draw(picture)
                taken.append((time.perf_counter() - start) * 1000)
            kinds[f"{name} {language}"] = {
                "ms": round(statistics.median(taken), 1),
                "kb": round(len(data) / 1000, 1),
            }
    base = [picture for _, picture in gallery(rows, "en")]
    memory = []
    for at in range(count):
        picture = base[at % len(base)]
        if isinstance(picture, Leaderboard):
            picture = replace(picture, group=f"Group {at}")
        elif isinstance(picture, Card | Timeline):
            picture = replace(picture, match=replace(picture.match, place=f"Stadium {at}"))
        draw(picture)
        if at % max(1, count // 10) == 0 or at == count - 1:
            memory.append(round(resident(), 1))
    return {
        "median_ms": statistics.median(k["ms"] for k in kinds.values()),
        "slowest_ms": max(k["ms"] for k in kinds.values()),
        "largest_kb": max(k["kb"] for k in kinds.values()),
        "pictures": kinds,
        "memory_mb": memory,
    }


def main() -> None:
    """Write the gallery or print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path, help="write the gallery of both languages into this folder")
    parser.add_argument("--count", type=int, default=1000, help="pictures drawn for the figure of memory")
    options = parser.parse_args()
    rows = details()
    if not options.write:
        print(json.dumps(measure(rows, options.count), indent=2))
        return
    options.write.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        for name, picture in gallery(rows, language):
            (options.write / f"{name}-{language}.png").write_bytes(draw(picture))
            print(f"{name}-{language}.png", caption(picture), sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
