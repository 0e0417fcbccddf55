"""What speaks for a row as the one that was asked for: pieces of evidence, and the weight of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..models import LANGUAGES, Entry, Match
from .fuzzy import wording_likeness
from .index import KIND, UNASKED
from .query import Query
from .words import fold

SCATTER = 0.7
"""Worth, for coverage, of a word that another stored question of the row explains than the one compared with."""
WEAK = 0.4
"""The same for a word that only the row's sentence explains."""
POLAR = 0.85
"""Worth of a stored yes/no question for one that asks something else."""
OTHER_SIDE = 0.8
"""Worth of a stored question about what the other club did."""
FOREIGN = 0.87
"""Worth of a stored question in the other language: concepts carry over, shades of meaning do not."""
COUNTABLE = frozenset({"person", "club", "competition"})
"""Kinds of value of which a question may ask for several: "which subs"."""
LEAST_ABSENT = 2.5
"""Weight that a question about an absent subject must have to mean anything: "what can you do" has none."""


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
    `field` whether it is a field of a match or event, `absent` whether it is a subject that no article tells of.
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
    likeness: float = 0.0
    coverage: float = 0.0


WEIGHTS = Evidence(
    several=0.25, union=0.19, odd=-0.24, told=0.07, named=0.045, unasked=-0.05, misfit=-0.19, own_kind=0.04,
    field=0.065, absent=0.035, wording=0.15, wordings=0.17, order=0.19, bystander=-0.08,
    number=-0.1,
)  # fmt: skip
"""Weight of each piece of evidence, fitted on stored questions that were hidden in turn and on question files of our
own: one stored question alone says little, three together much; letters in their order break ties."""


def score_of(evidence: Evidence) -> float:
    """Return the weighted sum of the evidence."""
    return sum(map(float.__mul__, WEIGHTS, evidence))


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the weights of its words and names; `named` is the weight of its names, `total` of all."""

    query: Query
    weights: Mapping[str, float]
    name_weights: Mapping[str, float]
    named: float
    total: float
    ids: frozenset[str]


class Like(NamedTuple):
    """A stored question compared: its likeness, and what of the question's weight it shares."""

    likeness: float
    shared: float
    place: int


