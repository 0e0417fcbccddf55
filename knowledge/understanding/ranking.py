"""Which row was asked for: weighted coverage of the question's words plus the best stored question."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..models import Entry, Match, Sample
from .filters import Filters, kind_fits
from .lexicon import INVERSE
from .names import Gazetteer
from .query import Query

WEAK = 0.4
"""Worth of a word that only the row's sentence explains, not its stored questions."""
NAME = 1.0
"""Weight of a name against an ordinary word: names are filtered, so they need not decide."""
UNASKED = 0.3
"""Weight of a name in a stored question that was not asked: people leave out what the scope tells."""
ODD = 0.8
"""Weight, as a share of the rarest word's, of a word that nothing knows."""
PLAIN = 0.35
"""The same for an everyday word that no row tells of."""
LIGHT = 0.3
"""Share of its weight that a word keeps which mostly repeats the scope or the kind ("match", "after", "player")."""
KIND = 2.5
"""Weight of the question word when a question is compared with a stored one: "when" and "why" differ in nothing else."""
KIND_PENALTY = 0.15
"""Taken off where only the row's sentence might supply the kind of value asked for."""
POLAR = 0.85
"""Worth of a stored yes/no question for one that asks something else."""
FOREIGN = 0.92
"""Worth of a stored question in the other language: concepts carry over, shades of meaning do not."""
LEAST_ABSENT = 2.5
"""Weight that a question about an absent subject must have to mean anything: "what can you do" has none."""
ABSENT = 0.04
"""Taken off an absent topic: where a row fits as well, the row answers."""
COACH_ONLY = 0.08
"""Taken off where somebody named is only the coach of the match, not part of what the row tells."""
COVERAGE = 0.4
"""Share of coverage in the score; the rest is the likeness to the best stored question."""
ELSEWHERE = 0.12
"""Taken off rows of another article or match than the answer before, in a question that leans on it."""
BEFORE_BONUS = 0.15
"""Given to rows that tell of what the question before asked, by the share of its words."""
SIDE_BONUS = 0.05
"""Given to rows of the side that the answer before told of."""
NEAR_BONUS = 0.12
"""Given to rows that speak of the people of the answer before, where the question leans on them."""
SAME_ROW_BONUS = 0.12
"""Given to rows of the answer before in a follow-up."""
KEPT = 60
"""Candidates that are compared sample by sample; the right row was among the first 25 in every trial."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row with its score (0-1, bonuses may exceed it), the best stored question and what stayed unexplained."""

    entry: Entry
    score: float
    coverage: float
    likeness: float
    sample: Sample | None
    unexplained: tuple[str, ...] = ()
    signal: frozenset[str] = frozenset()


