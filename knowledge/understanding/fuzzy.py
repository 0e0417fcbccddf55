"""The only module that touches rapidfuzz: scorers, cutoffs and margins, each with its reason.

rapidfuzz decides which known word, name or sample was typed; it never decides which row was asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Indel, Levenshtein

SHORTEST = 3
"""Letters under which a word is never corrected; words of three are only put back in order or given a lost letter."""


REMEMBERED = 512
"""Misspelt words whose candidates are kept."""
SHORT = 4
"""Letters up to which a slip may be one in a common word: "og" for "of", "chhi" for "chi"."""
LETTERS = itemgetter(0), itemgetter(1)
"""The first two letters of a word, by which known words lie side by side."""
LONG = 8
"""Letters from which a name may be two slips away: "vedono" (they see) is two from Verona."""
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""Rows of letters of an English or Italian keyboard; each row lies half a key to the right of the one above."""
LIKELY_SLIP = -0.5
"""Added to the cost of one slip that thumbs often make: two letters swapped, a letter doubled or a double one lost."""
FAR_KEY = 0.15
"""Added where one letter stands for another that is no neighbour of its key; taken off where it is one, and where a
letter was left out."""
LOST_FIRST = 0.3
"""Added where the first letter was left out or comes second; half of what another first letter costs."""


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
                if distance > 1 and word not in self._names and length < LONG and not two_slips(typed, word):
                    continue
                cost = (
                    distance
                    - (0.5 if word in self._names else 0.3 if self._telling(word) else 0.0)
                    + (0.0 if word[0] == typed[0] else LOST_FIRST if lost_first(typed, word) else 0.6)
                )
                cost += slip_cost(typed, word, distance) - 0.2 * Indel.normalized_similarity(typed, word)
                found.add((cost, word, distance))
        return [(word, distance) for _, word, distance in sorted(found)[:3]]

    def _alike(self, typed: str, allowed: int) -> Iterator[Sequence[str]]:
        """Yield the words that may be meant, by length and beginning; some come twice."""
        length = len(typed)
        begins = dict.fromkeys(typed if length == 5 else typed[:2])
        wanted = [*((0, letter) for letter in begins), (1, typed[1]), (1, typed[0])]
        for size in range(length - allowed, length + allowed + 1):
            for place, letter in wanted:
                group, key = self._sorted[place].get(size, []), LETTERS[place]
                yield group[bisect_left(group, letter, key=key) : bisect_right(group, letter, key=key)]


def _neighbours() -> frozenset[tuple[str, str]]:
    """Return the pairs of letters whose keys touch, either letter first."""
    places = {key: (row, at + row / 2) for row, keys in enumerate(KEYS) for at, key in enumerate(keys)}
    return frozenset(
        (one, other)
        for one, (row, at) in places.items()
        for other, (its_row, its_at) in places.items()
        if one != other and abs(row - its_row) <= 1 and abs(at - its_at) <= 1
    )


VOWELS = frozenset("aeiou")
ALIKE = ("ck", "sz", "fv", "bp", "dt", "gj", "mn", "iy", "vw", "cs", "qk")
"""Letters that are taken for each other by ear."""
TOUCHING = _neighbours()
"""Pairs of letters whose keys touch."""


def slip_cost(typed: str, word: str, distance: int) -> float:
    """Return what the kind of slip adds to the cost of a mended word; below 0 for those that thumbs often make."""
    if sorted(word) == sorted(typed):
        return LIKELY_SLIP
    if distance != 1:
        return 0.0
    if len(typed) != len(word):
        longer, shorter = (typed, word) if len(typed) > len(word) else (word, typed)
        if doubles(longer, shorter):
            return LIKELY_SLIP
        return -FAR_KEY if shorter == typed or slipped_in(longer, shorter) else 0.0
    one, other = next((a, b) for a, b in zip(typed, word, strict=True) if a != b)
    return -FAR_KEY if (one, other) in TOUCHING else FAR_KEY


@lru_cache(maxsize=256)
def _short_slip(typed: str, words: tuple[str, ...]) -> str:
    near = [
        (slip_cost(typed, word, 1), word)
        for word in words
        if 1 < len(word) <= len(typed) <= len(word) + 1 and OSA.distance(typed, word, score_cutoff=1) == 1
    ]
    likely = [
        (cost, word)
        for cost, word in sorted(near)
        if cost <= LIKELY_SLIP or (cost < 0 and len(typed) == len(word))
    ]
    alone = len(likely) == 1 or (len(likely) > 1 and likely[0][0] < likely[1][0])
    return likely[0][1] if alone else ""


def short_slip(typed: str, words: Sequence[str]) -> str:
    """Return the one of some short common `words` that `typed` is but for a likely slip, "" where two or none are.

    Two letters swapped or one doubled come before a key beside the one that was meant; one letter for another, or a
    lost one, makes too many words of so few letters.
    """
    return _short_slip(typed, tuple(words)) if len(typed) <= SHORT else ""


def lost_first(typed: str, word: str) -> bool:
    """Whether the first letter of a word was left out, or stands behind the second."""
    return word[1:] == typed or (word[:2] == typed[1::-1] and word[2:] == typed[2:])


def slipped_in(longer: str, shorter: str) -> bool:
    """Whether two words differ only in a letter that lies beside the one before or behind it on the keyboard."""
    for at in range(len(longer)):
        if longer[:at] + longer[at + 1 :] == shorter:
            beside = {(longer[at], letter) for letter in longer[max(at - 1, 0) : at + 2]}
            return not TOUCHING.isdisjoint(beside)
    return False


def two_slips(typed: str, word: str) -> bool:
    """Whether a short word is explained by more than one slip, none of them a key far from the one that was meant."""
    if sorted(typed) == sorted(word):
        return True
    changed = [
        (typed[op.src_pos], word[op.dest_pos])
        for op in Levenshtein.editops(typed, word)
        if op.tag == "replace"
    ]
    return typed[0] == word[0] and all(
        pair in TOUCHING or VOWELS.issuperset(pair) or any(set(pair) == set(alike) for alike in ALIKE)
        for pair in changed
    )


def doubles(longer: str, shorter: str) -> bool:
    """Whether two words differ only in a letter that one of them has twice in a row."""
    return any(
        longer[at] == longer[at + 1] and longer[:at] + longer[at + 1 :] == shorter
        for at in range(len(longer) - 1)
    )


def plausible(typed: str, word: str, distance: int) -> bool:
    """Whether a slip of the thumb explains the difference; short words need the stronger evidence."""
    if distance == 0 or doubles(typed, word) or word[1:] == typed:
        return True
    if min(len(typed), len(word)) <= 3:
        return sorted(typed) == sorted(word) or (len(word) > len(typed) and typed[0] == word[0])
    if len(typed) == 5 and distance == 2:
        return sorted(typed) == sorted(word) or (len(word) >= 6 and typed[:2] == word[:2])
    if min(len(typed), len(word)) <= 4:
        return sorted(typed) == sorted(word) or (len(typed) != len(word) and typed[0] == word[0])
    return typed[0] == word[0] or typed[1:2] == word[1:2] or typed[:2] == word[1::-1]


def one_slip(typed: str, meant: str) -> bool:
    """Whether a letter or figure more, less, changed or swapped makes one text of the other."""
    return OSA.distance(typed, meant) == 1


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
