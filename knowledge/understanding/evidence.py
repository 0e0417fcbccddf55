"""What speaks for a row as the one that was asked for: pieces of evidence, and the weight of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ..models import LANGUAGES, Entry, Match, Sample
from .fuzzy import wording_likeness
from .query import Query
from .words import fold

SCATTER = 0.7
"""Worth, for coverage, of a word that another stored question of the row explains than the one compared with."""
WEAK = 0.4
"""The same for a word that only the row's sentence explains."""
UNASKED = 0.3
"""Weight of a name in a stored question that was not asked: people leave out what the scope tells."""
KIND = 2.5
"""Weight of the question word when a question is compared with a stored one: "when" and "why" differ in nothing else."""
POLAR = 0.85
"""Worth of a stored yes/no question for one that asks something else."""
FOREIGN = 0.87
"""Worth of a stored question in the other language: concepts carry over, shades of meaning do not."""
LEAST_ABSENT = 2.5
"""Weight that a question about an absent subject must have to mean anything: "what can you do" has none."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a row, each from 0 to 1."""

    likeness: float = 0.0
    """Weighted F1 with the best stored question."""
    several: float = 0.0
    """Mean of the three best likenesses."""
    coverage: float = 0.0
    """Share of the question that the best stored question explains, the row's other words helping."""
    union: float = 0.0
    """Share that all words of the row explain together."""
    misfit: float = 0.0
    """How badly the kind of value asked for suits the row."""
    own_kind: float = 0.0
    """1 where the row's value itself is of the kind asked for."""
    field: float = 0.0
    """1 for a field of a match or event, which fans ask for more than for anything else."""
    absent: float = 0.0
    """1 for a subject that no article tells of."""
    scope_only: float = 0.0
    """1 where somebody named is only the coach of the match, not part of what the row tells."""
    odd: float = 0.0
    """Share of the question that nothing in the row explains."""
    named: float = 0.0
    """Share of the question's names that the row's own words name, not only its match."""
    told: float = 0.0
    """Share that only the row's sentence explains."""
    polar: float = 0.0
    """1 where a yes/no question met a stored yes/no question."""
    wording: float = 0.0
    """Likeness in letters to the best stored question, words in any order."""
    wordings: float = 0.0
    """Mean of the three best of these."""
    order: float = 0.0
    """Likeness in letters with the words in their order."""
    unasked: float = 0.0
    """Share of the row's stored questions that name somebody whom this question does not."""


WEIGHTS = Evidence(
    several=0.23, union=0.13, misfit=-0.14, own_kind=0.025, field=0.055, absent=0.025, odd=-0.18, named=0.025,
    told=0.07, polar=-0.02, wording=0.2, wordings=0.14, order=0.3, unasked=-0.04,
)
"""Weight of each piece of evidence in the score, fitted on stored questions that were hidden in turn and on question
files of our own: one stored question alone says little, three together much; letters in their order break ties."""


