"""Which of several is meant by an ordinal: "Gasperini's first side" is not answered with the second one."""

from __future__ import annotations

import re

from ..models import Entry
from .lexicon import all_lexicons
from .query import Query
from .words import words_only

VERSIONS = frozenset({1, 2, 3})
"""Ordinals that tell sides, cycles and legs apart; higher ones are places in a table."""
LA_PRIMA = re.compile(r"\b(?:la|nella|della|dalla|alla|sulla|una) prima (?!di\b|del|dell|che\b|dei\b)\w")
"""Italian "prima" as "first", which by itself is mostly "before"."""


def of_another(query: Query, entry: Entry) -> bool:
    """Whether a question says one ordinal ("the first team") and a row only another ("the second")."""
    asked = _ordinals(query.text, query.language)
    if not asked or query.either or not entry.intent.startswith("fact."):
        return False
    told = set[int]().union(*(_ordinals(text, language) for language, text in entry.text.items()))
    if asked & told or not told & VERSIONS:
        return False
    return not any(asked & _ordinals(sample.text, sample.language) for sample in entry.samples)


def _ordinals(text: str, language: str) -> set[int]:
    """Return the ordinals among the words of a text, as figures: those of halves and places in a table left out."""
    lexicon = all_lexicons()[language]
    known, others = lexicon.syntax["ordinal"] | lexicon.syntax["ordinal_first"], lexicon.syntax["no_version"]
    words = words_only(text)
    found = {
        lexicon.numbers[word]
        for word, behind in zip(words, [*words[1:], ""], strict=True)
        if word in known and behind not in others and word in lexicon.numbers
    }
    return found | {1} if language == "it" and LA_PRIMA.search(text.lower()) else found
