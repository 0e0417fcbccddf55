"""What speaks for a row as the one that was asked for: pieces of evidence, and the weight of each."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import mul
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
MANY = 10
"""Figure from which a number beside people or clubs counts no people or clubs: a minute, a score, a year."""
KINDED = KIND * (1 - UNASKED)
"""Weight that a stored question loses with its question word, where the question has none."""
ASKED = 1 - UNASKED
"""Weight of a name in a stored question that the question asks for, beside what `UNASKED` gave it already."""
WORTH: Mapping[tuple[str, bool], tuple[float, ...]] = {
    (language, yes_no): tuple(
        (1.0 if stored == language else FOREIGN) * (POLAR if polar and not yes_no else 1.0)
        for stored in LANGUAGES
        for polar in (False, True)
    )
    for language in LANGUAGES
    for yes_no in (False, True)
}
"""What stored questions are worth for one of a language that asks for a yes or no, or does not, by their trait: twice
the place of their language, one more for yes/no questions."""
LEAST = 1e-300
"""Weight of a question that has none, so that it can be divided by."""
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
    field=0.065, absent=-0.04, wording=0.15, wordings=0.17, order=0.19, bystander=-0.08,
    number=-0.1,
)  # fmt: skip
"""Weight of each piece of evidence, fitted on stored questions that were hidden in turn and on question files of our
own: one stored question alone says little, three together much; letters in their order break ties."""


Weighed = tuple[float, ...]
"""Evidence as plain figures in its order: most rows that are compared are soon forgotten."""

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

    `compared` keeps, by the places of rows, what it was compared with; `letters` what any query of the same text was.
    """

    query: Query
    weights: Mapping[str, float]
    name_weights: Mapping[str, float]
    named: float
    total: float
    ids: frozenset[str]
    kind_weights: Mapping[str, float] = field(default_factory=dict)
    letters: dict[int, Letters] = field(default_factory=dict)
    compared: dict[int, tuple[Weighed, int] | None] = field(default_factory=dict)

    @cached_property
    def given(self) -> tuple[float, float]:
        """What a question gives to be compared with a stored one of a row, and of an absent subject, without names."""
        words, kinds = self.total - self.named, sum(self.kind_weights.values())
        return (words + (sum(self.name_weights.values(), 0.0) + kinds)) or LEAST, (words + kinds) or LEAST


class Like(NamedTuple):
    """A stored question compared: its likeness, what of the question's weight it shares, and its place."""

    likeness: float
    shared: float
    place: int


