"""Words that set matches side by side: "same", "more ... than", "in all", "how long between"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..data_files import read_data
from ..models import Language
from ..understanding.lexicon import INVERSE, Forms, Lexicon, Phrases, lexicon
from ..understanding.words import Token, words_only

APART = 4
"""Most words between "two" and what there are two of."""


class Sign(NamedTuple):
    """What a phrase says, often one thing, and the concepts and stems that it would give a question."""

    names: frozenset[str]
    features: frozenset[str]


class Signs(NamedTuple):
    """The signs of one question, and the features that they explain."""

    names: frozenset[str]
    explained: frozenset[str]


class SignWords:
    """Finds the signs in the words of one language."""

    def __init__(self, language: Language) -> None:
        words, raw = lexicon(language), read_data(language, "comparing")
        said: dict[tuple[str, ...], set[str]] = {}
        for name, phrases in raw["sign"].items():
            for phrase in phrases:
                said.setdefault(tuple(words_only(phrase)), set()).add(name)
        forms: Forms[Sign] = {}
        for form, names in said.items():
            forms.setdefault(form[0], []).append((form, Sign(frozenset(names), features_of(words, form))))
        self._phrases = Phrases(forms)
        self._two, self._those = words.syntax["two"], words.syntax["those"] | set(raw["before"]["words"])
        self.nouns = words.syntax["games"] | words.syntax["match_noun"]
        """Words for a match, or several."""
        self._plain = frozenset().union(
            *(features_of(words, words_only(form)) for form in raw["filler"]["words"])
        )

    def of(self, texts: Sequence[str]) -> Signs:
        """Return what the words of a question say, and the features that need no other explanation."""
        names: set[str] = set()
        explained: set[str] = set()
        at = 0
        while at < len(texts):
            found = self._phrases.longest(texts, at)
            if found:
                names |= found[1].names
                explained |= found[1].features
            at += found[0] if found else 1
        return Signs(frozenset(names), self._plain.union(explained))

    def counts_matches(self, tokens: Sequence[Token]) -> bool:
        """Whether two known matches are meant: "the two Atalanta v Inter games", not "he lost two games"."""
        texts = [token.text for token in tokens]
        for at, text in enumerate(texts):
            if at and text in self._two and texts[at - 1] in self._those:
                return not self.nouns.isdisjoint(texts[at + 1 : at + 2 + APART])
        return False


@cache
def sign_words(language: Language) -> SignWords:
    """Return the signs of a language, read once."""
    return SignWords(language)


def features_of(words: Lexicon, texts: Sequence[str]) -> frozenset[str]:
    """Return the concepts and stems of some words of a language."""
    found: set[str] = set()
    at = 0
    while at < len(texts):
        phrase = words.concepts.longest(texts, at)
        concept = phrase[1].removeprefix(INVERSE) if phrase else words.stem(texts[at])
        found.add(concept)
        at += phrase[0] if phrase else 1
    return frozenset(found)
