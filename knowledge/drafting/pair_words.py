"""Which two of the teams that a text names it is about, by weights fitted on labelled reports.

The rules of `matches` count results, headlines and mentions; these weights look at how often, how early and between
which words each team stands, and how the two stand to each other, and count it all together.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from knowledge.drafting.fitted import stems, weights_in
from knowledge.drafting.masking import Masked
from knowledge.drafting.other_teams import clubs_in, outside_match
from knowledge.drafting.vocabulary import Vocabulary, load

LANGUAGES = ("it",)
"""Languages that have weights."""
MOST, ALL = 8, 12
"""Teams most spoken of that are weighed, and those with the teams set against them."""
REACH, NEAR = 40, 5
"""Letters on either side of a name that are read, and words that count each for itself."""
OFTEN = 3
"""How often a sign of one team counts at most."""
EARLY, END = 4, 3
"""Sentences that are the beginning and the end of a text."""
GAP, SHORT = 12, 6
"""Words between two teams that are read, and that are a sign as they stand."""
NEVER = 99
"""The sentence of a team that is never named."""
DAYS = (("past", "past_match"), ("next", "next_fixture"), ("other", "other_game"))
"""The signs of another day or match, and the rules that tell it."""
_WORD = re.compile(r"<([a-z])\d+>|[a-zà-ù]+|\d+|[,.;:()’!?–—-]")

Pairs = dict[tuple[str, str], Counter[str]]
Met = tuple[frozenset[str], bool, bool, int]
"""A fixture: its two teams, whether its goals are told, whether it stands alone, and in which sentence."""


@dataclass(frozen=True, slots=True)
class _Mention:
    row: Masked
    start: int
    end: int
    nick: bool
    outside: bool


def _band(number: int, *bounds: int) -> int:
    return sum(number >= bound for bound in bounds)


def _mentions(rows: list[Masked], vocab: Vocabulary) -> dict[str, list[_Mention]]:
    """Return where each team is named; a nickname of several counts for those that the text names, too."""
    plain = {m.key for row in rows for m in clubs_in(row) if "|" not in m.key}
    found: dict[str, list[_Mention]] = {}
    for row in rows:
        outside = outside_match(row, vocab)
        for start, end, mention in row.of("t"):
            if mention.key.startswith("?|"):
                continue
            options = mention.key.split("|")
            named = [o for o in options if o in plain] or options[:1]
            for key in named:
                told = _Mention(row, start, end, len(options) > 1, mention.start in outside)
                found.setdefault(key, []).append(told)
    return found


def _team_signs(told: list[_Mention], days: Mapping[int, tuple[bool, ...]]) -> Counter[str]:
    """Return the signs of one team by itself."""
    plain = [m for m in told if not m.nick]
    signs: Counter[str] = Counter()
    first = min((m.row.sentence.index for m in plain), default=NEVER)
    today = sum(not any(days[m.row.sentence.index][:3]) and not m.outside for m in plain)
    signs[f"count {_band(len(plain), 1, 2, 3, 4, 6, 9)}"] = 1
    signs[f"nick {min(2, len(told) - len(plain))}_{bool(plain)}"] = 1
    signs[f"first {_band(first, 1, 2, 3, 5, 8, NEVER)}"] = 1
    signs[f"last {max((m.row.sentence.index for m in plain), default=0) > max(days) - END}"] = 1
    signs[f"today {_band(today, 1, 2, 3, 5)}"] = 1
    for mention in plain:
        for sign in _signs_at(mention, days[mention.row.sentence.index]):
            signs[sign] = min(OFTEN, signs[sign] + 1)
    return signs


def _signs_at(mention: _Mention, day: tuple[bool, ...]) -> list[str]:
    """Return the signs round one mention."""
    row, a, b = mention.row, mention.start, mention.end
    zone = "e" if row.sentence.index < EARLY else "x"
    left = [*stems(row.text[max(0, a - REACH) : a], _WORD)[::-1], "^", "^"]
    right = [*stems(row.text[b : b + REACH], _WORD), "$", "$"]
    found = [f"L1{zone} {left[0]}", f"L2{zone} {left[1]}_{left[0]}", f"R1{zone} {right[0]}"]
    found += [f"R2{zone} {right[0]}_{right[1]}", f"LR {left[0]}_{right[0]}"]
    found += [f"l {word}" for word in left[:NEAR]] + [f"r {word}" for word in right[:NEAR]]
    found += [f"day {name}{zone}" for (name, _), so in zip((*DAYS, ("quoted", "")), day, strict=True) if so]
    found += ["out"] if mention.outside else []
    found += ["title"] if row.sentence.title else []
    return found + ([f"score {zone}"] if row.scores else [])


def _together(a: list[_Mention], b: list[_Mention], days: Mapping[int, tuple[bool, ...]]) -> Counter[str]:
    """Return the signs of two teams that stand in one sentence."""
    signs: Counter[str] = Counter()
    shared: list[int] = []
    for row in {m.row.sentence.index: m.row for m in a if not m.nick}.values():
        ours = [(m.start, m.end) for m in a if m.row is row and not m.nick]
        theirs = [(m.start, m.end) for m in b if m.row is row and not m.nick]
        if not theirs:
            continue
        index = row.sentence.index
        shared.append(index)
        zone = "e" if index < EARLY else "x"
        signs[f"beside {zone}_{bool(row.scores)}_{any(days[index][:3])}"] = 1
        near = min(((p, q) for p in ours for q in theirs), key=lambda s: abs(s[0][0] - s[1][0]))
        low, high = sorted(near)
        gap = stems(row.text[low[1] : high[0]], _WORD)
        others = len(row.of("t")) - len(ours) - len(theirs)
        told = {f"g {word}" for word in gap[:GAP]} | {f"more {min(3, others)}"}
        told |= {f"teams {min(2, gap.count('T'))}", f"far {_band(len(gap), 2, 4, 7, 12)}"}
        told |= {"gap " + ("_".join(gap) or "none")} if len(gap) <= SHORT else set()
        signs.update(dict.fromkeys(told - signs.keys(), 1))
    signs[f"shared {_band(len(shared), 1, 2, 3, 5)}"] = 1
    signs[f"met {_band(min(shared), 1, 2, 4, 8) if shared else 9}"] = 1
    return signs


def pair_signs(
    rows: list[Masked],
    met: Iterable[Met],
    teams: list[str],
    nations: frozenset[str],
    vocab: Vocabulary,
) -> Pairs:
    """Return the signs of each two of some teams that they are the ones a text is about."""
    told = _mentions(rows, vocab)
    days = {
        row.sentence.index: (*(vocab.has(rule, row.text) for _, rule in DAYS), row.sentence.quoted)
        for row in rows
    }
    number = {t: sum(not m.nick for m in told.get(t, ())) for t in teams}
    begins = {
        t: min((m.row.sentence.index for m in told.get(t, ()) if not m.nick), default=NEVER) for t in teams
    }
    by_number, by_begin = sorted(teams, key=lambda t: -number[t]), sorted(teams, key=lambda t: begins[t])
    alone = {t: _team_signs(told.get(t, []), days) for t in teams}
    for team, signs in alone.items():
        signs[f"rank {min(4, by_number.index(team))}"] = 1
        signs[f"turn {min(4, by_begin.index(team))}"] = 1
        signs["nation" if team in nations else "club"] = 1
        signs.update(["unknown"] if team.startswith("x:") else [])
    found: Pairs = {}
    for a, b in combinations(teams, 2):
        signs = alone[a] + alone[b] + _together(told.get(a, []), told.get(b, []), days)
        signs.update(["mixed"] if (a in nations) != (b in nations) else [])
        fixtures = {
            f"fixture {goals}_{strict}_{_band(at, 1, 5, 12)}"
            for two, goals, strict, at in met
            if two == {a, b}
        }
        signs.update(fixtures)
        found[(a, b)] = signs
    return found


@cache
def weights(language: str) -> dict[str, float]:
    """Return the weight of each sign; nothing for a language without any."""
    if language not in LANGUAGES:
        return {}
    return weights_in(load(f"pairs_{language}.toml")["weights"])


def likely(signs: Counter[str], language: str) -> float:
    """Return how much the signs of two teams speak for them."""
    known = weights(language)
    return math.fsum(known.get(sign, 0.0) * number for sign, number in sorted(signs.items()))
