"""Fit how far the words round a person's name speak for a goal of his, from labelled reports.

    python -m benchmarks.drafting_wordings LANGUAGE FOLDER... > knowledge/data/drafting/wordings_LANGUAGE.toml

The folders are those of drafting_eval. Each mention of a person is an example with its signs. Only the report
says who scored, not which sentence tells it: the mention that the weights of the last round hold likeliest is
taken for the one. Logistic regression with a step of its own for each sign; small weights are left out.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.drafting_eval import same_person
from benchmarks.fitting import RARE, Descent, table
from knowledge.drafting import second_reader
from knowledge.drafting.article import read
from knowledge.drafting.cues import Cue
from knowledge.drafting.goal_scene import Scene
from knowledge.drafting.masking import Masked
from knowledge.drafting.wordings import signs_round
from knowledge.logistic import sure

ROUNDS, PASSES = 4, 6
"""Rounds of choosing the sentence that tells a goal, and passes over the examples in each."""
STEP, SMALL = 0.25, 0.06
"""Length of a first step, and weight below which a sign is left out."""
AGAIN = 0.5
"""How much a second sentence counts that likely tells a scorer's goal."""

Signs = frozenset[str]
Person = tuple[bool, list[Signs]]


def people_of(path: Path, language: str) -> list[Person]:
    """Return the people of a labelled report: whether each scored, and the signs of all mentions."""
    label = json.loads(path.read_text("utf-8"))
    mentions: dict[str, list[Signs]] = defaultdict(list)
    pairs: list[object] = []

    def note(row: Masked, cues: list[Cue], scene: Scene) -> None:
        pairs.append(scene.pair)
        for start, end, person in row.of("p") if scene.pair is pairs[0] else ():
            mentions[person.key].append(
                signs_round(row, start, end, person.key, cues, scene.pair, scene.vocab)
            )

    from knowledge.drafting import goals

    goals.read_again = note
    try:
        reading = read(path.with_suffix(".txt").read_text("utf-8"))
    finally:
        goals.read_again = second_reader.read_again
    if reading.language != language:
        return []
    names = {key: reading.cast.entities[key].name for key in mentions}
    scorers = [goal["scorer"] for goal in label["goals"]]
    return [(any(same_person(s, names[k]) for s in scorers), signs) for k, signs in mentions.items()]


def fit(people: list[Person], seed: int = 0) -> dict[str, float]:
    """Return the weight of each sign and of "base"."""
    chance = random.Random(seed)
    counts = Counter(sign for _, mentions in people for signs in mentions for sign in signs)
    known = {sign for sign, count in counts.items() if count >= RARE}
    bare = [(scored, [[s for s in sorted(m) if s in known] for m in mentions]) for scored, mentions in people]
    weights: dict[str, float] = {"base": -2.0}
    for turn in range(ROUNDS):
        examples = [e for scored, mentions in bare for e in _examples(scored, mentions, weights, turn)]
        weights = _descend(examples, weights["base"], chance)
    return weights


def _worth(signs: list[str], weights: dict[str, float]) -> float:
    return weights["base"] + sum(weights.get(sign, 0.0) for sign in signs)


def _examples(
    scored: bool, mentions: list[list[str]], weights: dict[str, float], turn: int
) -> list[tuple[list[str], bool, float]]:
    """Return the mentions of one person as examples with their share."""
    if not scored:
        return [(signs, False, 1.0) for signs in mentions]
    if turn == 0:
        return [(signs, True, 1 / len(mentions)) for signs in mentions]
    ranked = sorted(mentions, key=lambda signs: -_worth(signs, weights))
    others = [(signs, True, AGAIN) for signs in ranked[1:] if _worth(signs, weights) > 0]
    return [(ranked[0], True, 1.0), *others]


def _descend(
    examples: list[tuple[list[str], bool, float]], base: float, chance: random.Random
) -> dict[str, float]:
    """Return the weights that tell the examples apart."""
    descent, slope = Descent(STEP, {"base": base}), 1.0
    weights = descent.weights
    for _ in range(PASSES):
        chance.shuffle(examples)
        for signs, right, share in examples:
            miss = (sure(_worth(signs, weights)) - right) * share
            if abs(miss) < 0.001:
                continue
            slope += miss * miss
            weights["base"] -= 0.3 * miss / math.sqrt(slope)
            for sign in signs:
                descent.move(sign, miss)
    return weights


KEY = "L, R: the last and next words; l, r, q: words before, behind, behind another person; c, d: goal words."
"""What the kinds of sign stand for."""


def main(language: str, folders: list[str]) -> None:
    """Print the table of a language fitted to the reports of all folders."""
    paths = [path for folder in folders for path in sorted(Path(folder).glob("*.json"))]
    people = [person for path in paths for person in people_of(path, language)]
    told = f"Fitted by benchmarks/drafting_wordings.py to {len(people)} people of labelled reports, in hundredths."
    sys.stdout.write(table(fit(people), SMALL, told, KEY))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
