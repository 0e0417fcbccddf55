"""Logistic regression with a step of its own for each sign (AdaGrad), and the tables that its weights are kept in."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from knowledge.drafting.fitted import ALONE
from knowledge.logistic import sure

HOLD = 0.02
"""How strongly weights are held to zero."""
RARE = 3
"""Examples with a sign below which it is left out."""
SEED = 0
"""What the order of the examples begins from, so that a fit can be repeated."""


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


def fitted(
    examples: Iterable[tuple[Mapping[str, int], bool]], *, passes: int, step: float, rare: int
) -> dict[str, float]:
    """Return the weight of each sign, and of "base", that tells the right examples from the others.

    An example is how often each sign stands in it and whether it is right; signs of fewer than `rare` are left out.
    """
    rows = list(examples)
    chance = random.Random(SEED)
    counts = Counter(sign for signs, _ in rows for sign in signs)
    bare = [([(s, n) for s, n in sorted(signs.items()) if counts[s] >= rare], right) for signs, right in rows]
    descent = Descent(step)
    for _ in range(passes):
        chance.shuffle(bare)
        for signs, right in bare:
            miss = sure(descent.weights["base"] + sum(descent.weights[s] * n for s, n in signs)) - right
            descent.move("base", miss)
            for sign, number in signs:
                descent.move(sign, miss * number)
    return dict(descent.weights)


def table(weights: dict[str, float], small: float, *comments: str) -> str:
    """Return weights as the TOML that `knowledge.drafting.fitted` reads, in hundredths, under lines of comment."""
    base = weights.get("base", 0.0)
    signs = {sign: weight for sign, weight in weights.items() if sign != "base"}
    rows = (f"'{kind}' = '{row}'" for kind, row in rows_of(signs, small).items())
    return "\n".join([*(f"# {line}" for line in comments), f"base = {base:.2f}", "[weights]", *rows]) + "\n"


def rows_of(weights: dict[str, float], small: float) -> dict[str, str]:
    """Return weights as the rows that `knowledge.drafting.fitted.weights_in` reads, without the small ones."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for sign, weight in sorted(weights.items()):
        kind, _, name = sign.partition(" ") if " " in sign else (ALONE, "", sign)
        if abs(weight) >= small:
            rows[kind].append(f"{name} {round(100 * weight)}")
    return {kind: " ".join(cells) for kind, cells in sorted(rows.items())}
