"""What the tables of weights fitted on labelled reports have in common: how they are written, and what they count."""

from __future__ import annotations

import re
from collections.abc import Mapping

STEM = 6
"""Letters of a word that are kept: "scored" and "scores" are alike."""
ALONE = "alone"
"""Kind of the signs that are one word and have none."""


def weights_in(rows: Mapping[str, str]) -> dict[str, float]:
    """Return the weight of each sign of a table: one row a kind, "name weight name weight ...", in hundredths."""
    found: dict[str, float] = {}
    for kind, row in rows.items():
        parts = row.split()
        for name, weight in zip(parts[::2], parts[1::2], strict=True):
            found[name if kind == ALONE else f"{kind} {name}"] = int(weight) / 100
    return found


def stems(text: str, words: re.Pattern[str]) -> list[str]:
    """Return the stems and marks of a piece of a masked sentence; the first group of `words` is a mark's kind."""
    return [m[1].upper() if m[1] else m[0][:STEM] for m in words.finditer(text)]
