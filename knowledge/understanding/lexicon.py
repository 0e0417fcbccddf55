"""The words of one language: concepts, fillers, question words, shorthand, numbers. All of it is data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from sys import intern
from threading import Lock
from typing import Any, Generic, TypeVar

import snowballstemmer  # type: ignore[import-untyped]

from ..data_files import DATA, read_data
from ..models import LANGUAGES, Language
from .number_words import joined_words
from .words import ELIDED, fold, words_only

_STEMMERS = {"en": snowballstemmer.stemmer("english"), "it": snowballstemmer.stemmer("italian")}
for _stemmer in _STEMMERS.values():
    _stemmer.maxCacheSize = (
        0  # PyStemmer would keep 10,000 words of each language beside those of `_stem`: 4 MB
    )

INVERSE = "~"
"""Mark before a concept whose opposite was said: "did it count?" asks of a disallowed goal, the other way round."""
SYNONYM = "t_"
"""Mark before a set of everyday synonyms, so that "run" as a word is no run of games."""
CROWD = 16
"""Phrases with the same first word up to which they are looked through one by one."""
SHORTEST_STEM = 5
"""Letters from which a stem is trusted to belong to one word only."""

Meaning = TypeVar("Meaning")
Phrase = tuple[tuple[str, ...], Meaning]
"""Its words, and what it stands for."""
Forms = dict[str, list[Phrase[Meaning]]]
"""First word -> the phrases that begin with it, each with what it stands for."""


class Phrases(Generic[Meaning]):
    """Words and phrases with what they stand for; a word is in them where any of them begins with it.

    Longer ones are found by their first two words where many share the first: thousands of names may begin with
    "marco". A table for each of the others would take 2 MB.
    """

    __slots__ = ("_crowded", "_longer", "alone")

    def __init__(self, forms: Forms[Meaning]) -> None:
        """Of two meanings of the same words the first counts; `alone` are those of single words."""
        self.alone: dict[str, Meaning] = {}
        self._longer: dict[str, tuple[Phrase[Meaning], ...]] = {}
        self._crowded: dict[str, dict[str, list[Phrase[Meaning]]]] = {}
        for first, found in forms.items():
            longer = []
            for words, meaning in sorted(found, key=lambda form: -len(form[0])):
                if len(words) == 1:
                    self.alone.setdefault(first, meaning)
                else:
                    longer.append((words, meaning))
            if longer:
                self._longer[first] = () if len(longer) > CROWD else tuple(longer)
            for form in longer if len(longer) > CROWD else ():
                self._crowded.setdefault(first, {}).setdefault(form[0][1], []).append(form)

    def __contains__(self, word: object) -> bool:
        return word in self.alone or word in self._longer

    def longest(self, words: Sequence[str], at: int) -> tuple[int, Meaning] | None:
        """Return how many words from `at` on the longest phrase covers, and what it stands for."""
        word = words[at]
        if word in self._longer and at + 1 < len(words):
            second = words[at + 1]
            for form, meaning in self._longer[word] or self._crowded[word].get(second, ()):
                size = len(form)
                if form[1] == second and (size == 2 or tuple(words[at : at + size]) == form):
                    return size, meaning
        alone = self.alone.get(word)
        return None if alone is None else (1, alone)


def phrases_of(forms: Iterable[str]) -> Phrases[str]:
    """Return folded phrases that stand for themselves."""
    found: Forms[str] = {}
    for form in forms:
        words = tuple(form.split())
        found.setdefault(words[0], []).append((words, form))
    return Phrases(found)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the program knows of one language's words. Everything is folded."""

    language: Language
    concepts: Phrases[str]
    stems: dict[str, str]
    questions: Phrases[str]
    shorthand: dict[str, tuple[str, ...]]
    numbers: dict[str, int]
    fillers: frozenset[str]
    common: frozenset[str]
    months: dict[str, int]
    roles: dict[str, str]
    yes_no: frozenset[str]
    syntax: dict[str, frozenset[str]]
    opposites: dict[str, frozenset[str]]
    noun_kinds: dict[str, str]
    respelt: dict[str, list[str]]
    everyday: frozenset[str]
    known: frozenset[str] = field(default_factory=frozenset)

    def raw_stem(self, word: str) -> str:
        """Return the stem of `word` by the rules of the language alone."""
        return _stem(self.language, word)

    def stem(self, word: str) -> str:
        """Return the concept that a form of `word` belongs to, else its stem, marked with the language.

        Everyday words keep their own stem: Italian "gran" is no form of "grana", and "turno" is no English "turn".
        """
        stem = _stem(self.language, word)
        own = f"{self.language}:{stem}"
        return own if word in self.common or len(stem) < SHORTEST_STEM else self.stems.get(stem, own)


_STEMMING = Lock()
"""A stemmer keeps the word that it is at in itself, and quizzes and pictures are made in threads."""


@lru_cache(maxsize=2**11)
def _stem(language: str, word: str) -> str:
    with _STEMMING:
        return intern(str(_STEMMERS[language].stemWord(word)))


