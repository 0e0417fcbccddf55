"""Stored questions are read once for all the bases that tests build, where a base cannot change what is read.

A build reads tens of thousands of questions, most of them the same in every base. What a question says depends on
the words of the program, which stay, and on the names that its own words occur in: with the same names it is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from knowledge.base.samples import SampleReader, sample_features
from knowledge.understanding.names import Gazetteer
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.words import words_only


class Kept(NamedTuple):
    """A text as read, its features, and the words seen in it."""

    reading: Reading
    features: frozenset[str]
    words: tuple[str, ...]


_KEPT: dict[tuple[object, ...], Kept] = {}
"""Language, text and the names that may stand in it -> what was read."""


class KeepingReader:
    """Reads texts as they stand, but none a second time that may hold the same names."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._names = _names_by_word(reader._names)

    def read(self, text: str, *, mend: bool) -> Reading:
        assert not mend
        return self.kept(text).reading

    def kept(self, text: str) -> Kept:
        language = self._reader._lex.language
        said = _words_said(text, language, self._reader)
        key = (
            language,
            text,
            frozenset(name for word in said & self._names.keys() for name in self._names[word]),
        )
        if key not in _KEPT:
            reading = self._reader.read(text, mend=False)
            slim = reading._replace(tokens=(), words=frozenset(), wording="")  # no build looks at these
            _KEPT[key] = Kept(slim, sample_features(reading), tuple(words_only(text)))
        return _KEPT[key]


class KeepingSamples(SampleReader):
    """Reads the stored questions of a base with readers that keep what they read."""

    def __init__(self, readers: Mapping[str, Reader]) -> None:
        self._keeping = {language: KeepingReader(reader) for language, reader in readers.items()}
        super().__init__(self._keeping)  # type: ignore[arg-type]

    def _read_anew(self, text: str, language: str) -> tuple[Reading, frozenset[str]]:
        kept = self._keeping[language].kept(text)
        self.seen[language].update(kept.words)
        return kept.reading, kept.features


_SAID: dict[tuple[str, str], frozenset[str]] = {}


def _words_said(text: str, language: str, reader: Reader) -> frozenset[str]:
    """Return the words of a text and those that its shorthand stands for."""
    if (text, language) not in _SAID:
        words, shorthand = words_only(text), reader._lex.shorthand
        _SAID[text, language] = frozenset(words).union(*(shorthand.get(word, ()) for word in words))
    return _SAID[text, language]


def _names_by_word(gazetteer: Gazetteer) -> dict[str, list[Any]]:
    """Return of each word the aliases that it occurs in, each with the names that it may mean and their kinds."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for words, ids in _aliases(gazetteer):
        alias = words, frozenset((id_, gazetteer.kind(id_)) for id_ in ids)
        for word in set(words):
            found[word].append(alias)
    return found


def _aliases(gazetteer: Gazetteer) -> list[tuple[tuple[str, ...], frozenset[str]]]:
    phrases = gazetteer._forms
    alone = [((word,), ids) for word, ids in phrases.alone.items()]
    longer = [form for forms in phrases._longer.values() for form in forms]
    crowded = [form for seconds in phrases._crowded.values() for forms in seconds.values() for form in forms]
    return alone + longer + crowded