class Ranking:
    """An index over all entries of a base."""

    def __init__(
        self, entries: Sequence[Entry], gazetteer: Gazetteer, matches: Mapping[str, Match], filters: Filters,
        light: frozenset[str] = frozenset(),
    ) -> None:
        self._light = light
        self.entries = entries
        self.gazetteer = gazetteer
        self.matches = matches
        self.filters = filters
        self._strong: defaultdict[str, list[int]] = defaultdict(list)
        self._weak: defaultdict[str, list[int]] = defaultdict(list)
        families: defaultdict[str, set[str]] = defaultdict(set)
        for at, entry in enumerate(entries):
            for feature in entry.features:
                self._strong[feature].append(at)
                families[feature].add(entry.intent if not entry.intent.startswith("fact.") else entry.id)
            for feature in entry.weak:
                self._weak[feature].append(at)
        self._absent = [e for e in entries if e.absent]
        told = [s.features for e in entries if not e.absent for s in e.samples]
        self._signals = {e.id: _telling(e, told, light) for e in self._absent}
        total = max(len({e.intent if not e.intent.startswith("fact.") else e.id for e in entries}), 2)
        self._idf = {f: math.log(1 + total / (0.5 + len(ids))) for f, ids in families.items()}
        self.unseen = math.log(1 + total / 0.5)
        self._with_kind = {id(s) for e in entries for s in e.samples if any(f[0] == "?" for f in s.features)}
        self._sample_weights = {
            id(s): sum(self.weight(f) * (UNASKED if f[0] == "@" else 1) for f in s.features)
            for e in entries for s in e.samples
        }

    def weight(self, feature: str) -> float:
        """Return the idf weight of a feature: over families, so that one intent's many rows count once."""
        if feature[0] == "?":
            return KIND
        if feature == INVERSE:
            return 0.0
        idf = self._idf.get(feature, self.unseen) * (LIGHT if feature in self._light else 1)
        return idf * NAME if feature[0] == "@" else idf

    def weights(self, query: Query) -> dict[str, float]:
        """Return the weight of each feature of the query; a word that no row knows weighs by how odd it is."""
        found = {}
        for feature in query.features:
            if feature == INVERSE:
                continue
            if feature in self._strong or feature in self._weak:
                found[feature] = self._idf.get(feature, self.unseen * 0.7)
            else:
                found[feature] = self.unseen * (ODD if feature in query.unknown else PLAIN)
            if feature in self._light:
                found[feature] *= LIGHT
        return found

    def rank(self, query: Query, limit: int = 12) -> list[Candidate]:
        """Return the best rows for `query`, best first; rejected rows are not among them."""
        weights = self.weights(query)
        names = {f"@{i}" for i in query.ids}
        named = sum(max(self.weight(f"@{i}") for i in hit.ids) for hit in query.names)
        total = sum(weights.values()) + named
        covered: defaultdict[int, float] = defaultdict(float)
        for feature, weight in weights.items():
            for at in self._strong.get(feature, ()):
                covered[at] += weight
            for at in self._weak.get(feature, ()):
                covered[at] += weight * WEAK
        for name in names if len(weights) < 3 else ():
            for at in self._strong.get(name, ()):
                covered[at] += 0.0
        kept: list[Candidate] = []
        ordered = sorted(covered.items(), key=lambda pair: -pair[1])
        for at, weight in ordered:
            entry = self.entries[at]
            if self.filters.reason(query, entry):
                continue
            fits = kind_fits(query, entry, self.gazetteer) if not entry.absent else 1.0
            if fits == 0.0:
                continue
            kept.append(self._score(query, entry, weights, names, (weight + named) / total if total else 0.0, fits))
            if len(kept) >= KEPT:
                break
        kept += self._signalled(query, weights, names, kept)
        kept.sort(key=lambda c: (-c.score, c.entry.id))
        return kept[:limit] + [c for c in kept[limit:] if c.signal]

    def _score(
        self, query: Query, entry: Entry, weights: dict[str, float], names: set[str], coverage: float, fits: float
    ) -> Candidate:
        name_weights = {n: self.weight(n) for n in names} if not entry.absent else {}
        name_weights |= {f"?{k}": KIND for k in query.kinds}
        asked = sum(weights.values()) + sum(self.weight(n) for n in name_weights)
        best, best_sample = 0.0, None
        for sample in entry.samples:
            if entry.absent and self._sample_weights[id(sample)] < LEAST_ABSENT:
                continue
            common = sum(w for f, w in weights.items() if f in sample.features)
            if not common and weights:
                continue
            named = sum(w for n, w in name_weights.items() if n in sample.features)
            asked_names = sum(w for n, w in name_weights.items() if n in sample.features and n[0] == "@")
            whole = self._sample_weights[id(sample)] + asked_names * (1 - UNASKED)
            if not query.kinds and id(sample) in self._with_kind:
                whole -= KIND * (1 - UNASKED)
            likeness = 2 * (common + named) / (asked + whole)
            if sample.polarity in ("yes", "no") and not query.yes_no:
                likeness *= POLAR
            if sample.language != query.language:
                likeness *= FOREIGN
            if likeness > best:
                best, best_sample = likeness, sample
        score = COVERAGE * coverage + (1 - COVERAGE) * best
        if fits < 1:
            score -= KIND_PENALTY * 2 * (1 - fits)
        match = self.matches.get(entry.match or "")
        coaches: frozenset[str] = match.coaches if match else frozenset()
        if coaches and any(h.ids & coaches and not h.ids & (entry.names - coaches | entry.values) for h in query.names):
            bosses = {f"@{i}" for h in query.names for i in h.ids & coaches}
            score -= COACH_ONLY * (not bosses & entry.features and not bosses & entry.weak)
        if entry.absent:
            score -= ABSENT
        score += self._leaning(query, entry)
        signal = self._signal(entry, weights) if entry.absent else frozenset()
        missing = tuple(f for f in weights if f not in entry.features and f not in entry.weak)
        return Candidate(entry, score, coverage, best, best_sample, missing, signal)

    def _leaning(self, query: Query, entry: Entry) -> float:
        """Return what the turn before adds to a row, or takes off it."""
        if not query.rows or entry.absent:
            return 0.0
        bonus = NEAR_BONUS if entry.names & query.near else 0.0
        if entry.team in query.near:
            bonus += SIDE_BONUS
        if entry.row in query.rows:
            bonus += SAME_ROW_BONUS
        before = sum(self.weight(f) for f in query.before)
        if before:
            bonus += BEFORE_BONUS * sum(self.weight(f) for f in query.before if f in entry.features) / before
        return bonus - (ELSEWHERE if query.source and (entry.source, entry.match) != query.source else 0.0)

    def _signalled(
        self, query: Query, weights: dict[str, float], names: set[str], kept: Sequence[Candidate]
    ) -> list[Candidate]:
        """Return absent subjects that one word shows, where they were not among the best by coverage."""
        have = {c.entry.id for c in kept}
        found = [e for e in self._absent if e.id not in have and self._signal(e, weights)]
        return [self._score(query, e, weights, names, 0.0, 1.0) for e in found]

    def _signal(self, entry: Entry, weights: dict[str, float]) -> frozenset[str]:
        """Return the words of the question that by themselves show this absent subject."""
        return next((words for words in self._signals.get(entry.id, ()) if words <= weights.keys()), frozenset())


def _telling(entry: Entry, told: Sequence[frozenset[str]], light: frozenset[str]) -> list[frozenset[str]]:
    """Return the signals of an absent subject that no stored question of a row contains: what is told is no signal."""
    found = []
    for sample in entry.samples:
        words = frozenset(f for f in sample.features if f[0] not in "@?")
        if sample.polarity == "signal" and words and not words <= light and not any(words <= t for t in told):
            found.append(words)
    return found
