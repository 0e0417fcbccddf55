"""How sure it is that the best row answers: its score, its lead over rivals, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign, log1p

from ..logistic import sure
from .lexicon import is_concept
from .ordering import settles
from .query import Query
from .ranking import Candidate

WEIGHTS = {
    "score": 3.4,
    "absent_lead": 4.6,
    "signal": -2.6,
    "rivals": -2.8,
    "strange": -0.4,
    "explained": 0.19,
    "kind_missed": -1.1,
    "nameless": -1.6,
    "either": 1.4,
    "yes_no": -0.95,
    "number": -1.3,
    "likelier": 0.3,
}
BIAS = -3.45
"""Logistic regression on 800 questions of others as they were answered before anything had been mended because of
them, with less weight on 1,800 mended since and on our refusals (6-fold: area under the curve 0.90); the clues were
chosen one by one for what they add. `likelier` came later, with the others held: of 2,336 questions it lets 4 in 100
more be answered with as many wrong (8-fold by question set)."""

STORED = 0.9
"""Likeness and coverage from which the question is one that is stored, in nearly the same words."""
OUTDOES = 0.2
"""Lead of an absent topic with which it is asked for, though a stored question has the same few words."""
EVEN = 0.67
"""What stands for the lead in likelihood where nothing tells it: it leaves the confidence as it was fitted without."""
TOLD = 0.8
"""Likeness from which a row that holds the words of an absent topic, too, is what is asked for."""
NEAR = 0.1
"""Score below the best row within which other rows are its rivals."""


def clues(query: Query, rows: Sequence[Candidate], absent: Candidate | None) -> dict[str, float]:
    """Return what the confidence is made of; `rows` are the ranked rows, best first.

    `strange` counts known concepts that the best row does not speak of, `explained` weighs the words that it does;
    `nameless` tells that neither a name nor a match narrows the question.
    """
    best = rows[0]
    evidence = best.evidence
    rivals = [c for c in rows[1:] if _differs(best, c) and not (query.of_two and _of_one_match(best, c))]
    return {
        "score": best.score,
        "absent_lead": max(min(best.score - absent.score, 0.5), -0.5) if absent else 0.5,
        "signal": 1.0 if absent and _signals(best, absent) else 0.0,
        "rivals": min(sum(c.score > best.score - NEAR for c in rivals), 6) / 6,
        "strange": float(sum(is_concept(feature) for feature in best.unexplained)),
        "explained": best.explained,
        "kind_missed": 1.0 if query.kinds and not evidence.own_kind else 0.0,
        "nameless": 1.0 if not query.names and query.scope.empty and not query.matches else 0.0,
        "either": 1.0 if query.either else 0.0,
        "yes_no": 1.0 if query.yes_no else 0.0,
        "number": evidence.number,
        "likelier": _likelier(best, rivals),
    }


def _signals(best: Candidate, absent: Candidate) -> bool:
    """Whether a word of an absent topic says that it is asked for: not where a better row explains each of them."""
    told = absent.signal.isdisjoint(best.unexplained) and best.likeness >= TOLD and best.score > absent.score
    return bool(absent.signal) and not told


def _likelier(best: Candidate, rivals: Sequence[Candidate]) -> float:
    """Return how much likelier a row is by its words than any rival: the logarithm of the weighed nats, signed."""
    if not rivals or best.log_likelihood == 0.0:
        return EVEN
    margin = best.log_likelihood - max(c.log_likelihood for c in rivals)
    if margin < 0 and max(c.score for c in rivals) > best.score:
        return EVEN  # a rule put it first, not its words
    return copysign(log1p(abs(margin)), margin)


def confidence(query: Query, rows: Sequence[Candidate], absent: Candidate | None) -> float:
    """Return from 0 to 1 how sure it is that the first of `rows` answers `query`."""
    if not rows:
        return 0.0
    if is_stored(rows[0], absent) or settles(query, rows[0]):
        return 1.0
    total = BIAS + sum(WEIGHTS[name] * clue for name, clue in clues(query, rows, absent).items())
    return sure(total)


def is_stored(best: Candidate, absent: Candidate | None) -> bool:
    """Whether the question is a stored one of the best row, and no word of an absent topic is left over.

    A few words are like many a stored question: an absent topic that fits much better outdoes it.
    """
    if absent and absent.score > best.score + OUTDOES:
        return False
    signal = absent.signal if absent else frozenset()
    return min(best.likeness, best.coverage) >= STORED and signal.isdisjoint(best.unexplained)


def _of_one_match(one: Candidate, other: Candidate) -> bool:
    """Whether two rows tell of the same match: either tells which match it was."""
    return one.entry.match is not None and one.entry.match == other.entry.match


def _differs(one: Candidate, other: Candidate) -> bool:
    """Whether two rows say different things: neither tells what the other is asked for."""
    return (
        one.entry.row != other.entry.row
        and other.entry.row not in one.entry.tells
        and one.entry.row not in other.entry.tells
        and one.entry.intent != other.entry.intent
        and one.entry.values != other.entry.values
    )
