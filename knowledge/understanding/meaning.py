"""What the words of a question mean: concepts, stems and figures, and the kind of value it asks for."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from .across import Phrase, across_name
from .figures import figure_feature
from .lexicon import INVERSE, SYNONYM, Lexicon
from .words import Token

_ENDS = re.compile(r"[.!?…;\n]")
NOUN_KINDS = frozenset({"person", "club", "place", "competition"})
"""Kinds of value that a noun at the head of a text asks for without a question word."""
HALVES = frozenset({"first_half", "second_half"})
"""Concepts that narrow what is asked from a sentence beside it, too: "ok just the first half. Any goals?"."""
RANK = "finish_position"
"""Concept of a place in the table, whose phrases may begin with its figure."""
REACH = 4
"""Words between "in" and a result that says which match is meant: "in the december 1-0 loss"."""


@dataclass(slots=True)
class Meaning:
    """Collected from left to right: features, kinds asked for in their order, words that nothing knows.

    `scoping` are results that only tell the match, with their places, `results` the other ones; `asides` are features
    of the sentences around the one that asks, which reaches from the token `begin` to before `end`.
    """

    features: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    scoping: list[tuple[str, int]] = field(default_factory=list)
    results: list[tuple[str, int]] = field(default_factory=list)
    asides: frozenset[str] = frozenset()
    begin: int = 0
    end: int = 0


class Words:
    """Turns the words of one language into their meaning."""

    def __init__(self, lexicon: Lexicon, known: Container[str]) -> None:
        self._lex = lexicon
        self._known = known
        self._around = lexicon.syntax["several"] | lexicon.fillers
        self._empty = (
            lexicon.fillers
            | frozenset(lexicon.months)
            | frozenset(lexicon.roles)
            | lexicon.syntax["which_of"]
        )

    def read(self, tokens: Sequence[Token], covered: set[int], text: str = "") -> Meaning:
        """Return the meaning of `tokens`; those at the places `covered` are names and say nothing here.

        What stands in sentences around the one that asks is kept as an aside.
        """
        begin, end = self._asking(tokens, text)
        if end - begin < len(tokens):
            asked = self._read(tokens[begin:end], {i - begin for i in covered if begin <= i < end})
            if any(f[0] != "#" for f in asked.features):
                before = self._read(tokens[:begin], {i for i in covered if i < begin})
                after = self._read(tokens[end:], {i - end for i in covered if i >= end})
                asked.begin, asked.end = begin, end
                asked.scoping = [(concept, at + begin) for concept, at in asked.scoping]
                asked.results = [(concept, at + begin) for concept, at in asked.results]
                told = frozenset([*before.features, *after.features])
                narrowing = HALVES if len(told - HALVES) <= 1 else frozenset[str]()
                asked.asides = told - narrowing - set(asked.features)
                asked.features = list(dict.fromkeys([*before.features, *asked.features, *after.features]))
                asked.unknown = [*before.unknown, *asked.unknown, *after.unknown]
                return asked
        meaning = self._read(tokens, covered)
        meaning.end = len(tokens)
        return meaning

    def _asking(self, tokens: Sequence[Token], text: str) -> tuple[int, int]:
        """Return the places of the first token of the sentence that asks and of the first behind it.

        All tokens ask where none is a mere statement.
        """
        whole = 0, len(tokens)
        if not tokens or not _ENDS.search(text, tokens[0].end, tokens[-1].start):
            return whole
        begins = [0, *(at for at in range(1, len(tokens)) if _ENDS.search(_behind(text, tokens, at)))]
        ends = [*begins[1:], len(tokens)]
        asking = [
            (begin, end)
            for begin, end in zip(begins, ends, strict=True)
            if self._asks(tokens[begin:end], _behind(text, tokens, end))
        ]
        begin, end = asking[0] if len(asking) == 1 else whole
        said = self._lex.syntax["wh"].isdisjoint([token.text for token in tokens[begin:end]])
        return (0, end) if said else (begin, end)

    def _asks(self, sentence: Sequence[Token], behind: str) -> bool:
        """Whether a sentence asks: by a question word, a question mark behind it, or a request at its beginning."""
        texts = [token.text for token in sentence]
        syntax = self._lex.syntax
        return "?" in behind or not syntax["wh"].isdisjoint(texts) or not syntax["tell"].isdisjoint(texts[:2])

    def _read(self, tokens: Sequence[Token], covered: set[int]) -> Meaning:
        texts = [token.text for token in tokens]
        for at in covered:
            texts[at] = ""
        outcome, ends = self._lex.syntax["outcome"], self._lex.syntax["year_part"]
        meaning = Meaning()
        at = 0
        while at < len(tokens):
            phrase = self._longest(texts, at)
            result = at + self._auxiliary(texts, at, phrase)
            if texts[result] in outcome and self._dates(tokens, texts, result):
                meaning.scoping.append((self._concept_of(texts[result]), result))
                at = result + 1
                continue
            if texts[at] in outcome:
                meaning.results.append((self._concept_of(texts[at]), at))
            if not texts[at] or (texts[at] in ends and self._part_of_year(tokens, at)):
                at += 1
            elif phrase and self._ends_in_year(tokens, texts, at, phrase[0]):
                at += phrase[0]
            elif tokens[at].kind != "word":
                at += self._figure(tokens[at], phrase, meaning)
            else:
                at += self._word(tokens[at], phrase, texts, at, meaning)
        if not meaning.features:
            meaning.features = [concept for concept, _ in meaning.scoping]
            meaning.scoping = []
        meaning.features = list(dict.fromkeys(meaning.features))
        meaning.kinds = self._main_kinds(meaning.kinds, [token.text for token in tokens], 0 in covered)
        return meaning

    def _longest(self, texts: Sequence[str], at: int) -> Phrase:
        """Return the longest phrase at `at`, even one with a name in its middle: "set Lautaro up"."""
        phrase = self._lex.concepts.longest(texts, at)
        across = across_name(self._lex, texts, at)
        return across if across and (not phrase or across[0] > phrase[0]) else phrase

    def _auxiliary(self, texts: Sequence[str], at: int, phrase: Phrase) -> int:
        """Return 1 where a word at `at` only helps the result behind it: "ha battuto", else 0."""
        helps = phrase is not None and phrase[0] == 2 and texts[at] in self._lex.syntax["finite"]
        return 1 if helps and texts[at + 1] in self._lex.syntax["outcome"] else 0

    def _dates(self, tokens: Sequence[Token], texts: Sequence[str], at: int) -> bool:
        """Whether the result at `at` only says which match is meant: "for the 1-0 loss", "nella sconfitta"."""
        if any(tokens[i].kind == "score" for i in (at - 1, at + 1, at + 2) if 0 <= i < len(tokens)):
            return True
        for back in range(at - 1, max(at - 1 - REACH, -1), -1):
            if texts[back] in self._lex.syntax["during"]:
                return True
            if texts[back] in self._lex.syntax["clause"]:
                return any(text in self._lex.syntax["wh"] for text in texts[:back])
            if texts[back] in self._lex.concepts and texts[back] not in self._empty:
                return False
        return False

    def _part_of_year(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether "end" or the like at `at` only says when in a year: "at the end of 2025"."""
        return any(token.kind == "year" for token in tokens[at + 1 : at + 3])

    def _ends_in_year(self, tokens: Sequence[Token], texts: Sequence[str], at: int, size: int) -> bool:
        """Whether a phrase of `size` words at `at` only says when in a year: "right at the end of 2025"."""
        last = at + size - 1
        return size > 1 and texts[last] in self._lex.syntax["year_part"] and self._part_of_year(tokens, last)

    def _concept_of(self, text: str) -> str:
        found = self._lex.concepts.longest([text], 0)
        return found[1].removeprefix(INVERSE) if found else self._lex.stem(text)

    def _figure(self, token: Token, phrase: Phrase, meaning: Meaning) -> int:
        """Take in a figure, or the phrase that it begins ("2nd half"); return how many tokens that took."""
        if phrase and phrase[0] > 1:
            self._add(phrase[1], meaning)
            if phrase[1] == RANK and token.kind == "number":  # "terzo posto"
                meaning.features.append(figure_feature(token))
            return phrase[0]
        feature = "" if token.text in self._lex.syntax["one"] else figure_feature(token)
        if feature:
            meaning.features.append(feature)
        return 1

    def _word(self, token: Token, concept: Phrase, texts: Sequence[str], at: int, meaning: Meaning) -> int:
        """Take in a question word, a concept or a plain word; return how many tokens that took."""
        lex = self._lex
        word = texts[at]
        question = lex.questions.longest(texts, at)
        if question and (not concept or question[0] >= concept[0]):
            if not self._in_clause(question[1], texts, at, meaning):
                meaning.kinds.append(question[1])
            if concept and concept[0] == question[0] and concept[1][0] != INVERSE:
                self._add(concept[1], meaning)
            elif question[0] > 1:
                self._inside(texts[at : at + question[0]], meaning)
            return question[0]
        if concept:
            if question and question[1] != "yes_no":
                meaning.kinds.append(question[1])
            self._add(concept[1], meaning)
            if concept[1] in lex.syntax["figured"]:
                meaning.features += self._figures_in(texts[at : at + concept[0]])
            return concept[0]
        if word not in self._empty and len(word) > 1 and not token.joined:
            meaning.features.append(lex.stem(word))
            if word not in self._known:
                meaning.unknown.append(word)
        return 1

    def _in_clause(self, kind: str, texts: Sequence[str], at: int, meaning: Meaning) -> bool:
        """Whether a question word at `at` asks nothing behind another: "what did he do when ...", "who did ...".

        Nor does "when" behind what has no time of its own: "scoreline when they went there?".
        """
        syntax = self._lex.syntax
        later = not syntax["wh"].isdisjoint(texts[:at])
        dating = texts[at] in syntax["dating"] and texts[at - 1] not in syntax["and"]
        undated = at + 2 < len(texts) and not syntax["undated"].isdisjoint(meaning.features[:1])
        return (later and (kind == "yes_no" or dating)) or (dating and undated)

    def _figures_in(self, texts: Sequence[str]) -> list[str]:
        """Return the figures inside a phrase: "six past" says six, too."""
        numbers = self._lex.numbers
        return [f"#{numbers.get(text, text)}" for text in texts if text in numbers or text.isdigit()]

    def _inside(self, texts: Sequence[str], meaning: Meaning) -> None:
        """Keep the concepts inside a question phrase: "what minute" also says minute."""
        for at in range(len(texts)):
            concept = self._lex.concepts.longest(texts, at)
            if concept and not concept[1].startswith(SYNONYM):
                self._add(concept[1], meaning)

    def _add(self, concept: str, meaning: Meaning) -> None:
        """Add a concept; a filler phrase adds nothing, the opposite of a concept also turns a yes into a no."""
        if concept.startswith("_"):
            return
        meaning.features.append(concept.removeprefix(INVERSE))
        if concept.startswith(INVERSE):
            meaning.features.append(INVERSE)

    def _clause_first(self, texts: Sequence[str]) -> bool:
        """Whether the text begins with a clause of time or place before the main one: "when they met, who won?"."""
        syntax = self._lex.syntax
        if texts[0] not in syntax["clause"] or set(texts[1:2]) & (syntax["yes_no"] | syntax["and"]):
            return False
        later = next((at for at in range(1, len(texts)) if texts[at] in syntax["wh"]), 0)
        return later > 1 and texts[later - 1] not in syntax["and"]

    def _main_kinds(self, kinds: list[str], texts: Sequence[str], named: bool) -> list[str]:
        """Put the main clause's kind first: "do you know who" asks who; "which ... defender" asks for a person.

        `named` tells that the text begins with a name, so that its verb tells and does not ask: "Inter had two
        coaches: who?".
        """
        syntax = self._lex.syntax
        if kinds[:1] == ["yes_no"]:
            polite = named or texts[1:2] == ["you"] or syntax["yes_no"].isdisjoint(texts[:2])
            if len(kinds) == 1 or not polite:
                return kinds
            kinds = [kind for kind in kinds if kind != "yes_no"]
        if len(kinds) > 1 and self._clause_first(texts):
            kinds = kinds[1:]
        which_of = () if syntax["which_of"].isdisjoint(texts) else syntax["which_of"]
        asked = next((at for at, text in enumerate(texts) if text in which_of), len(texts))
        for word in texts[asked + 1 : asked + 5]:
            if word in syntax["yes_no"] or word in syntax["pronoun"]:
                break
            if word in self._lex.noun_kinds:
                return [self._lex.noun_kinds[word], *kinds]
        if not kinds:  # "all the teams that ...", "scorers pls"
            bare = next((text for text in texts if text not in self._around), "")
            several = next((text for text in texts[:3] if text in self._lex.noun_kinds), "")
            noun = several if several in syntax["several"] else bare
            if not syntax["finite"].isdisjoint(texts) and syntax["wh"].isdisjoint(texts):
                return kinds  # "lo stadio l'hanno rifatto?" asks yes or no
            return [kind for kind in [self._lex.noun_kinds.get(noun, "")] if kind in NOUN_KINDS]
        return kinds


def _behind(text: str, tokens: Sequence[Token], at: int) -> str:
    """Return what stands between the token before the place `at` and the one there."""
    return text[tokens[at - 1].end : tokens[at].start if at < len(tokens) else len(text)]
