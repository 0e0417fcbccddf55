"""How far the words round a person's name speak for a goal of his, by weights fitted on labelled reports.

The rules of goals' words know what they were written for; these weights know no wording by heart, but learned
from some hundred reports which words stand round the names of scorers and which round those of others. They
judge what the rules found and find scorers that the rules miss.
"""

from __future__ import annotations

import math
import re
from functools import cache

from knowledge.drafting.cues import Cue, denial
from knowledge.drafting.fitted import stems, weights_in
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.vocabulary import Vocabulary, load

LANGUAGES = ("en", "it")
"""Languages that have weights."""
BEFORE, AFTER = 90, 120
"""Letters on either side of a name that are read."""
REACH = (12, 14)
"""Words before and behind a name that count each for itself."""
CROWD = 4
"""People in a sentence beyond which there are simply many."""
_WORD = re.compile(r"<([a-z])\d+>|[a-zà-ù0-9\-]+|[,.;:()’!?–—]")
_STOPS = frozenset(";:.!?")


def signs_round(
    row: Masked, start: int, end: int, key: str, cues: list[Cue], pair: Pair, vocab: Vocabulary
) -> frozenset[str]:
    """Return the signs round the person `key` whose mark spans `start` to `end` in a masked sentence."""
    before = stems(row.text[max(0, start - BEFORE) : start], _WORD)
    before = (before[1:] if start > BEFORE else before)[::-1]
    after = stems(row.text[end : end + AFTER], _WORD)
    left, right = [*before, "^", "^", "^"], [*after, "$", "$", "$"]
    found = {f"L{n} " + "_".join(reversed(left[:n])) for n in (1, 2, 3)}
    found |= {f"R{n} " + "_".join(right[:n]) for n in (1, 2, 3)}
    found.add(f"LR {left[0]}_{right[0]}")
    for word in before[: REACH[0]]:
        if word == "P" or word in _STOPS:
            break
        found.add("l " + word)
    others = 0
    for word in after[: REACH[1]]:
        if word in _STOPS or others > 1:
            break
        found.add(("q " if others else "r ") + word)
        others += word == "P"
    found |= _surroundings(row) | _teams(row, pair)
    if key in row.aside:
        found.add("aside")
    for cue in cues:
        found |= _cue_signs(row, start, end, cue, vocab)
    return frozenset(found)


def _surroundings(row: Masked) -> set[str]:
    """Return the signs of a whole sentence."""
    told = {
        "lead": row.sentence.index < 3,
        "title": row.sentence.title,
        "M": bool(row.minutes),
        "S": bool(row.scores),
    }
    return {sign for sign, so in told.items() if so} | {f"np{min(CROWD, len(row.of('p')))}"}


def _teams(row: Masked, pair: Pair) -> set[str]:
    """Return whether a sentence names the teams of the match, or others alone, or another one first."""
    ours = [pair.side(m) is not None or "|" in m.key for _, _, m in row.of("t")]
    others = [pair.is_stranger(m) for _, _, m in row.of("t")]
    if not any(others):
        return {"ours"} if any(ours) else set()
    return {"others" if not any(ours) else "others_first" if others[0] else "others_too"}


def _cue_signs(row: Masked, start: int, end: int, cue: Cue, vocab: Vocabulary) -> set[str]:
    """Return where a goal's words stand from a name, how many people are between, and whether they are denied."""
    if cue.start >= end:
        where, gap = ">", row.text[end : cue.start]
    elif cue.end <= start:
        where, gap = "<", row.text[cue.end : start]
    else:
        where, gap = "=", ""
    between = min(2, gap.count("<p"))
    parted = int(";" in gap or ":" in gap or gap.count(",") > 1)
    found = {f"c {cue.rule}{where}{between}{parted}"}
    denied = denial(row.text, cue, vocab) if not between else None
    return found | ({f"d {denied}{where}{parted}"} if denied else set())


@cache
def weights(language: str) -> dict[str, float]:
    """Return the weight of each sign and of "base"; nothing for a language without any."""
    if language not in LANGUAGES:
        return {}
    raw = load(f"wordings_{language}.toml")
    return {"base": float(raw["base"]), **weights_in(raw["weights"])}


def odds(signs: frozenset[str], language: str) -> float | None:
    """Return the logarithm of the odds that a person with these signs scored, None without weights."""
    known = weights(language)
    return math.fsum((known["base"], *(known.get(sign, 0.0) for sign in signs))) if known else None
