"""The only module that touches rapidfuzz: scorers, cutoffs and margins, each with its reason.

rapidfuzz decides which known word, name or sample was typed; it never decides which row was asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Indel

SHORTEST = 3
"""Letters under which a word is never corrected; words of three are only put back in order or given a lost letter."""


REMEMBERED = 512
"""Misspelt words whose candidates are kept."""
LETTERS = itemgetter(0), itemgetter(1)
"""The first two letters of a word, by which known words lie side by side."""
LONG = 8
"""Letters from which a name may be two slips away: "vedono" (they see) is two from Verona."""


def edits_allowed(length: int) -> int:
    """Edits that a word of `length` letters may differ by: 1 up to 5, 2 up to 8, 3 above (the design's steps)."""
    return 1 if length <= 5 else 2 if length <= 8 else 3


class Speller:
    """Known words to correct towards, grouped so that only those of near length with a likely beginning are compared.

    What `plausible` lets pass begins with one of the two first letters that were typed, of five letters with any, or
    has its second letter in place.
    """

    def __init__(
        self,
        words: Iterable[str],
        names: Iterable[str],
        telling: Callable[[str], bool] = lambda word: False,
    ) -> None:
        """`telling` tells whether a word is one of football's."""
        self._telling = telling
        self._found: dict[tuple[str, bool], list[tuple[str, int]]] = {}
        self._names = frozenset(w for w in names if len(w) >= SHORTEST)
        by_length: dict[int, list[str]] = {}
        for word in sorted({w for w in words if len(w) >= SHORTEST} | self._names):
            by_length.setdefault(len(word), []).append(word)
        self._sorted = [
            {length: sorted(group, key=letter) for length, group in by_length.items()} for letter in LETTERS
        ]

    def candidates(self, typed: str, *, names_only: bool = False) -> list[tuple[str, int]]:
        """Return `find`; a word is often looked up again for its second guess, and by the next who types it."""
        found = self._found.get((typed, names_only))
        if found is None:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            found = self._found[typed, names_only] = self.find(typed, names_only=names_only)
        return found

    def find(self, typed: str, *, names_only: bool = False) -> list[tuple[str, int]]:
        """Return up to three known words near `typed`, best first, each with its distance in edits.

        A word of four letters or fewer may only be mended by a transposition or one lost or doubled letter.
        Names win over words at the same distance, football words over others; a shared first letter wins over none.
        """
        length = len(typed)
        if length < SHORTEST:
            return []
        allowed = edits_allowed(length + (length == 5))
        found: set[tuple[float, str, int]] = set()
        for near in self._alike(typed, allowed):
            for word, distance, _ in process.extract(
                typed, near, scorer=OSA.distance, score_cutoff=allowed, limit=24
            ):
                if names_only and word not in self._names:
                    continue
                if word in self._names and distance > 1 and length < LONG and sorted(word) != sorted(typed):
                    continue
                if not plausible(typed, word, distance):
                    continue
                cost = (
                    distance
                    - (0.5 if word in self._names else 0.3 if self._telling(word) else 0.0)
                    + 0.6 * (word[0] != typed[0])
                )
                cost -= 0.4 * (sorted(word) == sorted(typed)) + 0.2 * Indel.normalized_similarity(typed, word)
                found.add((cost, word, distance))
        return [(word, distance) for _, word, distance in sorted(found)[:3]]

    def _alike(self, typed: str, allowed: int) -> Iterator[Sequence[str]]:
        """Yield the words that may be meant, by length and beginning; some come twice."""
        length = len(typed)
        begins = dict.fromkeys(typed if length == 5 else typed[:2])
        wanted = [*((0, letter) for letter in begins), (1, typed[1])]
        for size in range(length - allowed, length + allowed + 1):
            for place, letter in wanted:
                group, key = self._sorted[place].get(size, []), LETTERS[place]
                yield group[bisect_left(group, letter, key=key) : bisect_right(group, letter, key=key)]


def plausible(typed: str, word: str, distance: int) -> bool:
    """Whether a slip of the thumb explains the difference; short words need the stronger evidence."""
    if distance == 0:
        return True
    if min(len(typed), len(word)) <= 3:
        return sorted(typed) == sorted(word) or (len(word) > len(typed) and typed[0] == word[0])
    if len(typed) == 5 and distance == 2:
        return sorted(typed) == sorted(word) or (len(word) >= 6 and typed[:2] == word[:2])
    if min(len(typed), len(word)) <= 4:
        return sorted(typed) == sorted(word) or (len(typed) != len(word) and typed[0] == word[0])
    return typed[0] == word[0] or typed[1:2] == word[1:2] or typed[:2] == word[1::-1]


def swapped(one: str, other: str) -> bool:
    """Whether two words differ by one pair of neighbouring letters in the wrong order."""
    return OSA.distance(one, other) == 1 and sorted(one) == sorted(other)


def near_name(typed: str, names: Sequence[str], cutoff: float = 82.0) -> tuple[str, float] | None:
    """Return the most alike of `names` and its likeness in percent, or None under `cutoff`."""
    best = process.extractOne(typed, names, scorer=fuzz.ratio, score_cutoff=cutoff)
    return (best[0], best[1]) if best else None


def nearest(typed: str, known: Sequence[str]) -> str | None:
    """Return the known word that somebody who wrote `typed` most likely meant, for error messages."""
    best = process.extractOne(typed, known, scorer=fuzz.ratio, score_cutoff=70.0)
    return best[0] if best else None


def token_set_ratio(one: str, other: str) -> float:
    """Likeness of two questions by their words, in percent, order and repetition ignored."""
    return fuzz.token_set_ratio(one, other)


def wording_likeness(typed: str, stored: Sequence[str]) -> tuple[float, float, float]:
    """Return, from 0 to 1: the best likeness with words in any order, the mean of the three best, the best in order."""
    if not stored:
        return 0.0, 0.0, 0.0
    sets = process.extract(typed, stored, scorer=fuzz.token_set_ratio, limit=3)
    order = process.extractOne(typed, stored, scorer=fuzz.ratio)
    return sets[0][1] / 100, sum(score for _, score, _ in sets) / 300, (order[1] if order else 0.0) / 100


def ratio(one: str, other: str) -> float:
    """Likeness of two texts, in percent."""
    return fuzz.ratio(one, other)


def rank(query: str, choices: Mapping[str, str], limit: int, cutoff: float) -> list[tuple[str, float]]:
    """Return up to `limit` keys of `choices` by likeness of their texts to `query`, in percent."""
    found = process.extract(query, choices, scorer=fuzz.token_sort_ratio, limit=limit, score_cutoff=cutoff)
    return [(key, score) for _, score, key in found]
