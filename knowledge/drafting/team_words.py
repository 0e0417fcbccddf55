"""How far the words round a name that nobody knows speak for a team, by weights fitted on many reports.

Clubs that stand in no list of ours are told from people by how a text speaks of them. The weights were learned
from the clubs and people that are known, whose own letters they never see.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from knowledge.drafting.fitted import STEM, weights_in
from knowledge.drafting.records import Mention, Sentence
from knowledge.drafting.vocabulary import load

LANGUAGES = ("en",)
"""Languages that have weights."""
NEAR = 60
"""Letters on either side of a name that are read."""
REACH = 5
"""Words on either side of a name that count each for itself."""
OFTEN = 3
"""How often a sign of one name counts at most."""
LEAD = 3
"""Sentences at the top."""
_WORD = re.compile(r"\d+\s?[-–]\s?\d+|\d+|[^\W\d_]+|[,.;:()!?–—\"“”&/-]|[’'](?=s\b)|[’']")
_STOPS = frozenset(".;:!?")


def _shape(word: str) -> str:
    """Return a word as the weights know it: its stem, "S" for a score, "9" for a figure, "C" for another name."""
    if word[0].isdigit():
        return "9" if word.isdigit() else "S"
    if word in "’'":
        return "’"
    if word[0].isupper() and len(word) > 1:
        return "C"
    return word.lower()[:STEM]


def signs_at(sentence: Sentence, mention: Mention) -> set[str]:
    """Return the signs round one writing of a name in its sentence."""
    a, b = mention.start - sentence.start, mention.end - sentence.start
    lead = sentence.text[max(0, a - NEAR) : a]
    if a > NEAR:
        lead = lead.partition(" ")[2]
    before = [_shape(w) for w in _WORD.findall(lead)]
    first = next(iter(_WORD.findall(lead)), "") if a <= NEAR else ""
    if before and first and before[0] == "C":
        before[0] = first.lower()[:STEM]
    after = [_shape(w) for w in _WORD.findall(sentence.text[b : b + NEAR])]
    left = [*before[::-1], "^", "^"]
    right = [*after, "$", "$", "$"]
    found = {f"l1 {left[0]}", f"l2 {left[1]}_{left[0]}", f"r1 {right[0]}", f"r2 {right[0]}_{right[1]}"}
    found.add(f"r3 {right[0]}_{right[1]}_{right[2]}")
    found.add(f"lr {left[0]}_{right[0]}")
    for kind, words in (("l", left), ("r", right)):
        for word in words[:REACH]:
            if word in _STOPS:
                break
            found.add(f"{kind} {word}")
    if sentence.index < LEAD:
        found.add("lead")
    return found


def signs_of(found: Iterable[tuple[Sentence, Mention]]) -> dict[str, Counter[str]]:
    """Return the signs of each name by its key, each counted once a mention and a few times at most."""
    rows: dict[str, Counter[str]] = {}
    for sentence, mention in found:
        count = rows.setdefault(mention.key, Counter())
        count.update(signs_at(sentence, mention))
        count[f"size {min(3, len(mention.text.split()))}"] = 1
        if mention.text[-1:] == "s":
            count["plural"] = 1
    return {
        key: Counter({sign: min(OFTEN, number) for sign, number in count.items()})
        for key, count in rows.items()
    }


@cache
def weights(language: str) -> dict[str, float]:
    """Return the weight of each sign and of "base"; nothing for a language without any."""
    if language not in LANGUAGES:
        return {}
    raw = load(f"teams_{language}.toml")
    return {"base": float(raw["base"]), **weights_in(raw["weights"])}


def odds(signs: Counter[str], language: str) -> float:
    """Return the logarithm of the odds that a name with these signs is a team's, 0 without weights."""
    known = weights(language)
    if not known:
        return 0.0
    return math.fsum((known["base"], *(known.get(sign, 0.0) * number for sign, number in signs.items())))
