"""What of a question may be left out where all of it finds nothing: what stands around the clause that asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..models import Context, Match
from .followups import Followups, Variant
from .names import Gazetteer, NameHit
from .reading import Reader, Reading
from .words import Token

_BREAK = re.compile(r"[.!?…;\n,:()–—]")
LONGEST = 7
"""Most words of a clause of time behind its first: "after Dimarco lost the ball to Lookman"."""
ENOUGH = 2
"""Words of weight, or one and a name, that the rest of a question must have to be asked without a clause of it."""
CLOSE = 3
"""Words at the beginning of a clause among which its question word stands: "e poi chi"."""


class Shorter(NamedTuple):
    """A text without what may be left out, and the part left out that tells of the same match, or "".

    `bare` tells that no question word shows which clause asks.
    """

    text: str
    beside: str = ""
    bare: bool = False


class Rest(NamedTuple):
    """A way to take a question without a clause of it: without one of time, or with nothing but one that is `bare`."""

    variant: Variant
    timed: bool
    bare: bool


class Essence:
    """Makes the ways in which a question may be meant without what stands beside its clause that asks."""

    def __init__(
        self,
        followups: Followups,
        readers: Mapping[str, Reader],
        matches: Mapping[str, Match],
        gazetteer: Gazetteer,
        light: frozenset[str],
        syntax: Mapping[str, Mapping[str, frozenset[str]]],
        side_of: Callable[[str, str], str],
    ) -> None:
        """`light` are concepts that say little, `syntax` the joints of each language.

        `side_of` tells for which side somebody played in a match, "" where that is not told.
        """
        self._followups = followups
        self._readers = readers
        self._matches = matches
        self._gazetteer = gazetteer
        self._light = light
        self._syntax = syntax
        self._side_of = side_of

    def variants(self, reading: Reading, context: Context) -> Iterator[Rest]:
        """Yield the ways to take what is left of a question, those first that leave out least.

        No club is left out, but in a clause of time; whoever is named there took part in the match that is meant.
        """
        reader, syntax = self._readers[reading.language], self._syntax[reading.language]
        for text, beside, bare in shorter(reading.text, reading.tokens, syntax):
            rest, scope = reader.read(text), reading.scope
            if len(set(rest.features) - self._light) + bool(rest.names) < ENOUGH:
                continue
            if not beside and self._gazetteer.clubs(reading.ids) - rest.ids:
                continue
            if beside and (scope.years or scope.seasons or scope.dates):
                scope = replace(scope, scores=rest.scope.scores)  # a score beside it need tell no match
            told = [hit for hit in reader.read(beside).names if self._takes_part(hit)] if beside else []
            where = self._matches_with(told)
            if told and not where:
                continue
            for variant in self._followups.variants(rest._replace(scope=scope), context):
                if told:
                    matches = where if variant.query.matches is None else where & variant.query.matches
                    variant = Variant(replace(variant.query, matches=matches), variant.how)
                yield Rest(variant, bool(beside), bare)

    def _takes_part(self, hit: NameHit) -> bool:
        """Whether a name is of somebody who may take part in a match: a club or a person."""
        return bool(self._gazetteer.clubs(hit.ids) or self._gazetteer.people(hit.ids))

    def _matches_with(self, names: Sequence[NameHit]) -> frozenset[str]:
        """Return the matches in which everybody named took part."""
        return frozenset(
            id_
            for id_, match in self._matches.items()
            if all(any(i in match.names or self._side_of(id_, i) for i in hit.ids) for hit in names)
        )


def shorter(text: str, tokens: Sequence[Token], syntax: Mapping[str, frozenset[str]]) -> Iterator[Shorter]:
    """Yield shorter texts of a question, those first that leave out least.

    Left out is a clause of time ("after Scamacca's goal"), then what stands behind the one clause with a question word
    ("..., Papu?") and before it.
    """
    found = list(_without_time(text, tokens, syntax))
    yield from found
    breaks = [
        at for at in range(1, len(tokens)) if _BREAK.search(text[tokens[at - 1].end : tokens[at].start])
    ]
    clauses = list(zip([0, *breaks], [*breaks, len(tokens)], strict=True))
    asking = [
        (begin, end)
        for begin, end in clauses
        if any(
            token.text in syntax["wh"] and not (begin and token.text in syntax["relative"])
            for token in tokens[begin : min(begin + CLOSE, end)]
        )
    ]
    if len(clauses) < 2 or len(asking) > 1:
        return
    begin, end = (asking or clauses)[0]  # "the minute of the first goal, which I had at 31 to 45"
    stop = tokens[end - 1].end
    if end < len(tokens):
        yield Shorter(text[:stop], bare=not asking)
    if begin:
        yield Shorter(text[tokens[begin].start : stop])
        for part in _without_time(text[:stop], tokens[begin:end], syntax):
            yield Shorter(part.text[tokens[begin].start :], part.beside)


def _without_time(
    text: str, tokens: Sequence[Token], syntax: Mapping[str, frozenset[str]]
) -> Iterator[Shorter]:
    """Yield the text without a clause of time, which reaches to a comma, question word, figure or the end."""
    for at in range(len(tokens) - 1):
        first, second = tokens[at].text, tokens[at + 1]
        stood = second.kind == "score" and first in syntax["sequel"] | syntax["at_score"]
        joined = stood or (first in syntax["sequel"] and second.text in syntax["sequel_of"])
        if not joined and not (at > 1 and tokens[at].text in syntax["dating"]):
            continue
        end = at + 1 + joined
        end += joined and not stood and end < len(tokens) and tokens[end].kind == "score"
        while end < len(tokens) and end - at <= LONGEST:
            apart = _BREAK.search(text[tokens[end - 1].end : tokens[end].start])
            if apart or tokens[end].text in syntax["wh"] or tokens[end].kind != "word":
                break
            end += 1
        behind = text[tokens[end].start :] if end < len(tokens) else ""
        kept = f"{text[: tokens[at].start].rstrip(' ,')} {behind}".strip()
        if kept and (end - at > 2 or stood):
            yield Shorter(kept, text[tokens[at].start : tokens[end - 1].end])
