"""Wrong answers: of the right one's kind, plausible, and not right by any row of the fact base."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from zlib import crc32

from knowledge.quiz.stock import Stock
from knowledge.understanding.fuzzy import token_set_ratio
from knowledge.understanding.words import fold

MOST = 6
"""Wrong answers kept of a question: twice what a poll shows, so that a seed has something to choose from."""

NEAR_WORDS = 60.0
"""token_set_ratio from which two wordings might mean the same: "offside" and "an offside" reach 100."""


def names_instead(
    stock: Stock,
    right: str,
    question: str,
    row: str,
    *,
    topic: str = "",
    match: str | None = None,
    banned: Iterable[str] = (),
    first: Iterable[str] = (),
    settled: bool = False,
) -> list[str]:
    """Return ids of wrong names for `question`, the most plausible first.

    A name that the question speaks of is only kept where it speaks of the right one too (one of two sides).
    `banned` are right as well or otherwise known; `first` are preferred (people of the same match). `settled`
    says that the fields of the rows leave one answer, so that their sentences need not be asked.
    Coaches and goalkeepers only stand beside their like: anybody else would be no answer at all. Equals are
    ordered by a checksum, so that the first letters of the alphabet are no better liars than the last.
    """
    spoken = stock.spoken(question)
    out = set(banned) | {right}
    either_or = right in spoken
    wanted = set(first)
    ranked = []
    for id_ in stock.alike(right, topic):
        if id_ in out or (id_ in spoken and not either_or):
            continue
        if not settled and id_ not in spoken and stock.might_be_right(id_, question, right, row):
            continue
        points = likeness(stock, id_, right, topic, match) + 4 * (id_ in wanted) + 8 * (id_ in spoken)
        ranked.append((-points, crc32(f"{row}:{id_}".encode()), id_))
    names = [id_ for _, _, id_ in sorted(ranked)]
    strict = [i for i in names if same_part(stock, i, right)]
    if len(strict) >= 2 or _work(stock.parts(right)) & {"staff", "goalkeeper"}:
        return strict[:MOST]
    return [i for i in names if stock.on_pitch(i) == stock.on_pitch(right)][:MOST]


_SAME_WORK = {
    "defender": "outfield",
    "midfielder": "outfield",
    "forward": "outfield",
    "player": "outfield",
    "coach": "staff",
    "director": "staff",
    "author": "press",
    "photographer": "press",
    "interviewer": "press",
}


def same_part(stock: Stock, one: str, other: str) -> bool:
    """Whether two people do the same kind of work: coaches, goalkeepers, outfield players, or others."""
    return not stock.parts(other) or bool(_work(stock.parts(one)) & _work(stock.parts(other)))


def _work(parts: frozenset[str]) -> frozenset[str]:
    return frozenset(_SAME_WORK.get(p, p) for p in parts)


def likeness(stock: Stock, one: str, other: str, topic: str, match: str | None) -> float:
    """Return how plausible `one` is instead of `other`: same topic, match, article, club, position."""
    here, there = stock.mentions.get(one, frozenset()), stock.mentions.get(other, frozenset())
    points = 2.0 * bool(here & there)
    points += 3.0 * (match is not None and match in here)
    points += 3.0 * (one in stock.topic_values.get(topic, ()))
    points += 2.0 * bool(stock.parts(one) & stock.parts(other))
    return points + 1.0 * bool(stock.clubs(one) & stock.clubs(other))


def figures_instead(right: int, banned: Iterable[int] = (), latest: int | None = None) -> list[int]:
    """Return wrong figures near `right`: counts by ones, ages by a few, crowds by steps of theirs.

    A year past `latest`, a negative figure and those `banned` are left out.
    """
    if right >= 10_000:
        step = 10 ** (len(str(right)) - 2) * (5 if right >= 100_000 else 1)
        near = [right + step * k for k in (-1, 1, -2, 2, -3, 3)]
    elif right >= 1000:
        near = [right + k for k in (-1, 1, -2, 2, -3, 3)]
    elif right > 40:
        near = [right + k for k in (-3, 4, -7, 8, -12, 12)]
    elif right > 12:
        near = [right + k for k in (-2, 2, -4, 4, -6, 7)]
    else:
        near = [right + k for k in (-1, 1, -2, 2, -3, 3)]
    out = set(banned) | {right}
    floor = 0 if right <= 1 else 1
    return [n for n in near if n >= floor and n not in out and not (latest and right >= 1900 and n > latest)]


def minutes_instead(right: int, banned: Iterable[int] = ()) -> list[int]:
    """Return wrong minutes of the same half, a few minutes off."""
    first, last = (1, 45) if right <= 45 else (46, 90) if right <= 90 else (91, 120)
    out = set(banned) | {right}
    near = [right + k for k in (-4, 5, -8, 9, -13, 14, 18, -18)]
    return [m for m in near if first <= m <= last and m not in out][:MOST]


def scores_instead(right: tuple[int, int]) -> list[tuple[int, int]]:
    """Return wrong scores near `right`, its mirror among them."""
    home, away = right
    near = [
        (away, home),
        (home, away + 1),
        (home + 1, away),
        (home + 1, away + 1),
        (home, away - 1),
        (home - 1, away),
        (1, 1),
        (0, 0),
    ]
    kept = dict.fromkeys(s for s in near if min(s) >= 0 and s != right)
    return list(kept)[:MOST]


def days_instead(right: date) -> list[date]:
    """Return wrong days: whole weeks off, as fixtures are, and the same day a year off."""
    return [right + timedelta(days=d) for d in (-7, 7, -14, 14, -21)]


def seasons_instead(right: str, latest: int | None) -> list[str]:
    """Return wrong seasons near `right` ("2015-16"), none that began after the year `latest`."""
    first = int(right[:4])
    near = [first + k for k in (-1, 1, -2, 2, -3)]
    return [f"{y}-{(y + 1) % 100:02}" for y in near if latest is None or y <= latest]


def words_apart(right: str, others: Sequence[str]) -> list[str]:
    """Return those of `others` that cannot be taken for `right` or for each other, in their order."""
    kept: list[str] = []
    for other in others:
        if all(token_set_ratio(fold(other), fold(one)) < NEAR_WORDS for one in (right, *kept)):
            kept.append(other)
    return kept
