"""What people tell around a question: why they ask, who wants to know, what they missed. Only the question is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from .beside import RELAY, Beside, words_of
from .figures import EVERYWHERE, Scope
from .meaning import HALVES
from .names import Gazetteer, NameHit
from .reading import Reader, Reading
from .words import Token

_END = re.compile(r"[.!?…;\n\u2600-\u27BF\U0001F300-\U0001FAFF]")
_APART = re.compile(r"[.!?…;\n\"“”«»\u2600-\u27BF\U0001F300-\U0001FAFF]")
_QUOTED = re.compile(r"[\"“”«»]")
_CLAUSE = re.compile(r"[,:()–—]|\s-+\s")
CLOSE = 3
"""Words at the beginning of a sentence among which its question word stands: "e poi chi"."""
SHORTEST = 2
"""Words that a story without a comma has at the least."""


class Sentence(NamedTuple):
    """The places of its first token and of the one behind its last, and what stands between it and the next."""

    begin: int
    end: int
    mark: str


class Told(NamedTuple):
    """The readings of a question without what is told around it, the fullest first.

    The first has all names and the scope of what is told where these may narrow the question; `beside` tells that
    nothing else of it has to do with football, `in_clause` that some of it stands in the sentence that asks,
    `personal` that whoever asks tells of themselves.
    """

    readings: tuple[Reading, ...]
    beside: bool
    in_clause: bool
    personal: bool


class Stories:
    """Finds the question in a message of one language that tells more."""

    def __init__(
        self,
        reader: Reader,
        syntax: Mapping[str, frozenset[str]],
        gazetteer: Gazetteer,
        beside: Beside,
        unknown_names: Callable[[Reading], object],
    ) -> None:
        """`unknown_names` tells which names in a text nobody told of."""
        self._reader, self._syntax, self._gazetteer = reader, syntax, gazetteer
        self._beside, self._unknown_names = beside, unknown_names
        self._asking = syntax["wh"] - syntax["relative"]
        self._asking_only = self._asking - syntax["dating"]
        self._closing = self._asking_only - syntax["because"]

    def around(self, reading: Reading) -> Told | None:
        """Return the question in a text apart from what is told around it; None where all of it is the question."""
        text, tokens = reading.text, reading.tokens
        if len(tokens) < CLOSE:
            return None
        first, end = self._sentences_that_ask(text, tokens)
        begin = self._behind_story(text, tokens, first, end)
        if (begin, end) == (0, len(tokens)):
            return None
        stop = tokens[end].start if end < len(tokens) else len(text)
        asked = self._reader.read(_trimmed(text[tokens[begin].start : stop]))
        around = [text[: tokens[begin].start], text[stop:]]
        before, behind = (self._reader.read(part.strip()) for part in around)
        told = [part for part in (before, behind) if part.tokens]
        if self._is_about_stranger(asked, told):
            return Told((reading._replace(begin=0, end=len(tokens)),), True, False, False)
        meant = tuple(self._meant(asked, told))
        owned = self._beside.owns(words_of(behind))
        beside = (owned or not behind.features) and all(map(self._beside.is_beside, told))
        personal = (owned or not behind.tokens) and all(map(self._is_personal, told))
        return Told(meant, beside, begin > first, personal) if meant else None

    def _is_about_stranger(self, asked: Reading, told: Sequence[Reading]) -> bool:
        """Whether a question leans on a text that tells of somebody unknown: "Lukaku scored. When did he?"."""
        if self._beside.stands(asked) or not self._beside.points(asked):
            return False
        return any(not part.names and self._unknown_names(part) for part in told)

    def _is_personal(self, reading: Reading) -> bool:
        return self._beside.tells(words_of(reading)) or self._beside.relays(words_of(reading))

    def _meant(self, asked: Reading, told: Sequence[Reading]) -> Iterator[Reading]:
        """Yield the ways to take a question with what is told around it; none where it needs what is told."""
        if not asked.features and not asked.names:
            return
        if HALVES.isdisjoint(asked.features) and any(map(_narrows, told)):
            return
        idle = all(self._beside.is_idle(part) for part in told)
        strange = any(self._unknown_names(part) for part in told)
        if (not idle or strange) and not self._beside.stands(asked):
            return
        if idle and self._beside.points(asked) and not self._beside.stands(asked):
            return
        if strange and not (self._gazetteer.people(asked.ids) or self._gazetteer.clubs(asked.ids)):
            far = (part for part in told if not self._beside.is_beside(part))
            if any(map(self._beside.speaks_of_football, far)):
                return
        scope = next((part.scope for part in told if self._beside.fits(part)), EVERYWHERE)
        dated = asked
        if asked.scope.empty and not scope.empty:
            dated = asked._replace(scope=_merged(asked.scope, scope))
        names = [
            hit
            for part in told
            if not self._beside.is_allegiance(part)
            for hit in self._beside.names_of(part)
        ]
        hits = [NameHit(hit.ids, 0, 0, "", hit.role) for hit in names if hit.ids.isdisjoint(asked.ids)]
        if hits:
            yield dated._replace(names=(*hits, *dated.names))
            if not any(self._beside.tells(words_of(part)) for part in told if self._beside.names_of(part)):
                return
        if dated is not asked:
            yield dated
        yield asked

    def _sentences_that_ask(self, text: str, tokens: Sequence[Token]) -> tuple[int, int]:
        """Return the places from the first token of the sentences that ask to behind the last; all where none does."""
        whole = 0, len(tokens)
        if not _APART.search(text, tokens[0].end, tokens[-1].start):
            return whole
        found = list(self._sentences(text, tokens))
        asking = [s for s in found if self._asks(tokens[s.begin : s.end], s.mark)]
        marked = [s for s in asking if "?" in s.mark]
        if marked:
            asking = [s for s in asking if s in marked or self._begins_question(tokens[s.begin : s.end])]
        if len(asking) > 1:
            asking = [s for s in asking if not self._beside.is_idle(self._read(text, tokens, s))] or asking
        return (asking[0].begin, asking[-1].end) if asking else whole

    def _sentences(self, text: str, tokens: Sequence[Token]) -> Iterator[Sentence]:
        begin = 0
        for at in range(1, len(tokens) + 1):
            last = at == len(tokens)
            mark = text[tokens[at - 1].end : len(text) if last else tokens[at].start]
            quoted = bool(_QUOTED.search(mark)) and not last and ("?" in mark or ":" in mark)
            short = mark.startswith(". ") and tokens[at - 1].text in self._syntax["abbreviated"]
            if last or quoted or (_END.search(mark) and not short):
                yield Sentence(begin, at, mark)
                begin = at

    def _read(self, text: str, tokens: Sequence[Token], sentence: Sentence) -> Reading:
        return self._reader.read(text[tokens[sentence.begin].start : tokens[sentence.end - 1].end])

    def _asks(self, tokens: Sequence[Token], mark: str) -> bool:
        texts = [token.text for token in tokens]
        if "?" in mark:
            return True
        return not self._syntax["wh"].isdisjoint(texts) or not self._syntax["tell"].isdisjoint(texts[:2])

    def _begins_question(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence without a question mark asks: "when I was 12" does not, "chi ha segnato" does."""
        texts = [token.text for token in tokens]
        return not self._asking_only.isdisjoint(texts[:CLOSE]) and not self._beside.tells(texts[:CLOSE])

    def _behind_story(self, text: str, tokens: Sequence[Token], begin: int, end: int) -> int:
        """Return where the question begins behind a clause of whoever asks: "got a bet on with my brother, who won"."""
        texts = [token.text for token in tokens]
        asking = self._asking
        if texts[begin] in self._closing:
            return begin  # "who played him in when he got our penalty, Atalanta away 2023"
        if not (self._beside.tells(texts) or self._beside.relays(texts[begin : begin + RELAY])):
            return begin
        for at in range(begin + SHORTEST, end - 1):
            if texts[at - 1] in self._closing or texts[begin] in self._syntax["yes_no"]:
                break
            apart = bool(_CLAUSE.search(text[tokens[at - 1].end : tokens[at].start]))
            asks = texts[at] in self._syntax["yes_no"] and self._beside.relays_at(texts[begin:at])
            if texts[at] not in asking and not asks and not (apart and asking.isdisjoint(texts[at:])):
                continue
            while not apart and at - 1 > begin and texts[at - 1] in self._syntax["before_wh"]:
                at -= 1  # "in quale", "and who"
            if self._leads_to_question(text, tokens[begin:at], tokens[at:end]):
                return at
        return begin

    def _leads_to_question(self, text: str, before: Sequence[Token], behind: Sequence[Token]) -> bool:
        """Whether a clause only tells who asks, or that somebody does, and what is behind it needs nothing of it."""
        texts = [token.text for token in before]
        if not (self._beside.tells(texts) or self._beside.relays(texts)):
            return False
        told = self._reader.read(text[before[0].start : before[-1].end])
        asked = self._reader.read(text[behind[0].start : behind[-1].end])
        apart = (
            not self._beside.names_of(told) or self._beside.is_beside(told) or self._beside.stands_far(asked)
        )
        return apart and told.scope.empty and self._beside.stands(asked)


def _narrows(told: Reading) -> bool:
    """Whether a sentence says no more than which half is meant: "ok just the first half"."""
    return not HALVES.isdisjoint(told.features) and len(HALVES.union(told.features)) <= len(HALVES) + 1


def _merged(own: Scope, told: Scope) -> Scope:
    """Return the scope that a story gives to a question without one; what lies inside a match is the question's own."""
    return replace(told, minutes=own.minutes, numbers=own.numbers)


def _trimmed(text: str) -> str:
    return text.strip().rstrip("\"”»'").rstrip()
