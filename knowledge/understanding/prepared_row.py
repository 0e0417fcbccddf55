"""A row prepared for comparison with questions, and how alike its stored questions are."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from math import log
from typing import NamedTuple

from ..models import LANGUAGES, Entry, Match
from .evidence import PROMISE, Asked, Letters, Promising
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
PRIOR = 30
"""Stored questions without any word of a question that each row is taken to have beside its own: 10 did as well, 1 was
worse by three in a hundred."""
UNHEARD = 0.05
"""Stored questions that hold a word which none holds, so that its logarithm exists."""
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
TOLD_IN_TEXT = "="
"""Begins a mark that the sentence of a row tells a word, which else only its stored questions with a no hold."""
LEAST_ABSENT = 2.5
"""Weight that a question about an absent subject must have to mean anything: "what can you do" has none."""
_SEVERAL, _UNION, _ODD, _TOLD, _NAMED, _UNASKED, _MISFIT, _OWN_KIND, _FIELD, _ABSENT = PROMISE[:10]
_BYSTANDER, _NUMBER, _EVENT = PROMISE.bystander, PROMISE.number, PROMISE.event
NOTHING = float("-inf")
"""What every row promises at the least."""
ROUNDING = 1e-9
"""By which figures that are added up in another order may differ."""

Held = dict[int, float]
"""By the places of stored questions: the weight of those words, kinds or names of a question that they hold."""


def packed(places: Collection[int]) -> Sequence[int]:
    """Return places in as little memory as they fit."""
    return bytes(places) if max(places, default=0) < 256 else tuple(places)


class Like(NamedTuple):
    """A stored question compared: its likeness, what of the question's weight it shares, and its place."""

    likeness: float
    shared: float
    place: int


