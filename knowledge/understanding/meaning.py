"""What the words of a question mean: concepts, stems and figures, and the kind of value it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .figures import figure_feature
from .lexicon import INVERSE, Lexicon, longest
from .words import Token

REACH = 4
"""Words between "in" and a result that says which match is meant: "in the december 1-0 loss"."""


@dataclass(slots=True)
class Meaning:
    """Collected from left to right: features, kinds asked for in their order, words that nothing knows.

    `scoping` are results that only tell which match is meant.
    """

    features: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    scoping: list[str] = field(default_factory=list)


class Words:
    """Turns the words of one language into their meaning."""

    def __init__(self, lexicon: Lexicon, known: frozenset[str]) -> None:
        self._lex = lexicon
        self._known = known
        self._empty = (
            lexicon.fillers
            | frozenset(lexicon.months)
            | frozenset(lexicon.roles)
            | lexicon.syntax["which_of"]
        )

    def read(self, tokens: Sequence[Token], covered: set[int]) -> Meaning:
        """Return the meaning of `tokens`; those at the places `covered` are names and say nothing here."""
        texts = ["" if i in covered else token.text for i, token in enumerate(tokens)]
        meaning = Meaning()
        at = 0
        while at < len(tokens):
            if texts[at] in self._lex.syntax["outcome"] and self._dates(texts, at):
                meaning.scoping.append(self._concept_of(texts[at]))
                at += 1
            elif not texts[at]:
                at += 1
            elif tokens[at].kind != "word":
                at += self._figure(tokens[at], texts, at, meaning)
            else:
                at += self._word(tokens[at], texts, at, meaning)
        if not meaning.features:
            meaning.features = meaning.scoping
        meaning.features = list(dict.fromkeys(meaning.features))
        meaning.kinds = self._main_kinds(meaning.kinds, [token.text for token in tokens])
        return meaning

    def _dates(self, texts: Sequence[str], at: int) -> bool:
        """Whether the result at `at` only says which match is meant: "in the 1-0 loss", "nella sconfitta"."""
        for back in range(at - 1, max(at - 1 - REACH, -1), -1):
            if texts[back] in self._lex.syntax["during"]:
                return True
            if texts[back] in self._lex.concepts and texts[back] not in self._empty:
                return False
        return False

    def _concept_of(self, text: str) -> str:
        found = longest(self._lex.concepts, [text], 0)
        return found[1].removeprefix(INVERSE) if found else self._lex.stem(text)

    def _figure(self, token: Token, texts: Sequence[str], at: int, meaning: Meaning) -> int:
        """Take in a figure, or the phrase that it begins ("2nd half"); return how many tokens that took."""
        phrase = longest(self._lex.concepts, texts, at)
        if phrase and phrase[0] > 1:
            self._add(phrase[1], meaning)
            return phrase[0]
        feature = "" if token.text in self._lex.syntax["one"] else figure_feature(token)
        if feature:
            meaning.features.append(feature)
        return 1

    def _word(self, token: Token, texts: Sequence[str], at: int, meaning: Meaning) -> int:
        """Take in a question word, a concept or a plain word; return how many tokens that took."""
        lex = self._lex
        question, concept = longest(lex.questions, texts, at), longest(lex.concepts, texts, at)
        if question and (not concept or question[0] >= concept[0]):
            if question[1] != "yes_no" or not any(text in lex.syntax["wh"] for text in texts[:at]):
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
            return concept[0]
        text = texts[at]
        if text not in self._empty and len(text) > 1 and not token.joined:
            meaning.features.append(lex.stem(text))
            if text not in self._known:
                meaning.unknown.append(text)
        return 1

    def _inside(self, texts: Sequence[str], meaning: Meaning) -> None:
        """Keep the concepts inside a question phrase: "what minute" also says minute."""
        for at in range(len(texts)):
            concept = longest(self._lex.concepts, texts, at)
            if concept:
                self._add(concept[1], meaning)

    def _add(self, concept: str, meaning: Meaning) -> None:
        """Add a concept; a filler phrase adds nothing, the opposite of a concept also turns a yes into a no."""
        if concept.startswith("_"):
            return
        meaning.features.append(concept.removeprefix(INVERSE))
        if concept.startswith(INVERSE):
            meaning.features.append(INVERSE)

    def _main_kinds(self, kinds: list[str], texts: Sequence[str]) -> list[str]:
        """Put the main clause's kind first: "do you know who" asks who; "which ... defender" asks for a person."""
        syntax = self._lex.syntax
        polite = texts[1:2] == ["you"] or not set(texts[:2]) & syntax["yes_no"]
        if kinds[:1] == ["yes_no"] and len(kinds) > 1 and polite:
            kinds = [kind for kind in kinds if kind != "yes_no"]
        if kinds[:1] == ["yes_no"]:
            return kinds
        asked = next((at for at, text in enumerate(texts) if text in syntax["which_of"]), None)
        for word in texts[asked + 1 : asked + 5] if asked is not None else ():
            if word in syntax["yes_no"] or word in syntax["pronoun"]:
                break
            if word in self._lex.noun_kinds:
                return [self._lex.noun_kinds[word], *kinds]
        if not kinds:  # "all the teams that ...", "scorers pls"
            found = [self._lex.noun_kinds[word] for word in texts[:3] if word in self._lex.noun_kinds]
            return [kind for kind in found if kind in ("person", "club", "place", "competition")][:1]
        return kinds
