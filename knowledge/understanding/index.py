"""What a base knows of each feature: the rows it leads to and what it weighs. Worked out once, by the build."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..models import Entry, Match
from .figures import Scope
from .lexicon import INVERSE
from .words import words_only

KIND = 2.5
"""Weight of the question word beside a stored question: "when" and "why" may differ in nothing else."""
LIGHT = 0.3
"""Share of its weight that a word keeps which mostly repeats the scope or the kind ("match", "after", "player")."""
SPREAD = 0.2
FOCUSED = 1.8
"""Weight of a word by its focus: "coup" fills the questions on one fact, "nearly" stands once in many. Chosen on
questions of our own, where it brought two in a hundred more to the right row."""
SCATTERED = 0.15
DOUBT = 2
"""Focus that a word is taken to have before it is seen, and the number of questions that this is worth."""
DRAFTED = "drafted"
"""Token of a fact that a draft told by a template; its stored questions are a template's too."""
SENTENCE = "sentence"
"""Token of a fact that is a sentence of its article, in its own words."""
FIELD = "field"
"""Token of a field of a match that a draft read."""
PARTIAL = "partial"
"""Token of a goal that a draft read of a match whose goals are not all told."""
PARTIAL_SIDE = "partial_side"
"""Token of one of a side whose goals are not all told."""
MEMBER = "member:"
"""What the token of a row begins with whose people all belong to one side; the club's id stands behind it."""
DOER = "doer:"
"""The same of a row that tells a whole event, for whoever did it."""
MADE = frozenset({DRAFTED, SENTENCE})
"""Tokens of facts that a draft made: many and alike, they must not make the words of others weigh less."""
UNASKED = 0.3
"""Weight of a name in a stored question that was not asked: people leave out what the scope tells."""


class Posting(NamedTuple):
    """Where a feature stands: in the questions (`strong`) or only the sentence (`weak`) of the entries at these places.

    `families` counts facts and intents with it; `focus` is how much of one fact's or intent's questions it fills where
    it stands at all, from 0 to 1; `named` are the entries that speak of the name, or lie in the scope.
    """

    families: int = 0
    focus: float = 0.0
    strong: Sequence[int] = ()
    weak: Sequence[int] = ()
    named: frozenset[int] = frozenset()


class Signal(NamedTuple):
    """Words that by themselves show the absent subject at a place.

    One of the forms `typed`, where there are any, must have been typed: a stem alone shows nothing.
    """

    at: int
    words: frozenset[str]
    typed: frozenset[str]


NOWHERE = Posting()
"""The posting of a feature that no entry has."""


class Index:
    """The postings of a base. `of` finds one, empty for an unknown feature; `families` counts all families."""

    def __init__(
        self,
        of: Callable[[str], Posting],
        families: int,
        signals: Iterable[Signal],
        absent: frozenset[int],
        light: frozenset[str],
    ) -> None:
        self.of = of
        self.absent = absent
        self.signals: defaultdict[str, list[Signal]] = defaultdict(list)
        for signal in signals:
            self.signals[min(signal.words)].append(signal)
        self.families = families
        self._light = light
        self._idf: dict[str, float] = {}
        self.unseen = math.log(1 + families / 0.5)

    def idf(self, feature: str) -> float:
        """Return how much a feature tells: the rarer and the more focused, the more.

        Rarity counts families, so that one intent's many rows count once.
        """
        kept = self._idf.get(feature)
        if kept is not None:
            return kept
        found = self.of(feature)
        idf = math.log(1 + self.families / (0.5 + found.families)) * (
            SPREAD + FOCUSED * math.sqrt(found.focus)
        )
        if found.families:
            self._idf[feature] = idf
        return idf

    def weight(self, feature: str) -> float:
        """Return the weight of a feature of a stored question, or of a name in any."""
        if feature[0] == "?":
            return 0.0 if feature == "?yes_no" else KIND
        if feature == INVERSE or feature[0] == "^":
            return 0.0
        return self.idf(feature) * (LIGHT if feature in self._light else 1)


def scope_keys(scope: Scope) -> list[str]:
    """Return the keys that an entry must have, all of them, to lie in the scope of a question."""
    keys = [f"=d{date[0]:04}-{date[1]:02}-{date[2]:02}" for date in scope.dates]
    keys += [f"=n{minute}" for minute in scope.minutes] + [f"=s{season}" for season in scope.seasons]
    keys += [f"=y{year}" for year in scope.years if len(scope.years) == 1]
    return keys + [f"=m{month}" for month in scope.months if len(scope.months) == 1]


def keys_of(entry: Entry, match: Match | None, published: str | None) -> set[str]:
    """Return the keys of the scopes in which an entry may lie; `published` is the day of its article."""
    keys = {f"={token}" for token in entry.tokens} | {f"=n{number}" for number in entry.numbers}
    keys |= {f"=y{number}" for number in entry.numbers}
    keys |= {f"=s{int(token[1:]) - 1}" for token in entry.tokens if token[0] == "y" and token[1:].isdigit()}
    if match is None:
        return keys | ({f"=y{int(published[:4])}"} if published else set())
    keys |= {f"=y{year}" for year in match.years} | {f"=m{match.month}", f"=d{match.date}"}
    return keys | ({f"=s{int(match.season[:4])}"} if match.season else set())


