"""Which row was asked for: candidates by the words they explain, then the weighed evidence for each."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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
KEPT = 60
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
        self, entries: Sequence[Entry], gazetteer: Gazetteer, matches: Mapping[str, Match], filters: Filters,
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
        self._at = {entry.id: at for at, entry in enumerate(entries)}
        self._rows = [Row(entry, self.weight) for entry in entries]
        told = [s.features for e in entries if not e.absent for s in e.samples]
        self._signals = {at: _telling(e, told, light) for at, e in enumerate(entries) if e.absent}

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
            if feature in self._light:
                found[feature] *= LIGHT
        return found

    def asked(self, query: Query) -> Asked:
        """Weigh a query."""
        weights = self.weights(query)
        named = sum(max(self.weight(f"@{i}") for i in hit.ids) for hit in query.names)
        name_weights = {f"@{i}": self.weight(f"@{i}") for i in query.ids}
        return Asked(query, weights, name_weights, named, sum(weights.values()) + named)

    def rank(self, query: Query, limit: int = 12, *, hidden: tuple[int, int] = (-1, -1)) -> list[Candidate]:
        """Return the best rows for `query`, best first; rejected rows are not among them.

        `hidden` is the place of a row and of one of its stored questions which is passed over (for measuring).
        """
        asked = self.asked(query)
        kept: list[Candidate] = []
        for at, weight in self._covering(asked):
            entry = self.entries[at]
            if self._filters.reason(query, entry):
                continue
            fits = 1.0 if entry.absent else kind_fits(query, entry, self._gazetteer)
            if fits == 0.0:
                continue
            union = (weight + asked.named) / asked.total if asked.total else 0.0
            kept.append(self._candidate(asked, at, union, 1.0 - fits, hidden[1] if at == hidden[0] else -1))
            if len(kept) >= KEPT:
                break
        have = {c.entry.id for c in kept}
        for at, entry in ((at, self.entries[at]) for at in self._signals):
            if entry.id not in have and self._signal(asked, at):
                kept.append(self._candidate(asked, at, 0.0, 0.0, -1))
        kept.sort(key=lambda c: (-c.score, c.entry.id))
        best = [self._reworded(c, query) for c in kept[:REWORDED]]
        best.sort(key=lambda c: (-c.score, c.entry.id))
        return best[:limit] + [c for c in (*best[limit:], *kept[REWORDED:]) if c.signal]

    def _reworded(self, candidate: Candidate, query: Query) -> Candidate:
        """Add the likeness in letters to a candidate's evidence and score."""
        row = self._rows[self._at[candidate.entry.id]]
        evidence = row.with_wording(candidate.evidence, query)
        return replace(candidate, evidence=evidence, score=score_of(evidence) + self._leaning(query, candidate.entry))

    def _covering(self, asked: Asked) -> list[tuple[int, float]]:
        """Return the places of the rows that explain some of the question, those that explain most first."""
        covered: defaultdict[int, float] = defaultdict(float)
        for feature, weight in asked.weights.items():
            for at in self._strong.get(feature, ()):
                covered[at] += weight
            weak = weight * WEAK
            for at in self._weak.get(feature, ()):
                covered[at] += weak
        for name in asked.name_weights if len(asked.weights) < 3 else ():
            for at in self._strong.get(name, ()):
                covered[at] += 0.0
        return sorted(covered.items(), key=lambda pair: -pair[1])

    def _candidate(self, asked: Asked, at: int, union: float, misfit: float, hidden: int) -> Candidate:
        entry = self.entries[at]
        match = self._matches.get(entry.match or "")
        evidence, sample, missing = self._rows[at].compare(asked, union, misfit, match, hidden)
        score = score_of(evidence) + self._leaning(asked.query, entry)
        return Candidate(entry, score, evidence, sample, missing, self._signal(asked, at))

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

    def _signal(self, asked: Asked, at: int) -> frozenset[str]:
        """Return the words of the question that by themselves show the absent subject at `at`."""
        for words, typed in self._signals.get(at, ()):
            if words <= asked.weights.keys() and (not typed or typed & asked.query.words):
                return words
        return frozenset()


def _telling(
    entry: Entry, told: Sequence[frozenset[str]], light: frozenset[str]
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the signals of an absent subject that no stored question of a row contains: what is told is no signal.

    Each comes with the forms that must have been typed where it is one plain word: a stem alone shows nothing.
    """
    found = []
    for sample in entry.samples:
        words = frozenset(f for f in sample.features if f[0] not in "@?")
        if sample.polarity == "signal" and words and not words <= light and not any(words <= t for t in told):
            plain = len(words) == 1 and ":" in next(iter(words))
            found.append((words, frozenset(words_only(sample.text)) if plain else frozenset()))
    return found
