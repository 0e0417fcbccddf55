"""How sure it is that the best row answers: its score, its lead over rivals, and what speaks against it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .query import Query
from .ranking import Candidate

NAMES = (
    "score",
    "lead",
    "several",
    "coverage",
    "misfit",
    "odd",
    "unasked",
    "absent_lead",
    "signal",
    "length",
    "follow_up",
    "unknown",
    "field",
)
WEIGHTS = (2.7, 2.7, 2.0, 0.1, -0.5, -0.4, -0.2, 3.4, -2.2, 0.6, -0.4, 0.9, -0.1)
BIAS = -3.36
"""Logistic regression on question files of our own and on our refusals (see `benchmarks`): the lead over an absent
topic and over rival rows says more than the score itself."""


def clues(query: Query, rows: Sequence[Candidate], absent: Candidate | None) -> tuple[float, ...]:
    """Return what the confidence is made of, in the order of `NAMES`; `rows` are the ranked rows, best first."""
    best = rows[0]
    rival = next((c for c in rows[1:] if _differs(c, best)), None)
    evidence = best.evidence
    return (
        best.score,
        best.score - (rival.score if rival else 0.0),
        evidence.several,
        evidence.coverage,
        evidence.misfit,
        evidence.odd,
        evidence.unasked,
        max(min(best.score - absent.score, 0.5), -0.5) if absent else 0.5,
        1.0 if absent and absent.signal else 0.0,
        min(len(query.features), 8) / 8,
        1.0 if query.rows else 0.0,
        1.0 if query.unknown else 0.0,
        evidence.field,
    )


def confidence(query: Query, rows: Sequence[Candidate], absent: Candidate | None) -> float:
    """Return from 0 to 1 how sure it is that the first of `rows` answers `query`."""
    if not rows:
        return 0.0
    total = BIAS + sum(w * c for w, c in zip(WEIGHTS, clues(query, rows, absent), strict=True))
    return 1.0 / (1.0 + math.exp(-max(min(total, 30.0), -30.0)))


def _differs(one: Candidate, other: Candidate) -> bool:
    return (
        one.entry.row != other.entry.row
        and one.entry.intent != other.entry.intent
        and one.entry.values != other.entry.values
    )
