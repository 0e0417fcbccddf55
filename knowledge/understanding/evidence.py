"""What speaks for a row as the one that was asked for: pieces of evidence, and the weight of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import mul
from typing import NamedTuple

from .query import Query

LEAST = 1e-300
"""Weight of a question that has none, so that it can be divided by."""


class Evidence(NamedTuple):
    """What speaks for a row, each from 0 to 1.

    From the words: `likeness` is the weighted F1 with the best stored question, `several` the mean of the three best,
    `union` the share of the question that all words of the row explain together, `coverage` the share that the best
    stored question explains with the row's other words helping, `odd` the share that nothing explains, `told` the
    share that only the row's sentence explains. From the names: `named` is the share of the question's names that the
    row's own words name, `bystander` tells that one of its people is only the coach of the row's match, `unasked`
    is the share of its stored questions that name somebody else. `number` tells that several were asked for and the row
    tells one. From the kinds:
    `misfit` is how badly the kind of value asked for suits the row, `own_kind` whether its value itself is of it,
    `field` whether it is a field of a match or event, `event` whether it tells the whole of an event or match, `absent`
    whether it is a subject that no article tells of.
    From the letters: `wording` is the likeness to the best stored question with words in any order, `wordings` the
    mean of the three best, `order` the likeness with words in their order.
    """

    several: float = 0.0
    union: float = 0.0
    odd: float = 0.0
    told: float = 0.0
    named: float = 0.0
    unasked: float = 0.0
    misfit: float = 0.0
    own_kind: float = 0.0
    field: float = 0.0
    absent: float = 0.0
    wording: float = 0.0
    wordings: float = 0.0
    order: float = 0.0
    bystander: float = 0.0
    number: float = 0.0
    event: float = 0.0
    likeness: float = 0.0
    coverage: float = 0.0


WEIGHTS = Evidence(
    several=0.23, union=0.16, odd=-0.175, told=0.07, named=0.03, unasked=-0.045, misfit=-0.12, own_kind=0.02,
    field=0.0, absent=-0.04, wording=0.165, wordings=0.265, order=0.42, bystander=-0.04, number=-0.12, event=0.06,
)  # fmt: skip
"""Weight of each piece of evidence: a softmax over the best twelve rows, fitted on 690 questions of others as they
were answered before anything had been mended because of them, and with a third of the weight on 2,080 mended since. The
letters in their order say most, now that what points at a match is left out of them."""

PROMISE = Evidence(
    several=0.25, union=0.19, odd=-0.24, told=0.07, named=0.045, unasked=-0.05, misfit=-0.19, own_kind=0.04,
    field=0.065, absent=-0.04, bystander=-0.08, number=-0.1, event=0.06,
)  # fmt: skip
"""Weights by which the few rows are chosen whose letters are compared, too: fitted without them, as they are used."""

Weighed = tuple[float, ...]
"""Evidence as plain figures in its order: most rows that are compared are soon forgotten."""
Promising = tuple[float, Weighed, int]
"""What the evidence for a row promises before letters are compared, the evidence, the place of its stored question most
alike (or -1)."""

Letters = tuple[float, float, float]
"""What comes from the letters: `wording`, `wordings` and `order`."""
WORDING = Evidence._fields.index("wording")
"""Place of the first of the three."""


def with_letters(evidence: Weighed, letters: Letters) -> Evidence:
    """Return evidence from words together with that from letters."""
    return Evidence._make((*evidence[:WORDING], *letters, *evidence[WORDING + 3 :]))


def score_of(evidence: Weighed) -> float:
    """Return the weighted sum of the evidence."""
    return sum(map(mul, WEIGHTS, evidence), 0.0)


@dataclass(frozen=True)
class Asked:
    """A query with the weights of its words and names; `named` is the weight of its names, `total` of all.

    `asking` marks the kind of value asked for and `kind` is its weight. `compared` keeps, by the places of rows, what
    it was compared with; `letters`, by stored questions, what any query of the same text was. `known` weighs the
    words that any stored question holds, and names and kind beside them: nothing where there are no such words.
    """

    query: Query
    weights: Mapping[str, float]
    name_weights: Mapping[str, float]
    named: float
    total: float
    ids: frozenset[str]
    asking: str = ""
    kind: float = 0.0
    letters: dict[str, Letters] = field(default_factory=dict)
    compared: dict[int, Promising | None] = field(default_factory=dict)
    known: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def given(self) -> tuple[float, float]:
        """What a question gives to be compared with a stored one of a row, and of an absent subject, without names."""
        words, kinds = self.total - self.named, self.kind
        return (words + (sum(self.name_weights.values(), 0.0) + kinds)) or LEAST, (words + kinds) or LEAST
