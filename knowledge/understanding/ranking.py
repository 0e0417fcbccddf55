"""Which row was asked for: candidates by the words they explain, then the weighed evidence for each."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, Protocol

from ..models import Entry, Match, Sample
from .drifting import drifts, of_somebody_else
from .evidence import Asked, Evidence, Letters, Weighed, score_of, with_letters
from .filters import Check, Filters
from .index import KIND, LIGHT, Index, scope_keys
from .kinds import kind_fits
from .leaning import Leaning
from .lexicon import INVERSE
from .names import Gazetteer
from .prepared_row import NOTHING, WEAK, Row
from .query import Query
from .quoting import Quoting

ODD = 0.8
"""Weight, as a share of the rarest word's, of a word that nothing knows."""
TOLD = 0.7
"""The same for a word that only the sentences of rows have."""
PLAIN = 0.35
"""The same for an everyday word that no row tells of."""
FIELDS = frozenset({"competition"})
"""Kinds of value that say by themselves which field of a match is asked for."""
WEIGHED = 16
"""Weighed questions that are kept: a question that may lean on the last one is taken in several ways."""
MARKS = 256
"""Names and kinds of value whose rows are kept as sets."""
REWORDED = 8
"""Best candidates whose stored questions are also compared letter by letter."""
HINT = 0.3
"""Worth of names and kind in choosing which rows are compared, where many explain the same words."""
TWINNED = 5
"""Best rows whose twins in other matches are kept beside them."""
LIKELY = 0.0025
"""Worth of a nat of log-likelihood in the score of a row, beside the likeliest one: with half of it and with twice as
much as many answers were right, the other ones wrong."""
KEPT = 32
"""Candidates that are compared question by question; the right row was among the first 25 in every trial."""
FEW = 2
"""Words up to which twice as many are compared: many rows explain "who scored in Bergamo?" equally well."""


class Candidate(NamedTuple):
    """A row with its score, the place of its best stored question (or -1) and what stayed unexplained.

    `log_likelihood` is how likely the words of the question are among the row's own (see `Row.log_likelihood`).
    `signal` holds the words that by themselves show an absent subject; `explained` is the weight of those words of
    the question that the row explains; `quotable` tells of a sentence of an article that it holds all that the
    question says.
    """

    entry: Entry
    score: float
    evidence: Evidence
    place: int
    unexplained: tuple[str, ...] = ()
    signal: frozenset[str] = frozenset()
    at: int = -1
    explained: float = 0.0
    quotable: bool = False
    log_likelihood: float = 0.0

    @property
    def coverage(self) -> float:
        """Share of the question that is explained."""
        return self.evidence.coverage

    @property
    def sample(self) -> Sample | None:
        """The best stored question."""
        return self.entry.samples[self.place] if self.place >= 0 else None

    @property
    def likeness(self) -> float:
        """Likeness to the best stored question."""
        return self.evidence.likeness


Compared = tuple[float, int, Weighed, int]
"""Score and place of a row, the evidence for it, the place of its best stored question."""


class Stored(Protocol):
    """The entries of a base, by their places."""

    def __getitem__(self, at: int, /) -> Entry:
        """Return the entry at a place."""

    def row(self, at: int, /) -> Row:
        """Return the entry at a place, prepared for comparison."""

    def of_intent(self, intent: str, /) -> frozenset[int]:
        """Return the places of the entries of an intent."""

    def told(self, rows: Collection[str], source: tuple[str, str | None] | None) -> list[int]:
        """Return the places of the entries of some rows, and of those of an article about a match."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to take a question: weighed, with the rejections that it gives reason for and how it leans.

    `hidden` is the place of a row and of one of its stored questions which is passed over.
    """

    query: Query
    asked: Asked
    checks: Sequence[Check]
    leaning: Leaning
    hidden: tuple[int, int]