@cache
def lexicon(language: Language) -> Lexicon:
    """Read the vocabulary and the syntax words of `language` once."""
    raw = read_data(language, "vocabulary")
    syntax = read_data(language, "syntax")
    shorthand = {fold(form): tuple(words_only(meant)) for form, meant in raw["shorthand"].items()}
    concepts: Forms[str] = {}
    joined: dict[str, set[str]] = {}
    for concept, forms in raw["concept"].items():
        for form in forms:
            words = _spelt(form, shorthand)
            if not words:
                continue
            concepts.setdefault(words[0], []).append((words, concept))
            if len(words) == 1:
                joined.setdefault(_stem(language, words[0]), set()).add(concept)
    for concept, forms in syntax["inverse"].items():
        for form in forms:
            words = _spelt(form, shorthand)
            concepts.setdefault(words[0], []).insert(0, (words, f"{INVERSE}{concept}"))
    stems = {stem: next(iter(of)) for stem, of in joined.items() if len(of) == 1}
    football = frozenset(concepts)
    synonymous = _add_synonyms(language, concepts, raw, shorthand)
    stems |= {stem: concept for stem, concept in synonymous.items() if stem not in joined}
    for word in raw.get("exact", {}).get("words", ()):  # "guardiano" is a goalkeeper, "guardando" none
        stems.pop(_stem(language, fold(word)), None)
    months = {fold(name): number for name, number in syntax["month"].items()}
    numbers = {fold(name): int(number) for name, number in raw["number"].items()}
    if language == "it":
        numbers = joined_words(numbers) | numbers
    questions: Forms[str] = {}
    for form, kind in raw["question"].items():
        words = _spelt(form, shorthand)
        questions.setdefault(words[0], []).append((words, kind))
    fillers = frozenset(
        w for form in raw["filler"]["words"] for w in words_only(form) if len(words_only(form)) == 1
    )
    for form in raw["filler"]["words"]:
        words = _spelt(form, shorthand)
        if len(words) > 1:
            concepts.setdefault(words[0], []).append((words, "_filler"))
    common = frozenset(fold(word) for word in raw["common"]["words"])
    roles = {fold(word): role for role, words in syntax["role"].items() for word in words}
    sets = {key: frozenset(map(fold, words)) for key, words in syntax["words"].items()}
    nouns = {fold(word): kind for kind, words in syntax["noun"].items() for word in words}
    known = (
        {w for phrases in (concepts, questions) for ps in phrases.values() for ws, _ in ps for w in ws}
        | set(months)
        | set(numbers)
        | fillers
        | common
        | set(shorthand)
        | set(roles)
        | {w for words in sets.values() for w in words}
    )
    return Lexicon(
        language,
        Phrases(concepts),
        stems,
        Phrases(questions),
        shorthand,
        numbers,
        fillers,
        common,
        months,
        roles,
        sets["yes_no"],
        sets,
        _opposites(raw),
        nouns,
        syntax["respelt"],
        frozenset(concepts) - football,
        frozenset(known),
    )


def _spelt(form: str, shorthand: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words of a form as texts are read: in a phrase what shorthand stands for, "ce l'ha" as "c e l ha"."""
    words = tuple(words_only(form))
    if len(words) < 2:
        return words
    meant = ((word,) if ELIDED.match(word) else shorthand.get(word, (word,)) for word in words)
    return tuple(word for part in meant for word in part)


def _add_synonyms(
    language: Language, concepts: Forms[str], raw: dict[str, Any], shorthand: dict[str, tuple[str, ...]]
) -> dict[str, str]:
    """Add the everyday synonyms to `concepts`, football's own words first; return the stems that one set alone has."""
    taken = {words for forms in concepts.values() for words, _ in forms}
    taken |= {tuple(words_only(form)) for form in (*raw["question"], *raw["filler"]["words"])}
    found: dict[str, set[str]] = {}
    for name, forms in synonyms().items():
        for words in (_spelt(form, shorthand) for form in forms.get(language, ())):
            if not words or words in taken:
                continue
            taken.add(words)
            concepts.setdefault(words[0], []).append((words, f"{SYNONYM}{name}"))
            if len(words) == 1:
                found.setdefault(_stem(language, words[0]), set()).add(f"{SYNONYM}{name}")
    return {stem: next(iter(of)) for stem, of in found.items() if len(of) == 1}


@cache
def synonyms() -> dict[str, dict[str, list[str]]]:
    """Read the sets of everyday words that mean the same, with their forms in each language."""
    loaded: dict[str, dict[str, list[str]]] = tomllib.loads(
        (DATA / "thesaurus.toml").read_text(encoding="utf-8")
    )
    return loaded


def is_concept(feature: str) -> bool:
    """Whether a feature is a concept of the vocabulary, no plain word, figure or everyday synonym."""
    return ":" not in feature and not feature.startswith(("#", SYNONYM))


def stems_of(words: Lexicon, seen: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words of a language and of those `seen` in its stored questions."""
    return frozenset(words.raw_stem(word) for word in words.known.union(seen) if len(word) > 3)


def _opposites(raw: dict[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in raw.get("opposite", {}).get("pairs", []):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {concept: frozenset(others) for concept, others in found.items()}


def all_lexicons() -> dict[str, Lexicon]:
    """Return the lexicon of every language."""
    found: dict[str, Lexicon] = {language: lexicon(language) for language in LANGUAGES}
    synonyms.cache_clear()  # the lexicons hold what they need of it
    return found


@cache
def in_any_language(key: str) -> frozenset[str]:
    """Return the words that the syntax of any language lists under a key."""
    return frozenset().union(*(words.syntax[key] for words in all_lexicons().values()))
