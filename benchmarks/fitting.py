"""Logistic regression with a step of its own for each sign (AdaGrad), and the tables that its weights are kept in."""

from __future__ import annotations

import math
from collections import defaultdict

from knowledge.drafting.fitted import ALONE

HOLD = 0.02
"""How strongly weights are held to zero."""
RARE = 3
"""Examples with a sign below which it is left out."""


class Descent:
    """Weights under way; `step` is the length of a first step."""

    def __init__(self, step: float, weights: dict[str, float] | None = None) -> None:
        self.weights: defaultdict[str, float] = defaultdict(float, weights or {})
        self._slopes: dict[str, float] = {}
        self._step = step

    def move(self, sign: str, miss: float) -> None:
        """Move a sign's weight against the error that it took part in."""
        slope = miss + HOLD * self.weights[sign]
        self._slopes[sign] = self._slopes.get(sign, 0.1) + slope * slope
        self.weights[sign] -= self._step * slope / math.sqrt(self._slopes[sign])


def rows_of(weights: dict[str, float], small: float) -> dict[str, str]:
    """Return weights as the rows that `knowledge.drafting.fitted.weights_in` reads, without the small ones."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for sign, weight in sorted(weights.items()):
        kind, _, name = sign.partition(" ") if " " in sign else (ALONE, "", sign)
        if abs(weight) >= small:
            rows[kind].append(f"{name} {round(100 * weight)}")
    return {kind: " ".join(cells) for kind, cells in sorted(rows.items())}
