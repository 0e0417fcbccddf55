"""How sure it is that the best row answers: its score, its lead over rivals, and what speaks against it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .query import Query
from .ranking import Candidate

NAMES = (
    "score", "absent_lead", "signal", "lead", "several", "wordings", "fit", "unknown",
    "nameless", "number", "length", "unexplained", "own_kind", "kind", "field", "yes_no", "rivals",
)  # fmt: skip
WEIGHTS = (
    2.14,
    4.23,
    -1.01,
    0.54,
    0.57,
    1.21,
    0.83,
    0.96,
    -0.83,
    -1.06,
    2.82,
    -2.02,
    0.55,
    -0.56,
    0.16,
    0.18,
    -2.25,
)
BIAS = -3.61
"""Logistic regression on question files of our own and on our refusals (see `benchmarks`), the clues chosen one by one
for what they add: the lead over an absent topic and over rival rows says more than the score itself."""

NEAR = 0.1
"""Score below the best row within which other rows are its rivals."""


def clues(query: Query, rows: Sequence[Candidate], absent: Candidate | None) -> tuple[float, ...]:
    """Return what the confidence is made of, in the order of `NAMES`; `rows` are the ranked rows, best first."""
    best = rows[0]
    rivals = [c for c in rows[1:] if _differs(best, c)]
    rival = rivals[0] if rivals else None
    evidence = best.evidence
    return (
        best.score,
        max(min(best.score - absent.score, 0.5), -0.5) if absent else 0.5,
        1.0 if absent and absent.signal else 0.0,
        best.score - (rival.score if rival else 0.0),
        evidence.several,
        evidence.wordings,
        evidence.coverage * evidence.likeness,
        1.0 if query.unknown else 0.0,
        0.0 if query.names else 1.0,
        evidence.number,
        min(len(query.features), 8) / 8,
        min(len(best.unexplained), 5) / 5,
        evidence.own_kind,
        1.0 if query.kinds else 0.0,
        evidence.field,
        1.0 if query.yes_no else 0.0,
        min(sum(c.score > best.score - NEAR for c in rivals), 6) / 6,
    )


def confidence(query: Query, rows: Sequence[Candidate], absent: Candidate | None) -> float:
    """Return from 0 to 1 how sure it is that the first of `rows` answers `query`."""
    if not rows:
        return 0.0
    total = BIAS + sum(w * c for w, c in zip(WEIGHTS, clues(query, rows, absent), strict=True))
    return 1.0 / (1.0 + math.exp(-max(min(total, 30.0), -30.0)))


def _differs(one: Candidate, other: Candidate) -> bool:
    """Whether two rows say different things: neither tells what the other is asked for."""
    return (
        one.entry.row != other.entry.row
        and other.entry.row not in one.entry.tells
        and one.entry.row not in other.entry.tells
        and one.entry.intent != other.entry.intent
        and one.entry.values != other.entry.values
    )
