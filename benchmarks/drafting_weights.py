"""Fit the weights that tell how sure a drafted goal is, from labelled reports.

    python -m benchmarks.drafting_weights FOLDER...

The folders are those of drafting_eval. Each goal told in running text is one example with its signs; it is right
where the label has its scorer and no other minute of his. Printed as the tables of confidence.toml: logistic
regression by gradient descent, the weights held small so that a rare sign says little.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.drafting_eval import same_person
from knowledge.drafting import reconcile
from knowledge.drafting.article import read
from knowledge.drafting.confidence import standing_of
from knowledge.drafting.outcome import Outcome
from knowledge.drafting.records import Goal
from knowledge.drafting.sides import Judge
from knowledge.drafting.told_result import Result
from knowledge.logistic import sure

ROUNDS, STEP, HOLD = 400, 0.5, 3.0
"""Passes over the examples, step of each, and how strongly weights are held to zero."""
RARE = 6
"""A sign seen less often than this is left out."""

Example = tuple[dict[str, float], bool]


def examples(folder: Path, language: str) -> tuple[list[Example], list[Example]]:
    """Return the tellings of goals in a folder's reports with their signs, and the goals with their standing."""
    told: list[Example] = []
    merged: list[Example] = []
    for path in sorted(folder.glob("*.json")):
        label = json.loads(path.read_text("utf-8"))
        if label["language"] != language:
            continue
        with watched() as weighed:
            reading = read(path.with_suffix(".txt").read_text("utf-8"))
        if reading.language != language:
            continue
        names = {goal.scorer: reading.cast.entities[goal.scorer].name for goal in reading.told.goals}
        for goal in reading.told.goals:
            if goal.signs:
                right = _right(names[goal.scorer], goal.minute, goal.minute_sure, label)
                told.append((dict.fromkeys(goal.signs, 1.0), right))
        merged += [(standing_of(g), right) for g, right in _claimed(weighed, names, label)]
    return told, merged


@contextmanager
def watched() -> Iterator[list[Goal]]:
    """Collect the goals that are weighed for the score while a text is read."""
    seen: list[Goal] = []
    weigh = reconcile.weigh

    def noting(goals: list[Goal], result: Result, judge: Judge) -> Outcome:
        seen.extend(g for g in goals if not g.listed and all(g is not known for known in seen))
        return weigh(goals, result, judge)

    reconcile.weigh = noting
    try:
        yield seen
    finally:
        reconcile.weigh = weigh


def _claimed(goals: list[Goal], names: dict[str, str], label: dict[str, Any]) -> list[tuple[Goal, bool]]:
    """Return whether each goal is one of the label's, none of which is taken twice."""
    left, found = list(label["goals"]), []
    for goal in sorted(goals, key=lambda g: (g.minute is None, -g.confidence)):
        name = names.get(goal.scorer, "")
        mates = [g for g in left if same_person(g["scorer"], name)]
        fits = [g for g in mates if _right(name, goal.minute, goal.minute_sure, {"goals": [g]})]
        if fits:
            left.remove(fits[0])
        found.append((goal, bool(fits)))
    return found


def _right(name: str, minute: int | None, sure: float, label: dict[str, Any]) -> bool:
    mates = [g for g in label["goals"] if same_person(g["scorer"], name)]
    if minute is None or sure < 0.65 or any(g["minute"] is None for g in mates):
        return bool(mates)
    return any(abs(g["minute"] - minute) <= 3 or (g["minute"] > 90 and minute == 90) for g in mates)


def fit(rows: list[Example]) -> dict[str, float]:
    """Return the weight of each sign and of "base" by logistic regression."""
    counts = Counter(sign for signs, _ in rows for sign in signs)
    known = {sign for sign, count in counts.items() if count >= RARE and sign != "base"}
    weights: dict[str, float] = defaultdict(float)
    bare = [([(s, size) for s, size in signs.items() if s in known], right) for signs, right in rows]
    for _ in range(ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for signs, right in bare:
            total = weights["base"] + sum(weights[s] * size for s, size in signs)
            miss = (1.0 if right else 0.0) - sure(total)
            slope["base"] += miss
            for sign, size in signs:
                slope[sign] += miss * size
        for sign in [*known, "base"]:
            hold = HOLD * weights[sign] if sign != "base" else 0.0
            weights[sign] += (
                STEP * (slope[sign] - hold) / (counts[sign] + 20 if sign != "base" else len(rows))
            )
    return dict(weights)


def chance(weights: dict[str, float], signs: dict[str, float]) -> float:
    """Return the chance that a goal with these signs is right."""
    total = sum(weights.get(s, 0.0) * size for s, size in signs.items() if s != "base")
    return sure(weights["base"] + total)


def table(name: str, rows: list[Example]) -> None:
    """Print the weights fitted to some examples as a TOML table."""
    weights = fit(rows)
    right = sum((chance(weights, s) >= 0.5) == r for s, r in rows)
    print(f"# {len(rows)} seen, {sum(r for _, r in rows)} right; {right} told apart at one half\n[{name}]")
    for sign, weight in sorted(weights.items(), key=lambda w: -abs(w[1])):
        if abs(weight) >= 0.05 or sign == "base":
            print(f"{sign} = {weight:.2f}")
    print()


def main(folders: list[str]) -> None:
    """Print the tables of both languages, and that of goals by all their tellings."""
    for language in ("en", "it"):
        both = [examples(Path(folder), language) for folder in folders]
        table(language, [e for told, _ in both for e in told])
        table(f"together_{language}", [e for _, goals in both for e in goals])


if __name__ == "__main__":
    main(sys.argv[1:])
