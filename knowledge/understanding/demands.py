"""What a question demands beside its words: the unit it counts in, advice, what is to come, an earlier post."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .lexicon import Lexicon, Phrases, all_lexicons, phrases_of
from .names import NameHit
from .words import Token, tokens_of

ADVICE, TO_COME, EARLIER, TOTAL, DURATION = "advice", "to_come", "earlier", "total", "duration"
NOW, EVER, UNREAL = "now", "ever", "unreal"
"""How to do something oneself; what has not happened yet; what was before somebody came; all of a career; how long;
what holds today; what was so at any time before; what would have been."""
SURE = 4
"""Letters from which an ending shows the future by itself."""
BEFORE = 1
"""Words between "before" and a name: "prima dell'Inter"."""


class Demands(NamedTuple):
    """The concept of the word behind "how many", or "", and what else is demanded."""

    unit: str = ""
    marks: frozenset[str] = frozenset()


class Demanding:
    """Finds the demands of questions in one language."""

    def __init__(self, words: Lexicon) -> None:
        self._lex, self._syntax = words, words.syntax
        self._endings = tuple(self._syntax["to_come_endings"])
        self._phrases: dict[str, Phrases[str]] = {
            mark: phrases_of(self._syntax[f"asks_{mark}"]) for mark in (ADVICE, TOTAL, DURATION, NOW, EVER)
        }

    def of(self, tokens: Sequence[Token], text: str, hits: Sequence[NameHit]) -> Demands:
        """Return the demands of `text`, with its tokens and the names among them."""
        texts = [token.text for token in tokens]
        marks = {mark for mark, known in self._phrases.items() if _has(known, texts)}
        if self.to_come(tokens, text):
            marks.add(TO_COME)
        if self._earlier(texts, hits):
            marks.add(EARLIER)
        if self.unreal(texts):
            marks.add(UNREAL)
        return Demands(self._unit(texts), frozenset(marks))

    def to_come(self, tokens: Sequence[Token], text: str) -> bool:
        """Whether a text speaks of the future: "will they win", "vinceranno"."""
        return any(token.text in self._syntax["to_come"] or self._in_future(token, text) for token in tokens)

    def unreal(self, texts: Sequence[str]) -> bool:
        """Whether a text speaks of what would have been: "would they have won", "avrebbero vinto"."""
        first = next((at for at, text in enumerate(texts) if text in self._syntax["unreal"]), -1)
        beside = self._syntax["unreal_with"]
        return first >= 0 and (not beside or not beside.isdisjoint(texts[first + 1 :]))

    def _in_future(self, token: Token, text: str) -> bool:
        """Whether a verb has an ending of the future; a short one needs its accent: "arriverà", and not "altra"."""
        ending = next((e for e in self._endings if token.text.endswith(e)), "")
        accented = text[token.start : token.end].lower() != token.text
        return (
            bool(ending) and (accented or len(ending) >= SURE) and token.text not in self._syntax["supposing"]
        )

    def _earlier(self, texts: Sequence[str], hits: Sequence[NameHit]) -> bool:
        """Whether "before" stands before a name with which the question ends: "where was he before Inter?"."""
        last = max((at for at, text in enumerate(texts) if text in self._syntax["before"]), default=-1)
        ends = (hit.first for hit in hits if hit.last == len(texts))
        return last > 0 and any(0 <= first - last - 1 <= BEFORE for first in ends)

    def _unit(self, texts: Sequence[str]) -> str:
        """Return the concept of the word behind "how many", "" where there is none."""
        at = next((at for at, text in enumerate(texts) if text in self._syntax["how_many"]), len(texts)) + 1
        if at >= len(texts):
            return ""
        found = self._lex.concepts.longest(texts, at)
        return found[1] if found else self._lex.stem(texts[at])


def tells_duration(text: str, language: str) -> bool:
    """Whether a sentence holds a unit of time."""
    units = all_lexicons()[language].syntax["time_units"]
    return any(token.text in units for token in tokens_of(text))


def concepts_in(text: str, language: str) -> frozenset[str]:
    """Return the concepts of the words of a sentence."""
    words = all_lexicons()[language]
    texts = [token.text for token in tokens_of(text)]
    found = (words.concepts.longest(texts, at) for at in range(len(texts)))
    return frozenset(phrase[1] for phrase in found if phrase)


def _has(known: Phrases[str], texts: Sequence[str]) -> bool:
    return any(text in known and known.longest(texts, at) for at, text in enumerate(texts))


@cache
def demanding(language: str) -> Demanding:
    """Return what finds the demands of questions in `language`."""
    return Demanding(all_lexicons()[language])


def speaks_of_future(text: str, language: str) -> bool:
    """Whether a stored question asks for what is to come."""
    return demanding(language).to_come(tokens_of(text), text)


def speaks_of_unreal(text: str, language: str) -> bool:
    """Whether a stored question asks for what would have been."""
    return demanding(language).unreal([token.text for token in tokens_of(text)])
