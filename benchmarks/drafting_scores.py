"""Fit which of a text's scores is the final one by what stands round each, from labelled reports.

    python -m benchmarks.drafting_scores LANGUAGE FOLDER... > knowledge/data/drafting/scores_LANGUAGE.toml

The folders are those of drafting_eval. Each score of a report whose teams are found is an example: right where it has
the label's figures in either order. Its signs are those of the rules alone, before any weights. Logistic regression
with a step of its own for each sign.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.drafting_eval import same_team
from benchmarks.fitting import fitted, table
from knowledge.drafting import article, results
from knowledge.drafting.pair import Pair
from knowledge.drafting.score_roles import ToldScore
from knowledge.drafting.score_words import signs_in, weigh
from knowledge.drafting.vocabulary import Vocabulary, vocabulary

PASSES, STEP = 12, 0.15
"""Passes over the examples, and length of a first step."""
RARE = 4
"""Examples with a sign below which it is left out."""
SMALL = 0.08
"""Weight below which a sign is left out."""

Example = tuple[frozenset[str], bool]


def examples(path: Path, language: str) -> list[Example]:
    """Return the scores of a report with their signs, and whether each has the figures of the label."""
    label = json.loads(path.read_text("utf-8"))
    if label["language"] != language:
        return []
    seen: list[tuple[list[ToldScore], int, Pair]] = []

    def noting(told: list[ToldScore], last: int, pair: Pair, vocab: Vocabulary) -> list[ToldScore]:
        seen.append((told, last, pair))
        return weigh(told, last, pair, vocab)

    results.weigh = noting  # type: ignore[attr-defined]
    try:
        reading = article.read(path.with_suffix(".txt").read_text("utf-8"))
    finally:
        results.weigh = weigh  # type: ignore[attr-defined]
    if not seen or not reading.matches or reading.language != language:
        return []
    told, last, pair = seen[0]
    known = reading.cast.entities
    names = [known[t].name if t in known else t.replace("-", " ") for t in pair.teams]
    wanted = (label["home"], label["away"])
    if not any(all(map(same_team, order, wanted)) for order in (names, names[::-1])):
        return []
    told = [t for t in told if t.span is not None]
    signs = signs_in(told, last, pair, vocabulary(language))
    final = sorted(label["score"] or ())
    return [(s, sorted((t.first, t.second)) == final) for s, t in zip(signs, told, strict=True)]


def main(language: str, folders: list[str]) -> None:
    """Print the table fitted to the reports of all folders."""
    paths = [path for folder in folders for path in sorted(Path(folder).glob("*.json"))]
    rows = [example for path in paths for example in examples(path, language)]
    given = ((dict.fromkeys(signs, 1), right) for signs, right in rows)
    weights = fitted(given, passes=PASSES, step=STEP, rare=RARE)
    told = f"Fitted by benchmarks/drafting_scores.py ({language}) to {len(rows)} scores of reports, in hundredths."
    sys.stdout.write(table(weights, SMALL, told))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
