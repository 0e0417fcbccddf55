"""What people tell around a question: why they ask, who wants to know, what they missed. Only the question is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..models import Match
from .figures import EVERYWHERE, Scope
from .lexicon import Phrases, phrases_of
from .names import Gazetteer, NameHit
from .reading import Reader, Reading
from .words import Token

_END = re.compile(r"[.!?…;\n]")
_QUOTED = re.compile(r"[\"“”«»]")
_CLAUSE = re.compile(r"[,:()–—]|\s-+\s")
CLOSE = 3
"""Words at the beginning of a sentence among which its question word stands: "e poi chi"."""
ENOUGH = 2
"""Words of weight, or names, that a question must have to stand without what is told before it."""
STORY = 5
"""Words that a text has at the least that tells a story of others; a shorter one may be what is asked for."""
FEW, FEW_OF_OWN = 1, 3
"""Plain words that also stand in stored questions which a text beside the question may hold; more where somebody tells
of themselves."""
SHORTEST = 2
"""Words that a story without a comma has at the least."""


class Sentence(NamedTuple):
    """The places of its first token and of the one behind its last, and what stands between it and the next."""

    begin: int
    end: int
    mark: str


class Apart(NamedTuple):
    """The readings of a question without what is told around it, the fullest first.

    The first has all names and the scope of what is told where these may narrow the question; `beside` tells that
    nothing else of it has to do with football.
    """

    readings: tuple[Reading, ...]
    beside: bool


class Stories:
    """Finds the question in a message of one language that tells more."""

    def __init__(
        self,
        reader: Reader,
        syntax: Mapping[str, frozenset[str]],
        gazetteer: Gazetteer,
        light: frozenset[str],
        is_told: Callable[[str], bool],
        matches: Mapping[str, Match],
        unknown_names: Callable[[Reading], object],
    ) -> None:
        """`light` are concepts that say little; `is_told` tells whether facts speak of a concept.

        `unknown_names` tells which names in a text nobody told of.
        """
        self._reader, self._syntax, self._gazetteer = reader, syntax, gazetteer
        self._light, self._is_told, self._matches = light, is_told, matches.values()
        self._unknown_names = unknown_names
        self._relays: Phrases[str] = phrases_of(syntax["relays"])

    def without(self, reading: Reading) -> Apart | None:
        """Return the question in a text apart from what is told around it; None where all of it is the question."""
        text, tokens = reading.text, reading.tokens
        if len(tokens) < CLOSE:
            return None
        begin, end = self._sentences_that_ask(text, tokens)
        begin = self._behind_story(text, tokens, begin, end)
        if (begin, end) == (0, len(tokens)):
            return None
        stop = tokens[end].start if end < len(tokens) else len(text)
        asked = self._reader.read(_trimmed(text[tokens[begin].start : stop]))
        around = [text[: tokens[begin].start], text[stop:]]
        before, behind = (self._reader.read(part.strip()) for part in around)
        told = [part for part in (before, behind) if part.tokens]
        meant = tuple(self._meant(asked, told))
        beside = (self._tells(behind.words) or not behind.features) and all(map(self._is_beside, told))
        return Apart(meant, beside) if meant else None

    def _meant(self, asked: Reading, told: Sequence[Reading]) -> Iterator[Reading]:
        """Yield the ways to take a question with what is told around it; none where it needs what is told."""
        if not asked.features and not asked.names:
            return
        idle = all(self._is_idle(part) for part in told)
        strange = any(self._unknown_names(part) for part in told)
        if (not idle or strange) and not self._stands(asked):
            return
        if idle and self._points(asked) and not self._stands(asked):
            return
        if strange and not (self._gazetteer.people(asked.ids) or self._gazetteer.clubs(asked.ids)):
            if any(self._is_told(feature) for part in told for feature in self._football(part)):
                return
        scope = next((part.scope for part in told if self._fits(part)), EVERYWHERE)
        dated = asked
        if asked.scope.empty and not scope.empty:
            dated = asked._replace(scope=_merged(asked.scope, scope))
        names = [hit for part in told if not self._is_allegiance(part) for hit in part.names]
        hits = [NameHit(hit.ids, 0, 0, "", hit.role) for hit in names if hit.ids.isdisjoint(asked.ids)]
        if hits:
            yield dated._replace(names=(*hits, *dated.names))
            if not any(self._tells(part.words) for part in told if part.names):
                return
        if dated is not asked:
            yield dated
        yield asked

    def _sentences_that_ask(self, text: str, tokens: Sequence[Token]) -> tuple[int, int]:
        """Return the places from the first token of the sentences that ask to behind the last; all where none does."""
        whole = 0, len(tokens)
        if not _END.search(text, tokens[0].end, tokens[-1].start):
            return whole
        found = list(self._sentences(text, tokens))
        asking = [s for s in found if self._asks(tokens[s.begin : s.end], s.mark)]
        marked = [s for s in asking if "?" in s.mark]
        if marked:
            asking = [s for s in asking if s in marked or self._begins_question(tokens[s.begin : s.end])]
        if len(asking) > 1:
            asking = [s for s in asking if not self._is_idle(self._read(text, tokens, s))] or asking
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
        asking = self._syntax["wh"] - self._syntax["relative"] - self._syntax["dating"]
        return not asking.isdisjoint(texts[:CLOSE]) and not self._tells(texts[:CLOSE])

    def _tells(self, texts: Iterable[str]) -> bool:
        return not self._syntax["first_person"].isdisjoint(texts)

    def _behind_story(self, text: str, tokens: Sequence[Token], begin: int, end: int) -> int:
        """Return where the question begins behind a clause of whoever asks: "got a bet on with my brother, who won"."""
        texts = [token.text for token in tokens]
        wh, yes_no = self._syntax["wh"], self._syntax["yes_no"]
        for at in range(begin + SHORTEST, end - 1):
            apart = bool(_CLAUSE.search(text[tokens[at - 1].end : tokens[at].start]))
            asks = texts[at] in wh - self._syntax["relative"] or (apart and texts[at] in yes_no)
            if not asks:
                continue
            while not apart and at - 1 > begin and texts[at - 1] in self._syntax["before_wh"]:
                at -= 1  # "in quale", "and who"
            told = self._reader.read(text[tokens[begin].start : tokens[at - 1].end])
            relayed = self._relay_ends(texts[begin:at])
            personal = self._tells(texts[begin:at]) and texts[at] not in self._syntax["dating"]
            rest = self._reader.read(text[tokens[at].start : tokens[end - 1].end])
            if not (relayed or (personal and self._is_idle(told))) or told.names or not self._stands(rest):
                return begin
            return at
        return begin

    def _relay_ends(self, texts: Sequence[str]) -> bool:
        """Whether a clause ends by saying that somebody asks: "boss wants to know"."""
        for at in range(len(texts)):
            found = self._relays.longest(texts, at) if texts[at] in self._relays else None
            if found and at + found[0] == len(texts):
                return True
        return False

    def _football(self, reading: Reading) -> list[str]:
        """Return the concepts of a text that say something: no plain words, figures or everyday synonyms."""
        return [f for f in reading.features if f[0] != "#" and ":" not in f and f[:2] != "t_" and f not in self._light]

    def _is_idle(self, reading: Reading) -> bool:
        """Whether nothing of a text has to do with what the articles tell."""
        if reading.names or self._fits(reading):
            return False
        if reading.features and len(reading.tokens) < STORY and not self._tells(reading.words):
            return False  # "parking?"
        if any(self._is_told(feature) for feature in self._football(reading)):
            return False
        plain = sum(":" in feature and self._is_told(feature) for feature in set(reading.features) - self._light)
        return plain <= (FEW_OF_OWN if self._tells(reading.words) else FEW)

    def _is_beside(self, reading: Reading) -> bool:
        """Whether a text tells nothing, or only whom somebody supports."""
        return self._is_idle(reading) or (self._is_allegiance(reading) and self._tells(reading.words))

    def _fits(self, reading: Reading) -> bool:
        """Whether a text points at a stored match: by its year, season or date, or by a score or month with a side."""
        scope = reading.scope
        if scope.empty or scope.years_apart:
            return False
        sides = self._gazetteer.clubs(reading.ids)
        return any(
            not match.years.isdisjoint(scope.years)
            or (match.season is not None and int(match.season[:4]) in scope.seasons)
            or match.date in ("{:04}-{:02}-{:02}".format(*date) for date in scope.dates)
            or (not match.names.isdisjoint(sides) and bool(scope.scores or scope.months))
            for match in self._matches
        )

    def _stands(self, reading: Reading) -> bool:
        """Whether a question needs nothing of what is told around it."""
        grounded = bool(reading.names) or not reading.scope.empty
        pointing = self._points(reading)
        if pointing and not grounded:
            return False
        person = pointing & self._syntax["person_pronoun"]
        if (person and not self._gazetteer.people(reading.ids)) or self._tells_of_us(reading):
            return False
        weighty = [f for f in reading.features if f not in self._light and f[0] != "#"]
        return len(weighty) + grounded >= ENOUGH

    def _points(self, reading: Reading) -> frozenset[str]:
        """Return the pronouns of a question that are no articles."""
        return reading.pronouns - self._syntax["clitic_article"]

    def _tells_of_us(self, reading: Reading) -> bool:
        """Whether a question is about the side of whoever asks: "did we win?"."""
        return not reading.words.isdisjoint(self._syntax["our_side"])

    def _is_allegiance(self, reading: Reading) -> bool:
        """Whether a text tells whom somebody supports."""
        return not reading.words.isdisjoint(self._syntax["allegiance"])


def _merged(own: Scope, told: Scope) -> Scope:
    """Return the scope that a story gives to a question without one; what lies inside a match is the question's own."""
    return replace(told, minutes=own.minutes, numbers=own.numbers)


def _trimmed(text: str) -> str:
    return text.strip().rstrip("\"”»'").rstrip()
