"""Which row was asked for: candidates by the words they explain, then the weighed evidence for each."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..models import Entry, Match, Sample
from .evidence import KIND, WEAK, Asked, Evidence, Row, score_of
from .filters import Filters, kind_fits
from .lexicon import INVERSE
from .names import Gazetteer
from .query import Query
from .words import words_only

NAME = 1.0
"""Weight of a name against an ordinary word."""
ODD = 0.8
"""Weight, as a share of the rarest word's, of a word that nothing knows."""
PLAIN = 0.35
"""The same for an everyday word that no row tells of."""
LIGHT = 0.3
"""Share of its weight that a word keeps which mostly repeats the scope or the kind ("match", "after", "player")."""
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
REWORDED = 16
"""Best candidates whose stored questions are also compared letter by letter."""
HINT = 0.3
"""Worth of names and kind in choosing which rows are compared, where many explain the same words."""
TWINNED = 5
"""Best rows whose twins in other matches are kept beside them."""
KEPT = 40
"""Candidates that are compared question by question; the right row was among the first 25 in every trial."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row with its score, the best stored question and what stayed unexplained.

    `signal` holds the words that by themselves show an absent subject.
    """

    entry: Entry
    score: float
    evidence: Evidence
    sample: Sample | None
    unexplained: tuple[str, ...] = ()
    signal: frozenset[str] = frozenset()

    @property
    def coverage(self) -> float:
        """Share of the question that is explained."""
        return self.evidence.coverage

    @property
    def likeness(self) -> float:
        """Likeness to the best stored question."""
        return self.evidence.likeness


