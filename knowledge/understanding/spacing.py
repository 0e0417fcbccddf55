"""Spaces put right: words run together ("whoscored"), cut in two ("ata lanta"), or in the wrong place ("them atch")."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Sequence

from .fuzzy import LIKELY_SLIP, slip_cost
from .words import Token, fold

SHORTEST_PART = 3
"""Letters from which any known word may be a part of words run together; shorter ones must be joints."""
SHORTEST_CONTENT = 4
"""Letters that both parts need where neither is a joint or a name: "lastteam"."""
SHORTEST_RUN = 4
"""Letters of the shortest words run together that are told apart: "isit"."""
LONG_RUN = 8
"""Letters from which three words may have been run together."""
SHORTEST_WHOLE = 4
"""Letters of the shortest word that is put together of two pieces: "ga sp"."""
MOST = 24
"""Tokens up to which spaces are put right: a fan's question is shorter, and a text that long needs no guessing."""


class Spacer:
    """Puts spaces right in the words of one language; a text whose words are all known stays as it is."""

    def __init__(
        self,
        joints: Collection[str],
        words: Container[str],
        names: Container[str],
        known: Container[str],
        foreign: Container[str],
        whole: Callable[[str], bool],
        near: Callable[[str], Sequence[tuple[str, int]]],
    ) -> None:
        """`joints` are short words that people run together with their neighbours, `words` those worth finding.

        `names` are names of one word, `known` whatever needs no mending, `foreign` words of the other language. `whole`
        tells what is one word though nobody listed it, `near` gives the known words that a misspelt one may be, with
        their distance, the best first.
        """
        self._joints = joints
        self._words = words
        self._names = names
        self._known = known
        self._foreign = foreign
        self._whole = whole
        self._near = near

    def mend(
        self, tokens: Sequence[Token], text: str, kept: Container[str] = (), proper: Container[str] = ()
    ) -> list[Token]:
        """Return `tokens` of `text` with their spaces put right; those that read as one of `kept` stay.

        Those of `proper` are typed like names, and are only parted where one of ours is in them.
        """
        strange = [self._strange(token) and token.text not in kept for token in tokens]
        if True not in strange or len(tokens) > MOST:
            return list(tokens)
        found: list[Token] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            pair: list[Token] = []
            two = zip(tokens[at : at + 2], strange[at:], strict=False)
            if any(odd and one.text not in self._foreign for one, odd in two) and at + 1 < len(tokens):
                pair = self._pair(token, tokens[at + 1], text)
            parts = self.parts(token.text, text[token.start : token.end]) if strange[at] and not pair else ()
            if token.text in proper and token.text[1:] == text[token.start + 1 : token.end]:
                parts = parts if parts[:1] and parts[0] in self._names else ()
            found += pair or (_cut(token, parts) if parts else [token])
            at += 2 if pair else 1
        return found

    def _strange(self, token: Token) -> bool:
        return token.kind == "word" and not token.joined and token.text not in self._known

    def _pair(self, one: Token, other: Token, text: str) -> list[Token]:
        """Return two neighbours put together or parted in another place, none where that makes no known words."""
        if one.kind != "word" or other.kind != "word" or text[one.end : other.start] != " ":
            return []
        if one.joined or other.joined:
            return []
        left, right = one.text, other.text
        whole = left + right
        moved = self._moved(left, right)
        if moved and set(moved) <= set(self._joints):
            return _parted(one, other, *moved)
        if len(whole) >= SHORTEST_WHOLE and (whole in self._names or whole in self._words):
            return [one._replace(text=whole, end=other.end)]
        return _parted(one, other, *moved) if moved else []

    def _moved(self, left: str, right: str) -> tuple[str, str] | None:
        """Return two neighbours with one letter moved over the space between them, None where that makes no words."""
        for first, second in ((left[:-1], left[-1] + right), (left + right[0], right[1:])):
            likely = self._likely(first) or self._likely(second)
            if likely and self._part(first) and self._part(second):
                return first, second
        return None

    def _likely(self, word: str) -> bool:
        return word in self._joints or word in self._names

    def _part(self, word: str) -> bool:
        """Whether a word may stand by itself where a space was put."""
        if len(word) < SHORTEST_PART:
            return word in self._joints
        return word in self._words or word in self._names or word in self._joints

    def parts(self, word: str, typed: str = "") -> tuple[str, ...]:
        """Return the words that were run together in `word`, none where it cannot be told apart.

        `typed` is how it stood in the text: a capital inside shows where the second begins.
        """
        if len(word) < SHORTEST_RUN:
            return ()
        capital = next((at for at in range(1, len(typed)) if typed[at].isupper()), 0)
        if capital and not typed.isupper() and len(fold(typed)) == len(word):
            two = word[:capital], word[capital:]
            return two if all(map(self._part, two)) else ()
        if self._whole(word):
            return ()
        ways = [*self._in_two(word), *(self._in_three(word) if len(word) >= LONG_RUN else ())]
        best = max(ways, key=self._worth, default=())
        if word in self._foreign and min(map(len, best), default=0) < SHORTEST_PART:
            return ()
        return () if best and self._misspelt(word, best) else best

    def _misspelt(self, word: str, parts: tuple[str, ...]) -> bool:
        """Whether it is likelier that one slip made `word` than that `parts` were run together."""
        near = [known for known, away in self._near(word) if away == 1 and known not in parts]
        if not near:
            return False
        least = min(slip_cost(word, known, 1) for known in near)
        if all(part in self._joints and len(part) > 1 for part in parts):
            return least <= LIKELY_SLIP
        clear = all(len(part) >= (2 if part in self._joints else SHORTEST_CONTENT) for part in parts)
        return least < 0 or not clear

    def _in_two(self, word: str) -> Iterator[tuple[str, ...]]:
        for at in range(1, len(word)):
            one, other = word[:at], word[at:]
            if self._part(one) and self._part(other) and self._fit(one, other):
                yield one, other

    def _in_three(self, word: str) -> Iterator[tuple[str, ...]]:
        for at in range(1, len(word) - SHORTEST_RUN + 1):
            if self._part(word[:at]):
                for one, other in self._in_two(word[at:]):
                    if any(map(self._likely, (word[:at], one, other))):
                        yield word[:at], one, other

    def _fit(self, one: str, other: str) -> bool:
        """Whether it is likely that two words were run together: one of them is a joint, a name, or both are long."""
        return self._likely(one) or self._likely(other) or min(len(one), len(other)) >= SHORTEST_CONTENT

    def _worth(self, parts: tuple[str, ...]) -> tuple[float, int]:
        """Return how good a way to part a run is: few parts, joints and names before other words, then even lengths."""
        likely = sum(1 if self._likely(part) else 0.5 for part in parts)
        return likely - 1.5 * len(parts) - (0.5 if min(map(len, parts)) == 1 else 0), min(map(len, parts))


def _parted(one: Token, other: Token, first: str, second: str) -> list[Token]:
    """Return two neighbours with the space between them behind `first`."""
    middle = one.start + len(first)
    return [one._replace(text=first, end=middle), other._replace(text=second, start=middle)]


def _cut(token: Token, parts: Sequence[str]) -> list[Token]:
    """Return one token for each of the words that were run together in `token`."""
    found = []
    at = token.start
    for place, part in enumerate(parts):
        capital = token.capital and place == 0
        found.append(token._replace(text=part, start=at, end=at + len(part), capital=capital))
        at += len(part)
    return found
