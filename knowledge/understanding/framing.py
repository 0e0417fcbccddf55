"""What stands around a question and is not asked for: "besides Lautaro", "of the two games", "secondo Chivu"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .lexicon import Lexicon, Phrases, phrases_of
from .occasions import Occasions
from .words import Token

LONGEST_EXCEPTION = 6
"""Most words of an exception that no comma ends: "apart from the disallowed goal"."""
APART = 4
"""Most words between "two" and what there are two of: "the two Atalanta v Inter games"."""

Parted = tuple[list[Token], list[Token]]
"""The tokens of a question and those taken out of it."""


class Framed(NamedTuple):
    """What is left of a question, whom it excepts, and whether it asks which of two matches it was.

    `occasion` tells whether it is about the latest or the earliest of several matches.
    """

    tokens: list[Token]
    left_out: list[Token]
    of_two: bool
    occasion: str


class Framing:
    """Takes out of the questions of one language what they do not ask for."""

    def __init__(self, lexicon: Lexicon, names: frozenset[str], speech: frozenset[str]) -> None:
        """`names` are the first words of names, `speech` the concepts of speaking."""
        self._lex, self._syntax = lexicon, lexicon.syntax
        self._names, self._speech = names, speech
        self._excepting = phrases_of(self._syntax["except"])
        self._instead = phrases_of(self._syntax["instead"])
        self._saying = phrases_of(self._syntax["except"] | self._syntax["instead"])
        self._aside = phrases_of(self._syntax["aside"])
        forms = self._syntax["except"] | self._syntax["instead"] | self._syntax["aside"]
        self._first_words = frozenset(form.split()[0] for form in forms)
        self._occasions = Occasions(lexicon, names)

    def of(self, tokens: Sequence[Token], text: str) -> Framed:
        """Take out of `tokens` what `text` does not ask for."""
        kept, left_out = self._without_exceptions(self._without_according(tokens), text)
        chosen = self._without_choice(kept)
        if len(chosen) < len(kept):
            return Framed(chosen, left_out, True, "")
        found = self._occasions.find(kept)
        if found is None or found.end - found.begin == len(kept):
            return Framed(kept, left_out, False, found.order if found else "")
        return Framed([*kept[: found.begin], *kept[found.end :]], left_out, False, found.order)

    def _without_exceptions(self, tokens: list[Token], text: str) -> Parted:
        """Take "besides Lautaro" out: it reaches to a comma, question word or date.

        "Instead of Conte" leaves somebody out only of what is said: who came on instead of Pavard replaced him.
        """
        texts = [token.text for token in tokens]
        if self._first_words.isdisjoint(texts):
            return self._without_denied(tokens, texts)
        found = _first(texts, self._saying if self._is_said(texts) else self._excepting)
        if found is None:
            return self._without_postponed(tokens, texts, text)
        begin, size = found
        end = begin + size
        ends = self._syntax["wh"] | self._syntax["during"]
        while end < len(tokens) and end - begin < LONGEST_EXCEPTION:
            if texts[end] in ends or _comma_before(tokens, end, text):
                break
            end += 1
        if end - begin <= size:  # "conte a parte": whom it leaves out stands before it
            return self._without_postponed(tokens, texts, text)
        return _parted(tokens, begin, end)

    def _is_said(self, texts: Sequence[str]) -> bool:
        """Whether a question with "instead of" speaks of what somebody says."""
        meant = (self._lex.concepts.longest(texts, at) for at in range(len(texts)))
        return any(text in self._instead for text in texts) and any(
            found[1] in self._speech for found in meant if found
        )

    def _without_postponed(self, tokens: list[Token], texts: Sequence[str], text: str) -> Parted:
        """Take "Conte aside" out: it reaches back to a comma."""
        found = _first(texts, self._aside)
        if found is None or not found[0]:
            return self._without_denied(tokens, texts)
        at, size = found
        if at + size < len(tokens) and not _comma_before(tokens, at + size, text):
            return tokens, []
        begin = at
        while begin and at - begin < LONGEST_EXCEPTION and not _comma_before(tokens, begin, text):
            begin -= 1
        return _parted(tokens, begin, at + size) if at - begin < LONGEST_EXCEPTION else (tokens, [])

    def _without_denied(self, tokens: list[Token], texts: Sequence[str]) -> Parted:
        """Take "not Lautaro, the other one" out: it reaches to the word for the other."""
        syntax = self._syntax
        for at in range(1, len(texts) - 1):
            if texts[at] not in syntax["not"] or texts[at + 1] not in self._names:
                continue
            near = range(at + 2, min(at + LONGEST_EXCEPTION, len(texts)))
            other = next((i for i in near if texts[i] in syntax["other"]), None)
            if other is not None:
                behind = texts[other + 1 : other + 2]
                return _parted(tokens, at, other + 1 + bool(syntax["one"].intersection(behind)))
        return tokens, []

    def _without_choice(self, tokens: Sequence[Token]) -> list[Token]:
        """Take "of the two games" out of a question which of them it was: the match of the answer tells it."""
        syntax, texts = self._syntax, [token.text for token in tokens]
        if syntax["chooses"].isdisjoint(texts):
            return list(tokens)
        which = next((at for at, text in enumerate(texts) if text in syntax["chooses"]), None)
        two = next((at for at, text in enumerate(texts) if text in syntax["two"]), None)
        if which is None or two is None:
            return list(tokens)
        noun = next((at for at in range(two + 1, len(texts)) if texts[at] in syntax["games"]), None)
        if noun is not None and noun - two <= APART:
            gone = {two, noun}
        elif (
            which
            and texts[which - 1] in syntax["during"]
            and set(texts[two + 1 : two + 2]) <= syntax["verbal"]
        ):
            gone = {two}  # "in quale delle due ci fu un rigore"
        else:
            return list(tokens)
        if texts[which + 1 : which + 2] and texts[which + 1] in syntax["one"]:
            gone.add(which + 1)
        return [token for at, token in enumerate(tokens) if at not in gone]

    def _without_according(self, tokens: Sequence[Token]) -> list[Token]:
        """Take "secondo" out where it means "according to": before a name or an article, and not behind one."""
        syntax = self._syntax
        if syntax["according"].isdisjoint([token.text for token in tokens]):
            return list(tokens)
        kept: list[Token] = []
        for at, token in enumerate(tokens):
            behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
            before = tokens[at - 1].text if at else ""
            ordinal = before in syntax["article"] or not (
                behind in syntax["article"] or behind in self._names
            )
            if token.text not in syntax["according"] or ordinal:
                kept.append(token)
        return kept


def _first(texts: Sequence[str], phrases: Phrases[str]) -> tuple[int, int] | None:
    """Return where the longest of `phrases` begins, of equal ones the first, and how many words it has."""
    places = (at for at, text in enumerate(texts) if text in phrases)
    found = [(hit[0], -at) for at in places if (hit := phrases.longest(texts, at))]
    size, at = max(found, default=(0, 0))
    return (-at, size) if size else None


def _comma_before(tokens: Sequence[Token], at: int, text: str) -> bool:
    return "," in text[tokens[at - 1].end : tokens[at].start]


def _parted(tokens: Sequence[Token], begin: int, end: int) -> Parted:
    kept = [*tokens[:begin], *tokens[end:]]
    return (kept, list(tokens[begin:end])) if len(kept) > 1 else (list(tokens), [])