class Row:
    """An entry prepared for comparison with questions.

    `whole` is the weight of each of its stored questions, `bare` the same without their question words, `traits` tells
    their languages and which are yes/no questions (see `WORTH`).
    """

    __slots__ = ("bare", "entry", "field", "least", "names", "subjects", "texts", "traits", "whole")

    def __init__(self, entry: Entry, whole: Sequence[float]) -> None:
        self.entry = entry
        self.whole = whole
        places = entry.places
        named = [
            (len(held) / len(entry.samples), f[1:]) for f, held in places.items() if f[0] == "@" and held
        ]
        self.names = {name: share for share, name in sorted(named, reverse=True)}
        self.texts: dict[str, list[str]] = {
            language: [fold(s.text) for s in entry.samples if s.language == language]
            for language in LANGUAGES
        }
        self.subjects = {p: f[1:] for f, held in places.items() if f[0] == "^" for p in held}
        self.least = LEAST_ABSENT if entry.absent else 0.0
        kinded = {p for f, held in places.items() if f[0] == "?" and f != "?yes_no" for p in held}
        self.bare = array("d", [w - KINDED if p in kinded else w for p, w in enumerate(whole)])
        polar = {p for p, s in enumerate(entry.samples) if s.polarity in ("yes", "no")}
        polar.update(places.get("?yes_no", ()))
        self.traits = bytes(
            [2 * LANGUAGES.index(s.language) + (p in polar) for p, s in enumerate(entry.samples)]
        )
        self.field = 0.0 if entry.absent or entry.intent.startswith("fact.") else 1.0

    def compare(
        self, asked: Asked, misfit: float, match: Match | None, hidden: int = -1
    ) -> tuple[Weighed, int]:
        """Return the evidence of words, names and kinds, and the place of the stored question most alike (or -1).

        The stored question at place `hidden` is passed over.
        """
        entry, query = self.entry, asked.query
        places, weak = entry.places, entry.weak
        known = told = 0.0
        shared: dict[int, float] = {}
        spread = []
        for feature, weight in asked.weights.items():
            held = places.get(feature)
            if held is None:
                continue
            if feature in weak:
                told += weight
                spread.append((held, weight * WEAK))
            else:
                known += weight
                spread.append((held, weight * SCATTER))
            if shared:
                for place in held:
                    shared[place] = shared.get(place, 0.0) + weight
            else:
                shared = dict.fromkeys(held, weight)
        likes = self._likes(asked, shared, hidden)
        likeness, covered, best = likes[0] if likes else (0.0, 0.0, -1)
        covered += asked.named
        for held, worth in spread:
            if best < 0 or best not in held:
                covered += worth
        total = asked.total or 1.0
        several = likeness + likes[1][0] if len(likes) > 1 else likeness
        several = (several + likes[2][0] if len(likes) > 2 else several) / 3
        union = (known + told * WEAK + asked.named) / total
        odd = (asked.total - asked.named - known - told) / total
        own_kind = 0.0 if query.kinds.isdisjoint(entry.own_kinds) else 1.0
        number = 1.0 if query.several and self._one_only(query) else 0.0
        evidence = (
            several, union, odd, told / total, self._named(query), self._unasked(asked, match), misfit, own_kind,
            self.field, 1.0 if entry.absent else 0.0, 0.0, 0.0, 0.0, self._bystander(asked, match), number, likeness,
            min(covered / total, 1.0),
        )  # fmt: skip
        return evidence, best

    def letters(self, query: Query, hidden: int = -1) -> Letters:
        """Return the likeness in letters to the stored questions, which takes longer than the rest."""
        texts = self.texts[query.language]
        if hidden >= 0:
            unseen = fold(self.entry.samples[hidden].text)
            texts = [text for text in texts if text != unseen]
        return wording_likeness(query.text, texts)

    def likes(self, asked: Asked) -> list[Like]:
        """Compare each stored question that shares a word with the question; the most alike come first."""
        return [Like(*found) for found in self._likes(asked, self._held(asked.weights), -1)]

    def _held(self, weights: Mapping[str, float]) -> dict[int, float]:
        """Return the weight of those features that each stored question holds, where it holds any."""
        found: dict[int, float] = {}
        for feature, weight in weights.items():
            places = self.entry.places.get(feature, ())
            if found:
                for place in places:
                    found[place] = found.get(place, 0.0) + weight
            else:
                found = dict.fromkeys(places, weight)
        return found

    def _likes(self, asked: Asked, shared: dict[int, float], hidden: int) -> list[tuple[float, float, int]]:
        """Do `likes`, as plain tuples; `shared` is the weight that stored questions share with the question."""
        query, entry, whole = asked.query, self.entry, self.whole
        if not shared:
            if asked.weights:
                return []
            shared = dict.fromkeys(range(len(whole)), 0.0)
        if hidden >= 0:
            shared.pop(hidden, None)
        if self.least:
            shared = {place: common for place, common in shared.items() if whole[place] >= self.least}
        places, given = entry.places, asked.given[entry.absent]
        asking, naming = [], []
        for kind, weight in asked.kind_weights.items():
            if kind in places:
                asking.append((places[kind], weight))
        for name, weight in asked.name_weights.items():
            if name in places and not entry.absent:
                naming.append((places[name], weight))
        bare = whole if query.kinds else self.bare
        worth, traits = WORTH[query.language, query.yes_no], self.traits
        found = []
        for place, common in shared.items():
            gained, total = common, given + bare[place]
            for held, weight in asking:
                if place in held:
                    gained += weight
            for held, weight in naming:
                if place in held:
                    gained += weight
                    total += weight * ASKED
            found.append((2 * gained / total * worth[traits[place]], common, place))
        if query.subject and self.subjects:
            others = {place for place, club in self.subjects.items() if club not in query.subject}
            found = [(like * OTHER_SIDE if p in others else like, common, p) for like, common, p in found]
        found.sort(reverse=True)
        return found

    def _one_only(self, query: Query) -> bool:
        """Whether people or clubs were asked for, of which the row tells one, or another number than was named."""
        entry, told = self.entry, len(self.entry.values)
        if not COUNTABLE & query.kinds & entry.own_kinds:
            return False
        figures = {int(f[1:]) for f in query.features if f[0] == "#" and f[1:].isdigit()} - {0, 1}
        return told < 2 or (bool(figures) and told not in figures and max(figures) < MANY)

    def _named(self, query: Query) -> float:
        """Return the share of the question's names that the row's own words name."""
        told, own, values = 0, self.names, self.entry.values
        for hit in query.names:
            for i in hit.ids:
                if i in own or i in values:
                    told += 1
                    break
        return told / len(query.names) if query.names else 1.0

    def _bystander(self, asked: Asked, match: Match | None) -> float:
        """Return 1 where the question names a coach of the match of whom the row itself does not tell."""
        if match is None or match.posts.isdisjoint(asked.ids):
            return 0.0
        entry = self.entry
        told = (
            i in self.names or i in entry.values or f"@{i}" in entry.weak or i in entry.core
            for i in match.posts & asked.ids
        )
        return 0.0 if all(told) else 1.0

    def _unasked(self, asked: Asked, match: Match | None) -> float:
        """Return the share of stored questions with the name that most of them have and this question has not."""
        around = match.names if match else ()
        for name, share in self.names.items():
            if name not in asked.ids and name not in around:
                return share
        return 0.0