def family_of(entry: Entry) -> str:
    """Return what an entry is one of when words are weighed: a fact, an intent, all that a draft made of an article."""
    if entry.tokens & MADE and entry.intent.startswith("fact."):
        return entry.source
    return entry.id if entry.intent.startswith("fact.") else entry.intent


def index_of(
    entries: Sequence[Entry], keys: Callable[[Entry], Iterable[str]], light: frozenset[str]
) -> tuple[Index, dict[str, Posting]]:
    """Index the entries of a base; return the index and every posting in it, names under their `@id`.

    `keys` gives the scopes of an entry (see `keys_of`).
    """
    strong: defaultdict[str, list[int]] = defaultdict(list)
    weak: defaultdict[str, list[int]] = defaultdict(list)
    named: defaultdict[str, list[int]] = defaultdict(list)
    families: defaultdict[str, set[str]] = defaultdict(set)
    for at, entry in enumerate(entries):
        family = family_of(entry)
        for feature in entry.features:
            strong[feature].append(at)
            families[feature].add(family)
        for feature in entry.weak:
            weak[feature].append(at)
        for key in (*(f"@{name}" for name in entry.names), *keys(entry)):
            named[key].append(at)
    focus = _focus(entries)
    postings = {
        f: Posting(
            len(families.get(f, ())),
            focus.get(f, SCATTERED),
            strong.get(f, ()),
            weak.get(f, ()),
            frozenset(named.get(f, ())),
        )
        for f in sorted(strong.keys() | weak.keys() | named.keys())
    }
    total = max(len(set().union(*families.values())), 2)
    absent = frozenset(at for at, entry in enumerate(entries) if entry.absent)
    signals = (s for at in sorted(absent) for s in _signals(at, entries, postings, light))
    return Index(lambda f: postings.get(f, NOWHERE), total, signals, absent, light), postings


def _focus(entries: Sequence[Entry]) -> dict[str, float]:
    """Return the focus of each feature: the share of a family's other questions with it, over all that have it."""
    shared: defaultdict[str, float] = defaultdict(float)
    counted: defaultdict[str, int] = defaultdict(int)
    seen: set[str] = set()
    for entry in entries:
        family = family_of(entry)
        if entry.absent or family in seen or family == entry.source:
            continue
        seen.add(family)
        others = max(len(entry.samples) - 1, 1)
        for feature, places in entry.places.items():
            shared[feature] += len(places) * (len(places) - 1) / others
            counted[feature] += len(places)
    return {f: round((shared[f] + SCATTERED * DOUBT) / (n + DOUBT), 3) for f, n in counted.items()}


def features_of(entry: Entry) -> list[list[str]]:
    """Return the features of each stored question of an entry."""
    features: list[list[str]] = [[] for _ in entry.samples]
    for feature, places in entry.places.items():
        for place in places:
            features[place].append(feature)
    return features


def wholes(entry: Entry, index: Index) -> list[float]:
    """Return the weight of each stored question of an entry; 0 for one of an absent subject that shows nothing."""
    worth = {f: index.weight(f) * (UNASKED if f[0] == "@" else 1.0) for f in entry.places}
    return [
        math.fsum(map(worth.__getitem__, own)) if not entry.absent or _shows_absence(own, index) else 0.0
        for own in features_of(entry)
    ]


def _shows_absence(features: Iterable[str], index: Index) -> bool:
    """Whether a question about an absent subject says more than one word that rows tell of."""
    words = _words(features)
    return len(words) > 1 or any(index.absent.issuperset(index.of(word).strong) for word in words)


def _words(features: Iterable[str]) -> frozenset[str]:
    return frozenset(f for f in features if f[0] not in "@?^")


def _signals(
    at: int, entries: Sequence[Entry], postings: Mapping[str, Posting], light: frozenset[str]
) -> Iterator[Signal]:
    """Yield the signals of an absent subject, without those that two stored questions of rows contain."""
    for sample, features in zip(entries[at].samples, features_of(entries[at]), strict=True):
        words = _words(features)
        if sample.polarity == "signal" and not words <= light and not _told_twice(words, entries, postings):
            plain = len(words) == 1 and ":" in next(iter(words))
            yield Signal(at, words, frozenset(words_only(sample.text)) if plain else frozenset())


def _told_twice(words: Collection[str], entries: Sequence[Entry], postings: Mapping[str, Posting]) -> bool:
    holding = (set(postings[word].strong).union(postings[word].weak) for word in words)
    told = 0
    for entry in (entries[at] for at in set.intersection(*holding)):
        if not entry.absent:
            places = set.intersection(*(set(entry.places.get(word, ())) for word in words))
            told += sum(entry.samples[place].polarity != "no" for place in places)
    return told > 1