class Row:
    """An entry prepared for comparison with questions; `whole` is the weight of each of its stored questions."""

    __slots__ = ("entry", "field", "kinded", "names", "polar", "subjects", "texts", "whole")

    def __init__(self, entry: Entry, whole: Sequence[float]) -> None:
        self.entry = entry
        self.whole = whole
        places = entry.places
        self.names = {f[1:]: len(held) / len(entry.samples) for f, held in places.items() if f[0] == "@"}
        self.texts: dict[str, list[str]] = {
            language: [fold(s.text) for s in entry.samples if s.language == language]
            for language in LANGUAGES
        }
        self.kinded = frozenset(
            p for f, held in places.items() if f[0] == "?" and f != "?yes_no" for p in held
        )
        self.subjects = {p: frozenset([f[1:]]) for f, held in places.items() if f[0] == "^" for p in held}
        self.polar = frozenset(places.get("?yes_no", ())).union(
            p for p, s in enumerate(entry.samples) if s.polarity in ("yes", "no")
        )
        self.field = 0.0 if entry.absent or entry.intent.startswith("fact.") else 1.0

    def compare(
        self, asked: Asked, misfit: float, match: Match | None, hidden: int = -1
    ) -> tuple[Evidence, int]:
        """Return the evidence of words, names and kinds, and the place of the stored question most alike (or -1).

        The stored question at place `hidden` is passed over.
        """
        entry = self.entry
        features, weak = entry.features, entry.weak
        known = told = 0.0
        for feature, weight in asked.weights.items():
            if feature in features:
                known += weight
            elif feature in weak:
                told += weight
        likes = self.likes(asked, hidden)
        total = asked.total or 1.0
        union = (known + told * WEAK + asked.named) / total
        best = likes[0] if likes else Like(0.0, 0.0, -1)
        evidence = Evidence(
            several=sum(like.likeness for like in likes[:3]) / 3,
            union=union,
            odd=(asked.total - asked.named - known - told) / total,
            told=told / total,
            named=self._named(asked),
            unasked=self._unasked(asked, match),
            bystander=self._bystander(asked, match),
            misfit=misfit,
            number=1.0 if self._one_only(asked.query) else 0.0,
            own_kind=1.0 if asked.query.kinds & entry.own_kinds else 0.0,
            field=self.field,
            absent=1.0 if entry.absent else 0.0,
            likeness=best.likeness,
            coverage=self._coverage(asked, best),
        )
        return evidence, best.place

    def with_wording(self, evidence: Evidence, query: Query, hidden: int = -1) -> Evidence:
        """Add the likeness in letters, which takes longer than the rest."""
        texts = self.texts[query.language]
        if hidden >= 0:
            unseen = fold(self.entry.samples[hidden].text)
            texts = [text for text in texts if text != unseen]
        wording, wordings, order = wording_likeness(query.text, texts)
        return evidence._replace(wording=wording, wordings=wordings, order=order)

    def likes(self, asked: Asked, hidden: int = -1) -> list[Like]:
        """Compare each stored question that shares a word with the question; the most alike come first."""
        entry, query, places = self.entry, asked.query, self.entry.places
        shared: dict[int, float] = {}
        for feature, weight in asked.weights.items():
            for place in places.get(feature, ()):
                shared[place] = shared.get(place, 0.0) + weight
        if not asked.weights:
            shared = dict.fromkeys(range(len(entry.samples)), 0.0)
        extra, gained, named = self._names_and_kinds(asked)
        asked_weight = asked.total - asked.named + extra
        found = []
        for place, common in shared.items():
            whole = self.whole[place]
            if place == hidden or (entry.absent and whole < LEAST_ABSENT):
                continue
            whole += named.get(place, 0.0) * (1 - UNASKED)
            if not query.kinds and place in self.kinded:
                whole -= KIND * (1 - UNASKED)
            likeness = 2 * (common + gained.get(place, 0.0)) / ((asked_weight + whole) or 1.0)
            if query.subject and self.subjects.get(place, query.subject).isdisjoint(query.subject):
                likeness *= OTHER_SIDE
            if not query.yes_no and place in self.polar:
                likeness *= POLAR
            if entry.samples[place].language != query.language:
                likeness *= FOREIGN
            found.append(Like(likeness, common, place))
        found.sort(reverse=True)
        return found

    def _coverage(self, asked: Asked, best: Like) -> float:
        """Return the share that the best stored question explains, the row's other words helping."""
        covered = best.shared + asked.named
        for feature, weight in asked.weights.items():
            if best.place in self.entry.places.get(feature, ()):
                continue
            if feature in self.entry.features:
                covered += weight * SCATTER
            elif feature in self.entry.weak:
                covered += weight * WEAK
        return min(covered / (asked.total or 1.0), 1.0)

    def _names_and_kinds(self, asked: Asked) -> tuple[float, dict[int, float], dict[int, float]]:
        """Return the weight of the question's names and kind, and what each stored question shares of them."""
        extra = 0.0
        gained: dict[int, float] = {}
        named: dict[int, float] = {}
        for name, weight in asked.name_weights.items() if not self.entry.absent else ():
            extra += weight
            for place in self.entry.places.get(name, ()):
                named[place] = gained[place] = gained.get(place, 0.0) + weight
        for kind in asked.query.kinds:
            extra += KIND
            for place in self.entry.places.get(f"?{kind}", ()):
                gained[place] = gained.get(place, 0.0) + KIND
        return extra, gained, named

    def _one_only(self, query: Query) -> bool:
        """Whether several people or clubs were asked for and the row tells one."""
        entry = self.entry
        return query.several and len(entry.values) < 2 and bool(COUNTABLE & query.kinds & entry.own_kinds)

    def _named(self, asked: Asked) -> float:
        names = asked.query.names
        if not names:
            return 1.0
        told = sum(any(i in self.names or i in self.entry.values for i in hit.ids) for hit in names)
        return told / len(names)

    def _bystander(self, asked: Asked, match: Match | None) -> float:
        """Return 1 where the question names a coach of the match of whom the row itself does not tell."""
        coaches = match.coaches & asked.ids if match else ()
        entry = self.entry
        told = (
            i in self.names or i in entry.values or f"@{i}" in entry.weak or i in entry.core for i in coaches
        )
        return 0.0 if all(told) else 1.0

    def _unasked(self, asked: Asked, match: Match | None) -> float:
        around = match.names if match else ()
        return max((s for n, s in self.names.items() if n not in asked.ids and n not in around), default=0.0)
