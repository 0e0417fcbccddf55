"""Names in a question that the base does not tell of: well-known strangers, and words with a capital."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ..base.catalogue import catalogue
from ..understanding.lexicon import all_lexicons
from ..understanding.names import Strangers
from ..understanding.reading import Reading
from ..understanding.words import begins_sentence


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
        for token in tokens[reading.begin : reading.end]:
            if (
                token.text in reading.unknown
                and token.capital
                and not begins_sentence(reading.text, token.start)
            ):
                unknown = Unknown(reading.text[token.start : token.end], "", token.start, token.end)
                found.setdefault(token.start, unknown)
        return list(found.values())