class Ranking:
    """An index over all entries of a base."""

    def __init__(
        self,
        entries: Sequence[Entry],
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        filters: Filters,
        light: frozenset[str] = frozenset(),
    ) -> None:
        self.entries = entries
        self._gazetteer = gazetteer
        self._matches = matches
        self._filters = filters
        self._light = light
        self._strong: defaultdict[str, list[int]] = defaultdict(list)
        self._weak: defaultdict[str, list[int]] = defaultdict(list)
        families: defaultdict[str, set[str]] = defaultdict(set)
        for at, entry in enumerate(entries):
            family = entry.id if entry.intent.startswith("fact.") else entry.intent
            for feature in entry.features:
                self._strong[feature].append(at)
                families[feature].add(family)
            for feature in entry.weak:
                self._weak[feature].append(at)
        total = max(len({family for found in families.values() for family in found}), 2)
        self._idf = {f: math.log(1 + total / (0.5 + len(found))) for f, found in families.items()}
        self._unseen = math.log(1 + total / 0.5)
        of_rows = frozenset(f for e in entries if not e.absent for f in e.features)
        self._rows = [Row(entry, self.weight, of_rows) for entry in entries]
        told: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
        for features in (s.features for e in entries if not e.absent for s in e.samples):
            for feature in features:
                told[feature].append(features)
        self._absent = frozenset(at for at, e in enumerate(entries) if e.absent)
        self._signals: defaultdict[str, list[tuple[int, frozenset[str], frozenset[str]]]] = defaultdict(list)
        for at in sorted(self._absent):
            for words, typed in _telling(entries[at], told, light):
                self._signals[min(words)].append((at, words, typed))
        naming: defaultdict[str, set[int]] = defaultdict(set)
        for at, entry in enumerate(entries):
            for name in entry.names:
                naming[name].add(at)
        self._by_name = {name: frozenset(places) for name, places in naming.items()}

    def weight(self, feature: str) -> float:
        """Return the idf weight of a feature: over families, so that one intent's many rows count once."""
        if feature[0] == "?":
            return 0.0 if feature == "?yes_no" else KIND
        if feature == INVERSE:
            return 0.0
        idf = self._idf.get(feature, self._unseen) * (LIGHT if feature in self._light else 1)
        return idf * NAME if feature[0] == "@" else idf

    def weights(self, query: Query) -> dict[str, float]:
        """Return the weight of each feature of the query; a word that no row knows weighs by how odd it is."""
        found = {}
        for feature in query.features:
            if feature == INVERSE:
                continue
            if feature in self._strong or feature in self._weak:
                found[feature] = self._idf.get(feature, self._unseen * 0.7)
            else:
                found[feature] = self._unseen * (ODD if feature in query.unknown else PLAIN)
            if feature in self._light or feature in query.asides:
                found[feature] *= LIGHT
        return found

    def asked(self, query: Query) -> Asked:
        """Weigh a query."""
        weights = self.weights(query)
        named = sum(max(self.weight(f"@{i}") for i in hit.ids) for hit in query.names)
        name_weights = {f"@{i}": self.weight(f"@{i}") for i in query.ids}
        return Asked(query, weights, name_weights, named, sum(weights.values()) + named, query.ids)

    def rank(self, query: Query, limit: int = 12, *, hidden: tuple[int, int] = (-1, -1)) -> list[Candidate]:
        """Return the best rows for `query`, best first; rejected rows are not among them.

        `hidden` is the place of a row and of one of its stored questions which is passed over (for measuring).
        """
        asked = self.asked(query)
        found: list[tuple[float, int, Evidence, int]] = []
        for at in self._covering(asked):
            entry = self.entries[at]
            if self._filters.reason(query, entry):
                continue
            fits = 1.0 if entry.absent else kind_fits(query, entry, self._gazetteer)
            if fits == 0.0:
                continue
            match = self._matches.get(entry.match or "")
            evidence, place = self._rows[at].compare(
                asked, 1.0 - fits, match, hidden[1] if at == hidden[0] else -1
            )
            found.append((score_of(evidence) + self._leaning(query, entry), at, evidence, place))
            if len(found) >= KEPT:
                break
        found.sort(key=lambda f: (-f[0], f[1]))
        found = found[:REWORDED] + self._twins(found)
        signals = self._signalled(asked)
        have = {at for _, at, _, _ in found}
        shown = [(0.0, at, *self._rows[at].compare(asked, 0.0, None)) for at in signals if at not in have]
        kept = [
            self._candidate(
                asked, at, evidence, place, signals.get(at, frozenset()), hidden[1] if at == hidden[0] else -1
            )
            for _, at, evidence, place in found + shown
        ]
        kept.sort(key=lambda c: (-c.score, c.entry.id))
        return kept[:limit] + [c for c in kept[limit:] if c.signal]

    def _twins(
        self, found: Sequence[tuple[float, int, Evidence, int]]
    ) -> list[tuple[float, int, Evidence, int]]:
        """Return rows behind the best that tell the same of another match as one of the very best."""
        intents = {self.entries[at].intent for _, at, _, _ in found[:TWINNED] if self.entries[at].match}
        later = [f for f in found[REWORDED:] if self.entries[f[1]].intent in intents]
        return [f for f in later if not self.entries[f[1]].intent.startswith("fact.")][:TWINNED]

    def _candidate(
        self, asked: Asked, at: int, evidence: Evidence, place: int, signal: frozenset[str], hidden: int
    ) -> Candidate:
        """Add the likeness in letters and what the turn before adds."""
        entry, row = self.entries[at], self._rows[at]
        evidence = row.with_wording(evidence, asked.query, hidden)
        missing = tuple(f for f in asked.weights if f not in entry.features and f not in entry.weak)
        score = score_of(evidence) + self._leaning(asked.query, entry)
        return Candidate(entry, score, evidence, row.sample(place), missing, signal)

    def _covering(self, asked: Asked) -> list[int]:
        """Return the places of the rows that explain some of the question, those that explain most first."""
        covered: dict[int, float] = {}
        for feature, weight in asked.weights.items():
            for at in self._strong.get(feature, ()):
                covered[at] = covered.get(at, 0.0) + weight
            weak = weight * WEAK
            for at in self._weak.get(feature, ()):
                covered[at] = covered.get(at, 0.0) + weak
        for name in asked.name_weights if len(asked.weights) < 3 else ():
            for at in self._strong.get(name, ()):
                covered.setdefault(at, 0.0)
        if not asked.weights and asked.query.rows:
            self._before(asked.query, covered)
        allowed = self._naming(asked.query)
        fit = [at for at in covered if allowed is None or at in allowed]
        if len(covered) > KEPT:
            marks = [(f"?{kind}", KIND) for kind in asked.query.kinds] + list(asked.name_weights.items())
            for at in fit:
                features = self.entries[at].features
                covered[at] += HINT * sum(weight for mark, weight in marks if mark in features)
        return sorted(fit, key=covered.__getitem__, reverse=True)

    def _before(self, query: Query, covered: dict[int, float]) -> None:
        """Add rows of the answer before, of its match, and those that share a word with the question before."""
        for feature in query.before:
            if feature not in self._light:
                for at in self._strong.get(feature, ()):
                    covered.setdefault(at, 0.0)
        for at, entry in enumerate(self.entries):
            if entry.row in query.rows or (entry.match and query.source == (entry.source, entry.match)):
                covered.setdefault(at, 0.0)

    def _naming(self, query: Query) -> frozenset[int] | None:
        """Return the places of the rows that tell of every name in the question, and of absent topics; None for all."""
        allowed: frozenset[int] | None = None
        for hit in query.names:
            found = frozenset().union(*(self._by_name.get(i, frozenset()) for i in hit.ids))
            allowed = found if allowed is None else allowed & found
        return None if allowed is None else allowed | self._absent

    def _leaning(self, query: Query, entry: Entry) -> float:
        """Return what the turn before adds to a row, or takes off it."""
        if not query.rows or entry.absent:
            return 0.0
        near = any(
            f"@{i}" in entry.features or f"@{i}" in entry.weak or i in entry.values for i in query.near
        )
        bonus = NEAR_BONUS if near else 0.0
        if entry.team in query.near:
            bonus += SIDE_BONUS
        if entry.row in query.rows:
            bonus += SAME_ROW_BONUS
        before = sum(self.weight(f) for f in query.before)
        if before:
            bonus += BEFORE_BONUS * sum(self.weight(f) for f in query.before if f in entry.features) / before
        return bonus - (ELSEWHERE if query.source and (entry.source, entry.match) != query.source else 0.0)

    def _signalled(self, asked: Asked) -> dict[int, frozenset[str]]:
        """Return the absent subjects that words of the question show by themselves, each with these words."""
        found: dict[int, frozenset[str]] = {}
        for feature in asked.weights:
            for at, words, typed in self._signals.get(feature, ()):
                if words <= asked.weights.keys() and (not typed or typed & asked.query.words):
                    found.setdefault(at, words)
        return found


def _telling(
    entry: Entry, told: Mapping[str, list[frozenset[str]]], light: frozenset[str]
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the signals of an absent subject that no stored question of a row contains: what is told is no signal.

    `told` gives the stored questions (their features) by feature. Each signal comes with the forms that must have
    been typed where it is one plain word: a stem alone shows nothing.
    """
    found = []
    for sample in entry.samples:
        words = frozenset(f for f in sample.features if f[0] not in "@?")
        if sample.polarity != "signal" or not words or words <= light:
            continue
        fewest = min((told.get(word, []) for word in words), key=len)
        if sum(words <= features for features in fewest) < 2:
            plain = len(words) == 1 and ":" in next(iter(words))
            found.append((words, frozenset(words_only(sample.text)) if plain else frozenset()))
    return found
