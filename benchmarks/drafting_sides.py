"""Fit which team a scorer plays for by the words between his name and the teams', from labelled reports.

    python -m benchmarks.drafting_sides LANGUAGE FOLDER... > knowledge/data/drafting/sides_LANGUAGE.toml

The folders are those of drafting_eval. Each scorer of a report is an example: the signs of one team count for it,
those of the other against it. Logistic regression with a step of its own for each sign.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path

from benchmarks.drafting_eval import same_person, same_team
from benchmarks.fitting import RARE, Descent, rows_of
from knowledge.drafting.article import read
from knowledge.drafting.pair import Pair
from knowledge.drafting.side_words import signs_of
from knowledge.logistic import sure

PASSES, STEP = 12, 0.2
"""Passes over the examples, and length of a first step."""
SMALL = 0.08
"""Weight below which a sign is left out."""

Example = tuple[dict[str, int], bool]


def examples(path: Path, language: str) -> list[Example]:
    """Return the scorers of a report: their signs, and whether they play for the first team."""
    label = json.loads(path.read_text("utf-8"))
    reading = read(path.with_suffix(".txt").read_text("utf-8"))
    if reading.language != language or not reading.matches:
        return []
    pair = Pair(reading.matches[0].teams)
    known = reading.cast.entities
    names = [known[t].name if t in known else t.replace("-", " ") for t in pair.teams]
    straight = same_team(names[0], label["home"]) and same_team(names[1], label["away"])
    turned = same_team(names[1], label["home"]) and same_team(names[0], label["away"])
    if straight == turned:
        return []
    teams = {
        g["scorer"]: (g["team"] == label["home"]) == straight
        for g in label["goals"]
        if g["kind"] != "own_goal"
    }
    found = []
    for key, signs in signs_of(reading.rows, pair).items():
        mine = [first for scorer, first in teams.items() if same_person(scorer, known[key].name)]
        if mine:
            found.append((dict(signs), mine[0]))
    return found


def fit(rows: list[Example], seed: int = 0) -> dict[str, float]:
    """Return the weight of each sign."""
    chance = random.Random(seed)
    counts = Counter(sign for signs, _ in rows for sign in signs)
    bare = [
        (sorted((s, n) for s, n in signs.items() if counts[s] >= RARE and n), first) for signs, first in rows
    ]
    descent = Descent(STEP)
    for _ in range(PASSES):
        chance.shuffle(bare)
        for signs, first in bare:
            miss = sure(sum(descent.weights[sign] * count for sign, count in signs)) - first
            for sign, count in signs:
                descent.move(sign, miss * count)
    return descent.weights


def table(weights: dict[str, float], scorers: int, language: str) -> str:
    """Return weights as the TOML that knowledge.drafting.side_words reads, in hundredths."""
    lines = [
        f"# Fitted by benchmarks/drafting_sides.py ({language}) to {scorers} scorers of reports, in hundredths.",
        "# T a team's name, R its role, before (<) or behind (>) the person's name.",
        "[weights]",
        *(f"'{kind}' = '{row}'" for kind, row in rows_of(weights, SMALL).items()),
    ]
    return "\n".join(lines) + "\n"


def main(language: str, folders: list[str]) -> None:
    """Print the table fitted to the reports of all folders."""
    paths = [path for folder in folders for path in sorted(Path(folder).glob("*.json"))]
    rows = [example for path in paths for example in examples(path, language)]
    sys.stdout.write(table(fit(rows), len(rows), language))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
