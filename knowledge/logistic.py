"""The logistic function: from the logarithm of odds, which weights add up to, to a chance and back."""

from __future__ import annotations

import math

FARTHEST = 30.0
"""Logarithm of odds beyond which a chance is as good as none or certain."""


def sure(odds: float) -> float:
    """Return the chance, from 0 to 1, of `odds` given by their logarithm."""
    return 1.0 / (1.0 + math.exp(-max(-FARTHEST, min(FARTHEST, odds))))


def logit(chance: float, margin: float) -> float:
    """Return the logarithm of the odds of a chance, which is kept at least `margin` away from none and certain."""
    kept = min(1 - margin, max(margin, chance))
    return math.log(kept / (1 - kept))
