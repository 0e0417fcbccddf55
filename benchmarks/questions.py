"""The shipped stored questions, and variants of them to ask: with a greeting, a slip of the thumb, no end."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from pathlib import Path

from benchmarks.generated import Asked, slip
from knowledge import build

BEFORE = {"en": ("hey, ", "quick one: ", "", "tell me, "), "it": ("ciao, ", "scusa, ", "", "dimmi, ")}


def samples_of(base: Path) -> list[tuple[str, str, str]]:
    """Return (row, language, text) of the open questions that a base stores, in a fixed order."""
    db = sqlite3.connect(f"{base.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return db.execute(
            "SELECT e.row, q.language, q.text FROM questions q JOIN entries e ON e.place = q.entry"
            " WHERE q.polarity = 'open' AND NOT e.absent ORDER BY q.rowid"
        ).fetchall()
    finally:
        db.close()


def variants(samples: list[tuple[str, str, str]], count: int, chance: random.Random) -> list[Asked]:
    """Return `count` questions made from stored ones, as far as there are so many; a fifth has a slip."""
    picked = chance.sample(samples, min(count, len(samples)))
    found = []
    for at, (row, language, text) in enumerate(picked):
        shown = "it" if language == "it" else "en"
        asked = Asked(chance.choice(BEFORE[shown]) + text.rstrip("?"), shown, row)
        found.append(slip(asked, chance) if at % 5 == 0 else asked)
    return found


def shipped_questions(count: int, seed: int) -> list[Asked]:
    """Return variants of the shipped stored questions."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name) / "facts.sqlite"
        build(base)
        return variants(samples_of(base), count, random.Random(seed))
