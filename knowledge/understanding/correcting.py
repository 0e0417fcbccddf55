"""A follow-up without what only leads up to it: "no sorry, I meant the other one", "nice! did they win?"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..models import Match
from .lexicon import Lexicon, Phrases, is_concept, phrases_of
from .names import Gazetteer
from .occasions import SCOPING
from .reading import Reader, Reading

REMARK = 3
"""Most words of an exclamation before a question: "fair play."."""
REACH = 3
"""Most words from "not" to the year or score that is not meant: "not the 2025 one"."""
AROUND = 5
"""Most words between "with" and "on the bench", the coach's name among them."""

Span = tuple[int, int]
"""Places of the first token and past the last."""


class Correcting:
    """Leaves out what a question says around what it asks, and reads the rest anew."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        readers: Mapping[str, Reader],
        lexicons: Mapping[str, Lexicon],
        matches: Mapping[str, Match],
        light: frozenset[str],
    ) -> None:
        self._light = light
        self._gazetteer, self._readers, self._lexicons = gazetteer, readers, lexicons
        self._reported = [match for match in matches.values() if match.date]
        self._begins = {own: phrases_of(lex.syntax["correcting"]) for own, lex in lexicons.items()}
        self._charge = {own: phrases_of(lex.syntax["in_charge"]) for own, lex in lexicons.items()}

    def rest(self, reading: Reading) -> Reading:
        """Return a follow-up without a correction's first and last words, what it denies, and exclamations."""
        gone = [*self._exclaimed(reading), *self._corrected(reading), *self._denied(reading)]
        kept = self._without(reading, gone) if gone else reading
        return self._alike(self._asking(kept))

    def of_coach(self, reading: Reading) -> Reading | None:
        """Return a question on the match that somebody coached as one on its year: "with Gasp on the bench".

        None where nothing tells a coach so, or where more than one reported match was his.
        """
        texts = [token.text for token in reading.tokens]
        if not reading.scope.empty:
            return None
        for begin, end in self._charged(reading, texts):
            coaches = {i for hit in reading.names if begin <= hit.first < end for i in hit.ids}
            rest = self._without(reading, [(begin, end)])
            clubs = self._gazetteer.clubs(rest.ids)
            meant = [m for m in self._reported if coaches & m.coaches and clubs <= {m.home, m.away}]
            if len(meant) != 1 or not rest.scope.empty:
                continue
            syntax = self._lexicons[reading.language].syntax
            pointing = syntax["other"] | syntax["one"] | syntax["pronoun"] | syntax["match_noun"]
            points = not rest.names and all(
                t.text in pointing or t.text in self._lexicons[reading.language].fillers for t in rest.tokens
            )
            scope = replace(rest.scope, years=tuple(meant[0].years))
            return rest._replace(scope=scope, features=() if points else rest.features)
        return None

    def _charged(self, reading: Reading, texts: Sequence[str]) -> Iterator[Span]:
        """Yield where "with Gasp on the bench" begins and ends, or "quando in panca c'era Palladino"."""
        lex = self._lexicons[reading.language]
        charge, around = self._charge[reading.language], lex.syntax["around_coach"]
        for begin, text in enumerate(texts):
            if text not in lex.syntax["with_coach"]:
                continue
            at, named, told = begin + 1, False, False
            while at < len(texts) and at - begin <= AROUND and not (named and told):
                hit = next((h for h in reading.names if h.first == at and h.last > at), None)
                found = charge.longest(texts, at) if texts[at] in charge else None
                if hit and not named and self._gazetteer.people(hit.ids):
                    at, named = hit.last, True
                elif found and not told:
                    at, told = at + found[0], True
                elif texts[at] in around:
                    at += 1
                else:
                    break
            if named and told:
                yield begin, at

    def _corrected(self, reading: Reading) -> Iterator[Span]:
        """Yield the words of a correction: "no sorry I meant" before it, "I mean" behind it."""
        texts, known = [token.text for token in reading.tokens], self._begins[reading.language]
        end = steps = 0
        while end < len(texts) and texts[end] in known and (found := known.longest(texts, end)):
            end, steps = end + found[0], steps + 1
        plain = steps == 1 and texts[0] in self._lexicons[reading.language].syntax["or_not"]
        if plain and not (end < len(texts) and "," in _between(reading, end)):
            end = 0
        if 0 < end < len(texts):
            yield 0, end
        last = next((at for at in range(max(end, 1), len(texts)) if _reaches_end(known, texts, at)), 0)
        if last and texts[last] not in self._lexicons[reading.language].syntax["or_not"]:
            yield last, len(texts)

    def _denied(self, reading: Reading) -> Iterator[Span]:
        """Yield "not the 2025 one", where something else is said beside it."""
        syntax = self._lexicons[reading.language].syntax
        texts = [token.text for token in reading.tokens]
        for at, text in enumerate(texts):
            if text not in syntax["not"]:
                continue
            near = range(at + 1, min(at + 1 + REACH, len(texts)))
            figure = next((i for i in near if reading.tokens[i].kind in SCOPING), None)
            if figure is None or any(at < hit.first < figure for hit in reading.names):
                continue
            end = figure + 1 + (texts[figure + 1 : figure + 2] != [] and texts[figure + 1] in syntax["one"])
            if (end < len(texts) and "," in _between(reading, end)) or (at and "," in _between(reading, at)):
                yield at, end

    def _exclaimed(self, reading: Reading) -> Iterator[Span]:
        """Yield a short first sentence that neither asks nor names anything: "nice!", "fair play."."""
        syntax = self._lexicons[reading.language].syntax
        for end in range(1, min(REMARK, len(reading.tokens) - 1) + 1):
            if {".", "!"}.isdisjoint(_between(reading, end)):
                continue
            texts = {token.text for token in reading.tokens[:end]}
            asks = texts & (syntax["wh"] | syntax["yes_no"] | syntax["pronoun"] | syntax["other"])
            named = any(hit.first < end for hit in reading.names)
            figures = any(token.kind != "word" for token in reading.tokens[:end])
            said = self._readers[reading.language].read(reading.text[: reading.tokens[end - 1].end]).features
            tells = any(is_concept(feature) and not feature.startswith("t_") for feature in said)
            if not (asks or named or figures or tells):
                yield 0, end
            return

    def _asking(self, reading: Reading) -> Reading:
        """Return "how come" of "how come, they were so good": the remark behind a bare question word asks nothing."""
        syntax = self._lexicons[reading.language].syntax
        at = next((i for i in range(1, len(reading.tokens)) if "," in _between(reading, i)), 0)
        behind = [token.text for token in reading.tokens[at:]]
        if not at or behind[0] not in syntax["pronoun"] or not syntax["wh"].isdisjoint(behind):
            return reading
        head = self._readers[reading.language].read(reading.text[: reading.tokens[at].start].rstrip(" ,"))
        return head if head.kinds and not head.features and not head.names else reading

    def _alike(self, reading: Reading) -> Reading:
        """Return "after the one in 2025?" of "same again after the one in 2025?", where no match is called the same."""
        syntax = self._lexicons[reading.language].syntax
        texts = [token.text for token in reading.tokens]
        gone = [
            (at, at + 1)
            for at, text in enumerate(texts)
            if text in syntax["repeating"]
            and texts[at + 1 : at + 2]
            and texts[at + 1] not in syntax["match_noun"]
        ]
        if not gone or reading.kinds or (reading.scope.empty and not reading.names):
            return reading
        rest = self._without(reading, gone)
        return rest if self._light.issuperset(rest.features) and len(rest.scope.years) < 2 else reading

    def _without(self, reading: Reading, gone: Sequence[Span]) -> Reading:
        """Return the reading of a text without some of its tokens."""
        left_out = {at for begin, end in gone for at in range(begin, end)}
        text, place = "", 0
        for at, token in enumerate(reading.tokens):
            if at in left_out:
                text, place = text + reading.text[place : token.start], token.end
        return self._readers[reading.language].read((text + reading.text[place:]).strip(" ,.!…"))


def _between(reading: Reading, at: int) -> str:
    """Return what stands between the token before a place and that there."""
    return reading.text[reading.tokens[at - 1].end : reading.tokens[at].start]


def _reaches_end(known: Phrases[str], texts: Sequence[str], at: int) -> bool:
    """Whether a known phrase at a place ends the text."""
    found = known.longest(texts, at) if texts[at] in known else None
    return found is not None and at + found[0] == len(texts)