class Ranking:
    """Ranks the entries of a base by its index."""

    def __init__(
        self,
        entries: Stored,
        index: Index,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        filters: Filters,
        light: frozenset[str] = frozenset(),
    ) -> None:
        self.entries = entries
        self.index = index
        self._gazetteer = gazetteer
        self._matches = matches
        self._filters = filters
        self._light = light
        self._quoting = Quoting(gazetteer, light)
        self._weighed: dict[object, Asked] = {}
        self._letters: Callable[[tuple[str, str]], dict[str, Letters]] = lru_cache(maxsize=WEIGHED)(
            lambda text: {}
        )
        self._places = lru_cache(maxsize=MARKS)(lambda mark: frozenset(index.of(mark).strong))

    def is_told(self, feature: str) -> bool:
        """Whether a row that tells something is asked for with a feature, not only an absent subject."""
        return not self.index.absent.issuperset(self.index.of(feature).strong)

    def weights(self, query: Query) -> dict[str, float]:
        """Return the weight of each feature of the query; a word that no row knows weighs by how odd it is."""
        found = {}
        for feature in query.features:
            if feature == INVERSE:
                continue
            known = self.index.of(feature)
            if known.strong:
                found[feature] = self.index.idf(feature)
            elif known.weak:
                found[feature] = self.index.unseen * TOLD
            else:
                found[feature] = self.index.unseen * (ODD if feature in query.unknown else PLAIN)
            if feature in self._light or feature in query.asides:
                found[feature] *= LIGHT
        return found

    def asked(self, query: Query, *, anew: bool = False) -> Asked:
        """Weigh a query. What was compared with the same words before is kept, unless it shall be done `anew`."""
        key = (
            query.features, query.names, query.kinds, query.yes_no, query.several, query.unknown, query.asides,
            query.text, query.language, query.subject,
        )  # fmt: skip
        asked = None if anew else self._weighed.get(key)
        if asked is None:
            weights = self.weights(query)
            named = sum(max(self.index.weight(f"@{i}") for i in hit.ids) for hit in query.names)
            name_weights = {f"@{i}": self.index.weight(f"@{i}") for i in query.ids}
            kind = next((f"?{kind}" for kind in query.kinds), "")
            letters = {} if anew else self._letters((query.text, query.language))
            total = sum(weights.values()) + named
            known = {
                f: weight
                for f, weight in weights.items()
                if self.index.of(f).strong and not (query.before or query.rows)
            }
            if known:
                known |= name_weights | ({kind: KIND} if kind else {})
            asked = Asked(
                query, weights, name_weights, named, total, query.ids, kind, KIND if kind else 0.0, letters,
                known=known,
            )  # fmt: skip
            if len(self._weighed) >= WEIGHED:
                self._weighed.clear()
            self._weighed[key] = asked
        return asked

    def rank(self, query: Query, limit: int = 12, *, hidden: tuple[int, int] = (-1, -1)) -> list[Candidate]:
        """Return the best rows for `query`, best first; rejected rows are not among them.

        `hidden` is the place of a row and of one of its stored questions which is passed over (for measuring).
        """
        asked = self.asked(query, anew=hidden[0] >= 0)
        way = Way(query, asked, self._filters.checks(query), Leaning(query, self.index), hidden)
        found: list[Compared] = []
        scores: list[float] = []
        least = NOTHING
        covering = self._covering(query, asked)
        most = KEPT if len(asked.weights) > FEW else 2 * KEPT
        for at in covering:
            fitting = self._fitting(way, at, least)
            if fitting:
                found.append(fitting)
                if len(found) >= most:
                    break
                insort(scores, fitting[0])
                least = scores[-REWORDED] if len(scores) >= REWORDED else NOTHING
        behind = covering if len(found) >= most else ()
        found.sort(key=lambda f: (-f[0], f[1]))
        found = found[:REWORDED] + self._twins(way, found, behind)
        signals = self._signalled(query, asked)
        have = {at for _, at, _, _ in found}
        shown = ((at, self.entries.row(at).compare(asked, 0.0, None)) for at in signals if at not in have)
        found += [(NOTHING, at, compared[1], compared[2]) for at, compared in shown if compared]
        kept = []
        for _, at, evidence, place in found:
            row = self.entries.row(at)
            entry = row.entry
            if drifts(query, entry, self._gazetteer) or of_somebody_else(query, entry, self._gazetteer):
                continue
            quotable = bool(entry.tokens) and self._quoting.quotable(query, entry, asked.weights)
            if entry.tokens and self._quoting.overreached(query, entry, asked.weights, quotable=quotable):
                continue
            letters = row.letters(asked, hidden[1] if at == hidden[0] else -1)
            reworded = with_letters(evidence, letters)
            denied = () if query.yes_no else row.no_only
            missing = tuple([f for f in asked.weights if f not in entry.places or f in denied])
            score = score_of(reworded) + way.leaning.of(entry)
            signal = signals.get(at, frozenset())
            explained = asked.total - asked.named - sum([asked.weights[f] for f in missing])
            likely = row.log_likelihood(asked)
            kept.append(
                Candidate(entry, score, reworded, place, missing, signal, at, explained, quotable, likely)
            )
        likeliest = max((c.log_likelihood for c in kept if not c.entry.absent), default=0.0)
        kept = [
            c if c.entry.absent else c._replace(score=c.score + LIKELY * (c.log_likelihood - likeliest))
            for c in kept
        ]
        kept.sort(key=lambda c: (-c.score, c.entry.id))
        return kept[:limit] + [c for c in kept[limit:] if c.signal]

    def _fitting(self, way: Way, at: int, least: float = NOTHING) -> Compared | None:
        """Return the row at a place with its score and evidence, None where it is rejected.

        A row whose score is surely less than `least` has none, and no evidence.
        """
        row, asked, query = self.entries.row(at), way.asked, way.query
        entry = row.entry
        if not entry.absent:
            for check in way.checks:
                if check(query, entry):
                    return None
        leaning = way.leaning.of(entry)
        if at not in asked.compared:
            fits = 1.0 if entry.absent else kind_fits(asked.query, entry, self._gazetteer)
            match = self._matches.get(entry.match or "")
            unseen = way.hidden[1] if at == way.hidden[0] else -1
            found = row.compare(asked, 1.0 - fits, match, unseen, least - leaning) if fits else None
            if fits and found is None:
                return NOTHING, at, (), -1
            asked.compared[at] = found
        compared = asked.compared[at]
        if compared is None:
            return None
        promise, evidence, place = compared
        return promise + leaning, at, evidence, place

    def _twins(self, way: Way, found: Sequence[Compared], behind: Sequence[int]) -> list[Compared]:
        """Return rows behind the best that tell the same of another match as one of the very best.

        `behind` are the places to look for them, where not all of them have been compared.
        """
        best = [self.entries[at] for _, at, _, _ in found[:TWINNED]]
        intents = {entry.intent for entry in best if entry.match and not entry.intent.startswith("fact.")}
        if not intents:
            return []
        later = [f for f in found[REWORDED:] if self.entries[f[1]].intent in intents]
        places = [at for score, at, _, _ in later if score == NOTHING]
        if behind:
            have = {at for _, at, _, _ in found}
            alike = frozenset().union(*(self.entries.of_intent(intent) for intent in intents))
            places += [at for at in filter(alike.__contains__, behind) if at not in have][: 2 * TWINNED]
        later = [f for f in later if f[0] > NOTHING]
        later += filter(None, [self._fitting(way, at) for at in places])
        later.sort(key=lambda f: (-f[0], f[1]))
        return later[:TWINNED]

    def _covering(self, query: Query, asked: Asked) -> list[int]:
        """Return the places of the rows that explain some of the question, those that explain most first."""
        allowed = self._allowed(query)
        fit: dict[int, float] = {}
        for feature, weight in asked.weights.items():
            posting = self.index.of(feature)
            strong = _within(allowed, posting.strong)
            if fit:
                for at in strong:
                    fit[at] = fit.get(at, 0.0) + weight
            else:
                fit = dict.fromkeys(strong, weight)
            weight *= WEAK
            for at in _within(allowed, posting.weak):
                fit[at] = fit.get(at, 0.0) + weight
        beside = [self.index.of(name).strong for name in asked.name_weights] if len(asked.weights) < 3 else []
        if not asked.weights and query.rows:
            beside += self._before(query)
        elif not asked.weights and query.kinds & FIELDS:
            beside.append(list(self._places(asked.asking)))
        if beside:
            fit = fit | dict.fromkeys(_within(allowed, chain.from_iterable(beside)), 0.0) | fit
        if len(fit) < KEPT:  # all of them will be compared
            return list(fit)
        for mark, weight in ((asked.asking, asked.kind), *asked.name_weights.items()):
            hint = HINT * weight
            for at in filter(self._places(mark).__contains__, fit):
                fit[at] += hint
        return sorted(fit, key=fit.__getitem__, reverse=True)

    def _before(self, query: Query) -> list[Sequence[int]]:
        """Return rows that share a word with the question before, those of the answer before, and of its match."""
        words = (feature for feature in query.before if feature not in self._light)
        return [*(self.index.of(word).strong for word in words), self.entries.told(query.rows, query.source)]

    def _allowed(self, query: Query) -> frozenset[int] | None:
        """Return the places of the rows with every name and scope of the question, and of absent topics."""
        wanted = [[f"@{i}" for i in hit.ids] for hit in query.names]
        wanted += [[key] for key in scope_keys(query.scope)]
        allowed: frozenset[int] | None = None
        for keys in wanted:
            found = self.index.of(keys[0]).named
            if len(keys) > 1:
                found = found.union(*(self.index.of(key).named for key in keys[1:]))
            allowed = found if allowed is None else allowed & found
        return None if allowed is None else allowed | self.index.absent

    def _signalled(self, query: Query, asked: Asked) -> dict[int, frozenset[str]]:
        """Return the absent subjects that words of the question show by themselves, each with these words."""
        found: dict[int, frozenset[str]] = {}
        for feature in asked.weights.keys() - query.asides:
            for at, words, typed in self.index.signals.get(feature, ()):
                if words <= asked.weights.keys() and (not typed or typed & query.words):
                    found.setdefault(at, words)
        return found


def _within(allowed: frozenset[int] | None, places: Iterable[int]) -> Iterable[int]:
    """Return those of some places that are allowed, all where that is None, in their order."""
    return places if allowed is None else filter(allowed.__contains__, places)