class Row:
    """An entry prepared for comparison with questions.

    `no_only` are words that only its stored questions with a no hold: "was it a header?" does not make it one.
    `whole` is the weight of each of its stored questions, `bare` the same without their question words, `traits` tells
    their languages and which are yes/no questions (see `WORTH`). `texts` are the stored questions of each language,
    a line each, which takes half the room of as many texts. `lightest` is the least of `bare`, `subjects` tells by
    clubs which questions are about what they did.
    """

    __slots__ = (
        "bare", "entry", "event", "field", "least", "lightest", "names", "no_only", "promise", "subjects", "texts",
        "traits", "whole",
    )  # fmt: skip

    def __init__(self, entry: Entry, whole: Sequence[float]) -> None:
        self.entry = entry
        self.whole = whole
        places = entry.places
        named = [
            (len(held) / len(entry.samples), f[1:]) for f, held in places.items() if f[0] == "@" and held
        ]
        self.names = {name: share for share, name in sorted(named, reverse=True)}
        self.texts = tuple(
            ["\n".join([fold(s.text) for s in entry.samples if s.language == own]) for own in LANGUAGES]
        )
        subject_of = {p: f[1:] for f, held in places.items() if f[0] == "^" for p in held}
        self.subjects = {
            club: packed([p for p, of in subject_of.items() if of == club])
            for club in sorted(set(subject_of.values()))
        }
        self.least = LEAST_ABSENT if entry.absent else 0.0
        kinded = {p for f, held in places.items() if f[0] == "?" and f != "?yes_no" for p in held}
        self.bare = array("d", [w - KINDED if p in kinded else w for p, w in enumerate(whole)])
        self.lightest = min(self.bare, default=0.0)
        polar = {p for p, s in enumerate(entry.samples) if s.polarity in ("yes", "no")}
        polar.update(places.get("?yes_no", ()))
        self.traits = bytes(
            [2 * LANGUAGES.index(s.language) + (p in polar) for p, s in enumerate(entry.samples)]
        )
        no = {p for p, s in enumerate(entry.samples) if s.polarity == "no"}
        self.no_only = tuple(
            f
            for f, held in places.items()
            if held and f not in entry.features and no.issuperset(held) and TOLD_IN_TEXT + f not in places
        )
        self.event = 1.0 if entry.intent.endswith((".what", ".summary")) else 0.0
        self.field = 0.0 if entry.absent or entry.intent.startswith("fact.") else 1.0
        absent = _ABSENT if entry.absent else 0.0
        self.promise = _FIELD * self.field + absent + _EVENT * self.event

    def compare(
        self, asked: Asked, misfit: float, match: Match | None, hidden: int = -1, least: float = NOTHING
    ) -> Promising | None:
        """Return the evidence of words, names and kinds, what it promises, and the stored question most alike.

        The stored question at place `hidden` is passed over. None where the row surely promises less than `least`.
        """
        entry, query = self.entry, asked.query
        places, weak = entry.places, entry.weak
        known = told = 0.0
        words = []
        skip = () if query.yes_no else self.no_only
        for feature, weight in asked.weights.items():
            if feature in places and feature not in skip:
                if feature in weak:
                    told += weight
                    words.append((places[feature], weight, weight * WEAK))
                else:
                    known += weight
                    words.append((places[feature], weight, weight * SCATTER))
        total = asked.total or 1.0
        union = (known + told * WEAK + asked.named) / total
        unexplained = asked.total - asked.named - known - told
        odd = unexplained / total
        own_kind = 0.0 if query.kinds.isdisjoint(entry.own_kinds) else 1.0
        promise = (
            self.promise + _UNION * union + _ODD * odd + _TOLD * told / total
            + _MISFIT * misfit + _OWN_KIND * own_kind
        )  # fmt: skip
        lacking = (least - promise - _NAMED) / _SEVERAL - ROUNDING
        given = asked.given[entry.absent]
        most = given - unexplained
        if 2 * most < lacking * (
            given + most - told
        ):  # a stored question weighs what it shares, but what is told
            return None
        shared: Held = {}
        for held, weight, _ in words:
            if shared:
                for place in held:
                    shared[place] = shared.get(place, 0.0) + weight
            else:
                shared = dict.fromkeys(held, weight)
        if lacking > self._several_at_most(asked, shared, told):
            return None
        likes = self._likes(asked, shared, hidden)
        likeness, covered, best = likes[0] if likes else (0.0, 0.0, -1)
        covered += asked.named
        for held, _, worth in words:
            if best < 0 or best not in held:
                covered += worth
        several = likeness + likes[1][0] if len(likes) > 1 else likeness
        several = (several + likes[2][0] if len(likes) > 2 else several) / 3
        number = 1.0 if query.several and self._one_only(query) else 0.0
        named, unasked = self._named(query), self._unasked(asked, match)
        bystander = self._bystander(asked, match)
        promise += (
            _SEVERAL * several + _NAMED * named + _UNASKED * unasked
            + _BYSTANDER * bystander + _NUMBER * number
        )  # fmt: skip
        evidence = (
            several, union, odd, told / total, named, unasked, misfit, own_kind, self.field,
            1.0 if entry.absent else 0.0, 0.0, 0.0, 0.0, bystander, number, self.event, likeness,
            min(covered / total, 1.0),
        )  # fmt: skip
        return promise, evidence, best

    def _several_at_most(self, asked: Asked, shared: Held, told: float) -> float:
        """Return what `several` cannot exceed: no stored question shares more, and each weighs what it shares."""
        if not shared and asked.weights:
            return 0.0
        places, given = self.entry.places, asked.given[self.entry.absent]
        most = max(shared.values()) + asked.kind if shared else asked.kind
        for name, weight in asked.name_weights.items():
            if name in places:
                most += weight
        own = most - told
        like = 2 * most / (given + (own if own > self.lightest else self.lightest))
        return like if len(shared) > 2 or not shared else like * len(shared) / 3

    def letters(self, asked: Asked, hidden: int = -1) -> Letters:
        """Return the likeness in letters to the stored questions, which takes longer than the rest.

        It is kept for other ways to take the text, and for rows of other matches with the same questions.
        """
        texts = self.texts[LANGUAGES.index(asked.query.language)]
        if hidden >= 0:
            unseen = fold(self.entry.samples[hidden].text)
            texts = "\n".join([text for text in texts.split("\n") if text != unseen])
        found = asked.letters.get(texts)
        if found is None:
            found = asked.letters[texts] = wording_likeness(
                asked.query.text, texts.split("\n") if texts else ()
            )
        return found

    def log_likelihood(self, asked: Asked) -> float:
        """Return the weighed log of how likely a row's stored questions are to hold the words of a question.

        Naive Bayes: for each word, name and kind that any row is asked for with, the share of the row's stored
        questions that hold it, as if `PRIOR` more held none of them.
        """
        places, total = self.entry.places, 0.0
        among = log(len(self.entry.samples) + PRIOR)
        for feature, weight in asked.known.items():
            total += weight * (log(len(places.get(feature, ())) + UNHEARD) - among)
        return total

    def likes(self, asked: Asked) -> list[Like]:
        """Compare each stored question that shares a word with the question; the most alike come first."""
        return [Like(*found) for found in self._likes(asked, self._held(asked.weights))]

    def _held(self, weights: Mapping[str, float]) -> Held:
        """Return the weight of those features that each stored question holds, where it holds any."""
        found: Held = {}
        for feature, weight in weights.items():
            places = self.entry.places.get(feature, ())
            if found:
                for place in places:
                    found[place] = found.get(place, 0.0) + weight
            else:
                found = dict.fromkeys(places, weight)
        return found

    def _likes(self, asked: Asked, shared: Held, hidden: int = -1) -> list[tuple[float, float, int]]:
        """Do `likes`, as plain tuples; `shared` is the weight that stored questions share with the question."""
        query, whole = asked.query, self.whole
        if not shared:
            if asked.weights:
                return []
            shared = dict.fromkeys(range(len(whole)), 0.0)
        if hidden >= 0:
            shared.pop(hidden, None)
        if self.least:
            shared = {place: common for place, common in shared.items() if whole[place] >= self.least}
        given, bare = asked.given[self.entry.absent], whole if query.kinds else self.bare
        worth, traits = WORTH[query.language, query.yes_no], self.traits
        asking, kind = self.entry.places.get(asked.asking, ()), asked.kind
        names = {} if self.entry.absent or not asked.name_weights else self._held(asked.name_weights)
        if names:
            name = names.get
            found = [
                (
                    2 * ((common + kind if p in asking else common) + name(p, 0.0))
                    / (given + bare[p] + name(p, 0.0) * ASKED) * worth[traits[p]],
                    common, p,
                )
                for p, common in shared.items()
            ]  # fmt: skip
        else:
            found = [
                (
                    2 * (common + kind if p in asking else common) / (given + bare[p]) * worth[traits[p]],
                    common,
                    p,
                )
                for p, common in shared.items()
            ]
        for club, held in self.subjects.items() if query.subject else ():
            if club not in query.subject:
                found = [(like * OTHER_SIDE if p in held else like, common, p) for like, common, p in found]
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
