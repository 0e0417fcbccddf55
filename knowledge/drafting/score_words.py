"""How likely a score in the text is the final one of its match, by weights fitted on labelled reports.

The rules of score_roles say what a score is by the words they know; these weights look at the rules' word, at
where the score stands, at the teams beside it and at whatever else stands round it, and count it all together.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import replace
from functools import cache

from knowledge.drafting.fitted import stems, weights_in
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.score_roles import ToldScore
from knowledge.drafting.told_winner import told_winner
from knowledge.drafting.vocabulary import Vocabulary, load

LANGUAGES = ("en", "it")
"""Languages that have weights."""
REACH, NEAR = 60, 3
"""Letters on either side of a score that are read, and words that count as next to it."""
AT = (1, 2, 4, 8, 16)
"""The sentences from which a place in the text is a later one."""
_WORD = re.compile(r"<([a-z])\d+>|[a-zà-ù]+|\d+|[,.;:()’!?–—-]")
_STOPS = frozenset(";:.!?")


def signs_of(
    told: ToldScore, same: Counter[tuple[int, int]], high: int, last: int, pair: Pair, vocab: Vocabulary
) -> frozenset[str]:
    """Return the signs of a told score.

    `same` counts how often each score stands in the text, the higher figure first; `high` is the most goals that
    a score of the text has, `last` the index of its last sentence.
    """
    row, (start, end) = told.row, told.span or (0, 0)
    before = stems(_named(row, pair, max(0, start - REACH), start), _WORD)[::-1]
    after = stems(_named(row, pair, end, end + REACH), _WORD)
    left, right = [*before, "^", "^", "^"], [*after, "$", "$", "$"]
    found = {f"L{n} " + "_".join(reversed(left[:n])) for n in (1, 2, 3)}
    found |= {f"R{n} " + "_".join(right[:n]) for n in (1, 2)} | {f"LR {left[0]}_{right[0]}"}
    for side, words in (("l", before), ("r", after)):
        for place, word in enumerate(words):
            if word in _STOPS:
                break
            found |= {f"{side} {word}"} | ({f"n{side} {word}"} if place < NEAR else set())
    index = row.sentence.index
    ours = {s for _, _, m in row.of("tr") if (s := pair.side(m)) is not None}
    strangers = sum(pair.is_stranger(m) for _, _, m in row.of("t"))
    total = told.first + told.second
    score = (max(told.first, told.second), min(told.first, told.second))
    found |= {
        f"rule {told.role}_{round(told.weight)}",
        f"role {told.role}",
        f"ours {len(ours)}_{min(2, strangers)}",
        f"place {sum(index >= at for at in AT)}",
        f"rule_place {told.role}_{sum(index >= at for at in AT)}",
        f"more {min(3, high - total)}",
        f"same {min(3, same[score])}",
        f"scores {min(3, len(row.scores))}",
    }
    signs = {
        "end": index > last - 3,
        "level": told.first == told.second,
        "M": bool(row.minutes),
        "P": any(m.kind == "p" for m in row.marks),
        "quoted": row.sentence.quoted,
        "title": row.sentence.title,
        "sides": told.sides is not None,
        "winner": told.winner is not None,
        "past": vocab.has("past_match", row.text),
        "half": vocab.has("half_time", row.text),
        "win": vocab.has("win", row.text),
        "lose": vocab.has("lose", row.text),
        "draw": vocab.has("draw", row.text),
    }
    return frozenset(found | {sign for sign, so in signs.items() if so})


def _named(row: Masked, pair: Pair, start: int, end: int) -> str:
    """Return a piece of a masked sentence in which a team of another match is told from the two."""

    def name(mark: re.Match[str]) -> str:
        return "<x0>" if pair.is_stranger(row.marks[int(mark.group(1))]) else mark.group()

    return re.sub(r"<t(\d+)>", name, row.text[start:end])


@cache
def weights(language: str) -> dict[str, float]:
    """Return the weight of each sign and of "base"; nothing for a language without any."""
    if language not in LANGUAGES:
        return {}
    raw = load(f"scores_{language}.toml")
    return {"base": float(raw["base"]), **weights_in(raw["weights"])}


def odds(signs: frozenset[str], language: str) -> float | None:
    """Return the logarithm of the odds that a score with these signs is the final one, None without weights."""
    known = weights(language)
    return math.fsum((known["base"], *(known.get(sign, 0.0) for sign in signs))) if known else None


def weigh(told: list[ToldScore], last: int, pair: Pair, vocab: Vocabulary) -> list[ToldScore]:
    """Return told scores with their weights, and their roles where the words round them know better.

    `last` is the index of the text's last sentence. Without weights for a language nothing changes.
    """
    found = []
    marked = [t for t in told if t.span is not None]
    worth = dict(zip(map(id, marked), signs_in(marked, last, pair, vocab), strict=True))
    for t in told:
        likely = odds(worth[id(t)], vocab.language) if id(t) in worth else None
        found.append(t if likely is None else _reweighed(t, likely, pair, vocab))
    return found


def _reweighed(told: ToldScore, likely: float, pair: Pair, vocab: Vocabulary) -> ToldScore:
    """Return a told score as the odds of being the final one want it."""
    if told.role in NEVER:
        return told
    weight = max(0.0, min(QUOTED if told.row.sentence.quoted else MOST, EVEN + SLOPE * likely))
    if told.role in ("final", "unknown"):
        return replace(told, weight=weight, role="final" if likely > SURE else told.role)
    if likely < (SURE if told.role == "running" else PAST):
        return told
    if told.role == "running" and told.span and _AT_MINUTE.match(told.row.text, told.span[1]):
        return told
    winner = told.winner
    if winner is None and told.first != told.second and told.span is not None:
        winner = told_winner(told.row, *told.span, pair, vocab)
    return replace(told, weight=weight, role="final", winner=winner)


_AT_MINUTE = re.compile(r",? (?:in the |on |after )?<m")
"""What stands behind a score on the way: "pulled it back to 3-2 with ten minutes left"."""
NEVER = ("shootout", "other")
"""Roles of scores that count something else whatever the words round them say."""
EVEN, SLOPE, MOST = 2.2, 1.5, 8.0
"""Weight of a score that is as likely the final one as not, what each step of the odds adds, and the most."""
QUOTED = 0.9
"""The most that a score weighs which somebody speaks of."""
SURE, PAST = 0.5, 2.5
"""Odds from which a score is the final one though the rules hold it for one on the way, or for another match's."""


def signs_in(told: list[ToldScore], last: int, pair: Pair, vocab: Vocabulary) -> list[frozenset[str]]:
    """Return the signs of each told score of a text."""
    same = Counter((max(t.first, t.second), min(t.first, t.second)) for t in told)
    high = max((t.first + t.second for t in told if t.role != "past"), default=0)
    return [signs_of(t, same, high, last, pair, vocab) for t in told]
