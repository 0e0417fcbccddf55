"""Which of the two teams a person plays for by the words between their names, by weights fitted on labelled reports."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from knowledge.drafting.fitted import stems, weights_in
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.vocabulary import load

LANGUAGES = ("en", "it")
"""Languages that have weights."""
SHORT, LONG = 5, 12
"""Words between two names that are a sign as they stand, and beyond which their number counts no further."""
LITTLE = 25
"""Letters on either side of a team's name that are read."""
_WORD = re.compile(r"<([a-z])\d+>|[a-z0-9\-]+|[,.;:()’]")


def signs_between(row: Masked, person: tuple[int, int], team: tuple[int, int], role: bool) -> set[str]:
    """Return the signs of a person and a team of one masked sentence, given by their spans.

    `role` is set where "hosts" or the like stands for the team.
    """
    before = team[1] <= person[0]
    gap = _words(row.text[team[1] : person[0]] if before else row.text[person[1] : team[0]])
    kind = ("R" if role else "T") + ("<" if before else ">")
    others = gap.count("T") + gap.count("R")
    found = {
        f"{kind} p{min(2, gap.count('P'))}_t{min(2, others)}",
        f"{kind} c{min(2, gap.count(','))}",
        f"{kind} n{min(len(gap), LONG) // 2}",
        f"{kind} bT_{(_words(row.text[max(0, team[0] - LITTLE) : team[0]]) or ['^'])[-1]}",
        f"{kind} aT_{(_words(row.text[team[1] : team[1] + LITTLE]) or ['$'])[0]}",
    }
    if len(gap) <= SHORT:
        found.add(f"{kind} all_" + "_".join(gap))
    if not others:
        near = (gap[:2], gap[-2:]) if before else (gap[-2:], gap[:2])
        found |= {f"{kind} atT_" + "_".join(near[0]), f"{kind} atP_" + "_".join(near[1])}
        found |= {f"{kind} w_{word}" for word in gap}
    return found


def _words(text: str) -> list[str]:
    return stems(text, _WORD)


def signs_of(rows: list[Masked], pair: Pair) -> dict[str, Counter[str]]:
    """Return for each person the signs of belonging to the first team, those of the second counted below zero."""
    found: dict[str, Counter[str]] = {}
    last: int | None = None
    for row in rows:
        if row.sentence.quoted:
            continue
        teams = [(a, b, m.kind == "r", s) for a, b, m in row.of("tr") if (s := pair.side(m)) is not None]
        for start, end, person in row.of("p"):
            signs = found.setdefault(person.key, Counter())
            for a, b, role, side in teams:
                signs.update(dict.fromkeys(signs_between(row, (start, end), (a, b), role), 1 - 2 * side))
            if not teams and last is not None:
                opening = "prev o_" + "_".join(_words(row.text[:start])[:2])
                signs.update(dict.fromkeys(("prev any", opening), 1 - 2 * last))
        last = teams[-1][3] if teams else last
    return found


@cache
def weights(language: str) -> dict[str, float]:
    """Return the weight of each sign; nothing for a language without any."""
    if language not in LANGUAGES:
        return {}
    return weights_in(load(f"sides_{language}.toml")["weights"])


def leanings(rows: list[Masked], pair: Pair, language: str) -> dict[str, float]:
    """Return for each person the logarithm of the odds of playing for the first team of the pair."""
    known = weights(language)
    if not known:
        return {}
    return {
        key: sum(known.get(sign, 0.0) * count for sign, count in signs.items())
        for key, signs in signs_of(rows, pair).items()
    }
