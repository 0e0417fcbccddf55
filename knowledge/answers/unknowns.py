"""Names in a question that the base does not tell of: well-known strangers, and words with a capital."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ..base.catalogue import catalogue
from ..understanding.lexicon import all_lexicons
from ..understanding.names import Strangers
from ..understanding.reading import Reading
from ..understanding.words import Token, begins_sentence

SHORTEST = 4
"""Letters from which a word in small letters may be somebody's name."""


class Unknown(NamedTuple):
    """A name that no article tells of, its kind or "" where nothing tells it, and its place in the text."""

    name: str
    kind: str
    start: int
    end: int


class Unknowns:
    """Finds the names that nobody told of."""

    def __init__(self, strangers: Strangers) -> None:
        self._strangers = strangers
        self._lexicons = all_lexicons()

    def find(self, reading: Reading, unexplained: Collection[str] = ()) -> list[Unknown]:
        """Return the names that the base does not tell of, in the sentence that asks.

        A stranger's name that is also a word of the language needs a capital, but where it is among the words that
        the best row leaves `unexplained`: "l'ha segnato bastoni?".
        """
        named = {i for hit in reading.names for i in range(hit.first, hit.last)}
        lexicon = self._lexicons[reading.language]
        strange = {t.text for t in reading.tokens if unexplained and lexicon.stem(t.text) in unexplained}
        words = lexicon.known - strange if strange else lexicon.known
        tokens, kinds = reading.tokens, catalogue().strangers
        found = {}
        for first, last in self._strangers.find(tokens, words):
            if reading.begin <= first < reading.end and not named & set(range(first, last)):
                kind = kinds.get(" ".join(token.text for token in tokens[first:last]), "")
                start, end = tokens[first].start, tokens[last - 1].end
                found[start] = Unknown(reading.text[start:end], kind, start, end)
        for at in range(reading.begin, min(reading.end, len(tokens))):
            token = tokens[at]
            if token.text in reading.unknown and (
                _is_written_as_name(reading, token) or self._does(reading, at)
            ):
                unknown = Unknown(reading.text[token.start : token.end], "", token.start, token.end)
                found.setdefault(token.start, unknown)
        return list(found.values())

    def _does(self, reading: Reading, at: int) -> bool:
        """Whether a word stands where who does what is asked is named: "has smith scored?", "ha segnato rossi?"."""
        lexicon, texts = self._lexicons[reading.language], [token.text for token in reading.tokens]
        syntax, before, behind = lexicon.syntax, texts[:at], texts[at + 1 : at + 2]
        if len(texts[at]) < SHORTEST or not before or texts[at].endswith(tuple(syntax["no_name_endings"])):
            return False
        if before[-1] in syntax["helping"]:
            return bool(behind) and behind[0] in lexicon.known
        done = before[-1] in syntax["done"] or before[-1].endswith(tuple(syntax["told_endings"]))
        return reading.language == "it" and done and len(before) > 1 and before[-2] in syntax["active"]


def _is_written_as_name(reading: Reading, token: Token) -> bool:
    """Whether a word has a capital that no sentence begins with."""
    return token.capital and not begins_sentence(reading.text, token.start)