def score_of(evidence: Evidence, weights: Evidence = WEIGHTS) -> float:
    """Return the weighted sum of the evidence."""
    return sum(getattr(weights, name) * getattr(evidence, name) for name in Evidence.__slots__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the weights of its words and names; `named` is the weight of its names, `total` of all."""

    query: Query
    weights: Mapping[str, float]
    name_weights: Mapping[str, float]
    named: float
    total: float


class Row:
    """An entry prepared for comparison: where each feature stands among its stored questions, and their weights."""

    __slots__ = ("entry", "kinded", "names", "places", "polar", "texts", "whole")

    def __init__(self, entry: Entry, weight: Callable[[str], float]) -> None:
        self.entry = entry
        self.places: dict[str, tuple[int, ...]] = {}
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, sample in enumerate(entry.samples):
            for feature in sample.features:
                found[feature].append(place)
        self.places = {feature: tuple(places) for feature, places in found.items()}
        self.names = {
            f[1:]: len(places) / len(entry.samples) for f, places in self.places.items() if f[0] == "@"
        }
        self.texts = {
            language: [fold(s.text) for s in entry.samples if s.language == language] for language in LANGUAGES
        }
        self.whole = [
            sum(weight(f) * (UNASKED if f[0] == "@" else 1.0) for f in s.features) for s in entry.samples
        ]
        self.kinded = [any(f[0] == "?" and f != "?yes_no" for f in s.features) for s in entry.samples]
        self.polar = [s.polarity in ("yes", "no") or "?yes_no" in s.features for s in entry.samples]

    def compare(
        self, asked: Asked, union: float, misfit: float, match: Match | None, hidden: int = -1
    ) -> tuple[Evidence, Sample | None, tuple[str, ...]]:
        """Return the evidence, the stored question most alike, and the words that nothing in the row explains.

        `union` is the share that the row explains at all; the stored question at place `hidden` is passed over.
        """
        entry, query = self.entry, asked.query
        likes = self._likes(asked, hidden)
        likeness, coverage, best = max(likes) if likes else (0.0, min(union, 1.0) * SCATTER, -1)
        missing = tuple(f for f in asked.weights if f not in entry.features and f not in entry.weak)
        total = asked.total or 1.0
        evidence = Evidence(
            likeness=likeness,
            several=sum(sorted((like for like, _, _ in likes), reverse=True)[:3]) / 3,
            coverage=coverage,
            union=min(union, 1.0),
            misfit=misfit,
            own_kind=1.0 if query.kinds & entry.own_kinds else 0.0,
            field=0.0 if entry.absent or entry.intent.startswith("fact.") else 1.0,
            absent=1.0 if entry.absent else 0.0,
            scope_only=_scope_only(query, entry, match),
            odd=sum(asked.weights[f] for f in missing) / total,
            named=_named_inside(query, entry),
            told=sum(w for f, w in asked.weights.items() if f in entry.weak) / total,
            unasked=self._unasked(query, match),
            polar=1.0 if query.yes_no and best >= 0 and entry.samples[best].polarity in ("yes", "no") else 0.0,
        )
        return evidence, entry.samples[best] if best >= 0 else None, missing

    def with_wording(self, evidence: Evidence, query: Query) -> Evidence:
        """Add the likeness in letters, which takes longer than the rest."""
        wording, wordings, order = wording_likeness(query.text, self.texts[query.language])
        return replace(evidence, wording=wording, wordings=wordings, order=order)

    def _unasked(self, query: Query, match: Match | None) -> float:
        known = query.ids | (match.names if match else frozenset())
        return max((share for name, share in self.names.items() if name not in known), default=0.0)

    def _likes(self, asked: Asked, hidden: int) -> list[tuple[float, float, int]]:
        """Return likeness, coverage and place of each stored question that shares a word with the question."""
        entry, query, places = self.entry, asked.query, self.places
        shared: defaultdict[int, float] = defaultdict(float)
        lent: defaultdict[int, float] = defaultdict(float)
        around = 0.0
        for feature, weight in asked.weights.items():
            if feature in entry.features:
                worth = weight * SCATTER
            elif feature in entry.weak:
                worth = weight * WEAK
            else:
                continue
            around += worth
            for place in places.get(feature, ()):
                shared[place] += weight
                lent[place] += worth
        if not asked.weights:
            shared = defaultdict(float, dict.fromkeys(range(len(entry.samples)), 0.0))
        extra, gained, named = self._names_and_kinds(asked)
        asked_weight = sum(asked.weights.values()) + extra
        likes = []
        for place, common in shared.items():
            whole = self.whole[place]
            if place == hidden or (entry.absent and whole < LEAST_ABSENT):
                continue
            whole += named[place] * (1 - UNASKED)
            if not query.kinds and self.kinded[place]:
                whole -= KIND * (1 - UNASKED)
            likeness = 2 * (common + gained[place]) / (asked_weight + whole)
            if not query.yes_no and self.polar[place]:
                likeness *= POLAR
            if entry.samples[place].language != query.language:
                likeness *= FOREIGN
            covered = (common + around - lent[place] + asked.named) / (asked.total or 1.0)
            likes.append((likeness, min(covered, 1.0), place))
        return likes

    def _names_and_kinds(
        self, asked: Asked
    ) -> tuple[float, defaultdict[int, float], defaultdict[int, float]]:
        """Return the weight of the question's names and kind, and what each stored question shares of them."""
        extra = 0.0
        gained: defaultdict[int, float] = defaultdict(float)
        named: defaultdict[int, float] = defaultdict(float)
        for name, weight in asked.name_weights.items() if not self.entry.absent else ():
            extra += weight
            for place in self.places.get(name, ()):
                gained[place] += weight
                named[place] += weight
        for kind in asked.query.kinds:
            extra += KIND
            for place in self.places.get(f"?{kind}", ()):
                gained[place] += KIND
        return extra, gained, named


def _scope_only(query: Query, entry: Entry, match: Match | None) -> float:
    if match is None or not match.coaches:
        return 0.0
    named = {i for h in query.names for i in h.ids & match.coaches}
    told = any(f"@{i}" in entry.features or f"@{i}" in entry.weak or i in entry.values for i in named)
    return 1.0 if named and not told else 0.0


def _named_inside(query: Query, entry: Entry) -> float:
    if not query.names:
        return 1.0
    told = sum(any(f"@{i}" in entry.features or i in entry.values for i in hit.ids) for hit in query.names)
    return told / len(query.names)
