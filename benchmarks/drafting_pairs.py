"""Fit which two of the teams that a report names it is about, from labelled reports.

    python -m benchmarks.drafting_pairs LANGUAGE FOLDER... > knowledge/data/drafting/pairs_LANGUAGE.toml

The folders are those of drafting_eval. Each report that names more than two teams is an example: the signs of its own
two are to outweigh those of any other two. Multinomial logistic regression with a step of its own for each sign.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.drafting_eval import same_team
from benchmarks.fitting import SEED, rows_of
from knowledge.drafting import matches
from knowledge.drafting.article import read
from knowledge.drafting.known_names import general
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair_words import Met, Pairs, pair_signs
from knowledge.drafting.vocabulary import Vocabulary

PASSES, STEP, HOLD, RARE = 8, 0.2, 0.06, 4
"""Passes over the examples, length of a first step, how strongly weights are held, reports that a sign needs."""
SMALL = 0.08
"""Weight below which a sign is left out."""
EVEN = 1e-4
"""Error below which nothing is learned."""

Example = list[tuple[Counter[str], bool]]


def example(path: Path, language: str) -> Example:
    """Return the signs of each two teams of a report and whether it is about them; nothing where none is right."""
    label = json.loads(path.read_text("utf-8"))
    seen: list[Pairs] = []

    def noting(
        rows: list[Masked], met: Iterable[Met], teams: list[str], nations: frozenset[str], vocab: Vocabulary
    ) -> Pairs:
        seen.append(pair_signs(rows, met, teams, nations, vocab))
        return seen[-1]

    matches.pair_signs = noting  # type: ignore[attr-defined]
    try:
        reading = read(path.with_suffix(".txt").read_text("utf-8"))
    finally:
        matches.pair_signs = pair_signs  # type: ignore[attr-defined]
    if not seen or label["language"] != language or reading.language != language:
        return []
    known, entries = reading.cast.entities, general().entries

    def is_called(team: str, name: str) -> bool:
        names = {known[team].name} if team in known else {team}
        names |= {entries[team].it, entries[team].name} if team in entries else set()
        return any(same_team(n, name) for n in names)

    wanted = (label["home"], label["away"])
    found = [
        (signs, any(all(map(is_called, order, wanted)) for order in (pair, pair[::-1])))
        for pair, signs in seen[-1].items()
    ]
    return found if any(right for _, right in found) else []


def fit(reports: list[Example]) -> dict[str, float]:
    """Return the weight of each sign."""
    chance = random.Random(SEED)
    counts = Counter(sign for report in reports for sign in {s for signs, _ in report for s in signs})
    bare = [
        [([(s, n) for s, n in sorted(signs.items()) if counts[s] >= RARE], right) for signs, right in report]
        for report in reports
    ]
    weights: defaultdict[str, float] = defaultdict(float)
    slopes: defaultdict[str, float] = defaultdict(lambda: 0.1)
    for _ in range(PASSES):
        chance.shuffle(bare)
        for report in bare:
            totals = [math.fsum(weights[s] * n for s, n in signs) for signs, _ in report]
            odds = [math.exp(total - max(totals)) for total in totals]
            ours = sum(odd for odd, (_, right) in zip(odds, report, strict=True) if right)
            errors: defaultdict[str, float] = defaultdict(float)
            for odd, (signs, right) in zip(odds, report, strict=True):
                miss = odd / sum(odds) - (odd / ours if right else 0.0)
                for sign, number in signs if abs(miss) > EVEN else ():
                    errors[sign] += miss * number
            for sign, error in errors.items():
                slope = error + HOLD * weights[sign]
                slopes[sign] += slope * slope
                weights[sign] -= STEP * slope / math.sqrt(slopes[sign])
    return dict(weights)


def main(language: str, folders: list[str]) -> None:
    """Print the table fitted to the reports of all folders."""
    paths = [path for folder in folders for path in sorted(Path(folder).glob("*.json"))]
    reports = [found for path in paths if (found := example(path, language))]
    lines = [
        f"# Fitted by benchmarks/drafting_pairs.py ({language}) to {len(reports)} reports, in hundredths.",
        "[weights]",
        *(f"'{kind}' = '{row}'" for kind, row in rows_of(fit(reports), SMALL).items()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
