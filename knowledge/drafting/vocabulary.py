"""The words and patterns of a language, and those of every language, from TOML files beside the program."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Rule = re.Pattern[str]

_SLOTS = {
    "{P}": r"<p\d+>",
    "{T}": r"<[tr]\d+>",
    "{R}": r"(<r\d+>)",
    "{S}": r"<s\d+>",
    "{M}": r"<m\d+>",
    "{V}": r"<v\d+>",
    "{C}": r"<c\d+>",
    "{O}": r"<o\d+>",
}


def load(name: str) -> dict[str, Any]:
    """Return a TOML file of `knowledge/data/drafting` as a dictionary."""
    place = resources.files("knowledge").joinpath("data", "drafting", name)
    return tomllib.loads(place.read_text("utf-8"))


def compile_rule(pattern: str) -> Rule:
    """Compile a pattern over a masked sentence: {P} person, {T} team, {S} score, {M} minute, {V} venue."""
    for slot, regex in _SLOTS.items():
        pattern = pattern.replace(slot, regex)
    return re.compile(pattern)


def _any(patterns: list[str]) -> Rule:
    return compile_rule("|".join(f"(?:{p})" for p in patterns) or r"(?!)")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The rules of one language. `rules` are single patterns by name; `words` are sets; `raw` is the file."""

    language: str
    rules: dict[str, Rule]
    words: dict[str, frozenset[str]]
    raw: dict[str, Any]

    def has(self, rule: str, text: str) -> bool:
        """Whether a rule is found in a text."""
        return self.rules[rule].search(text) is not None

    def words_list(self, name: str) -> list[str]:
        """Return a list of words in the order of the file."""
        return list(self.raw["words"][name])


def _bare(word: str) -> str:
    """Return a word without accents, as names are compared."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the rules of "en" or "it"."""
    raw = load(f"{language}.toml")
    rules = {name: _any(patterns) for name, patterns in raw["rules"].items()}
    words = {
        name: frozenset(
            form for w in (words.split() if isinstance(words, str) else words) for form in (w, _bare(w))
        )
        for name, words in raw["words"].items()
    }
    return Vocabulary(language, rules, words, raw)


@cache
def shared_words() -> dict[str, frozenset[str]]:
    """Return the words of names in every language, as written."""
    return {name: frozenset(words) for name, words in load("words.toml").items()}


@cache
def pattern(name: str) -> Rule:
    """Return a pattern of `patterns.toml` that serves both languages."""
    return compile_rule(load("patterns.toml")["patterns"][name])


@cache
def around(language: str, name: str) -> Rule:
    """Return a pattern for what stands round an unknown name in a language."""
    return compile_rule(load("patterns.toml")["around"][language][name])
