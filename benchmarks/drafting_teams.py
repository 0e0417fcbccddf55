"""Fit which names are teams' by the words round them, from reports whose clubs are known.

    python -m benchmarks.drafting_teams LANGUAGE FOLDER... > knowledge/data/drafting/teams_LANGUAGE.toml

The folders hold reports as NAME.txt; labels are not needed. The clubs and nations of the gazetteer are examples of
teams; people named in full somewhere in the text, towns and grounds are examples of what is none.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from benchmarks.fitting import fitted, table
from knowledge.drafting.fixtures import find_fixtures
from knowledge.drafting.header import detect_language
from knowledge.drafting.known_names import general
from knowledge.drafting.names import scan
from knowledge.drafting.people import cast
from knowledge.drafting.reading import clean, sentences
from knowledge.drafting.records import Mention, Sentence
from knowledge.drafting.team_words import signs_of
from knowledge.drafting.vocabulary import shared_words, vocabulary

PASSES, STEP = 10, 0.15
"""Passes over the examples, and length of a first step."""
RARE = 5
"""Examples with a sign below which it is left out."""
SMALL = 0.12
"""Weight below which a sign is left out."""

Example = tuple[dict[str, int], bool]


def examples(text: str, language: str) -> list[Example]:
    """Return the names of a report with their signs, and whether they are teams'."""
    text = clean(text)
    if detect_language(text) != language:
        return []
    vocab, gazetteer = vocabulary(language), general()
    parts = sentences(text, shared_words()["abbreviations"])
    fixtures = find_fixtures(parts)
    found = scan(parts, vocab, gazetteer, fixtures)
    people = cast(found, parts, vocab, gazetteer)
    rows: defaultdict[bool, list[tuple[Sentence, Mention]]] = defaultdict(list)
    for sentence in parts:
        if sentence.title or sentence.text.isupper():
            continue
        for mention in people.mentions[sentence.index]:
            kind = _is_team(mention, people.entities[mention.key].forms)
            if kind is not None:
                rows[kind].append((sentence, mention))
    return [(dict(signs), kind) for kind, pairs in rows.items() for signs in signs_of(pairs).values()]


def _is_team(mention: Mention, forms: dict[str, int]) -> bool | None:
    if mention.kind == "t":
        return None if mention.key.startswith(("x:", "?")) or mention.text.islower() else True
    if mention.kind == "p":
        return False if any(" " in form for form in forms) else None
    return False if mention.kind in "ov" else None


def main(language: str, folders: list[str]) -> None:
    """Print the table fitted to the reports of all folders."""
    paths = [path for folder in folders for path in sorted(Path(folder).glob("*.txt"))]
    rows = [example for path in paths for example in examples(path.read_text("utf-8", "replace"), language)]
    weights = fitted(rows, passes=PASSES, step=STEP, rare=RARE)
    told = (
        f"Fitted by benchmarks/drafting_teams.py ({language}) to {len(rows)} names of reports, in hundredths."
    )
    sys.stdout.write(table(weights, SMALL, told))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
