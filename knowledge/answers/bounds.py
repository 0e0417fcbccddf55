"""Yes or no to "more than ten?", "at least 60?", "meno di 200.000?" from the one figure that a fact tells."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import ge, gt, lt

from ..models import Entry, Language
from ..understanding.lexicon import Phrases, all_lexicons, phrases_of
from ..understanding.reading import Reading

BOUNDS: dict[str, Callable[[int, int], bool]] = {"above": gt, "below": lt, "at_least": ge}
"""Lists of words of the syntax that stand before a figure, and how what is told compares with it."""
YEARS = range(1900, 2100)
"""Figures that are taken for years, of which none is more than another."""


def bounded(reading: Reading, entry: Entry) -> str:
    """Return "yes" or "no" to a question that sets one bound to the figure of a fact, "" to any other."""
    told = next(iter(entry.values)) if entry.intent.startswith("fact.") and len(entry.values) == 1 else ""
    dated = bool(reading.scope.years) and entry.match is None
    if not told.isdecimal() or int(told) in YEARS or reading.kinds or dated:
        return ""
    numbers = [at for at, token in enumerate(reading.tokens) if token.kind == "number"]
    if len(numbers) != 1:
        return ""
    at = numbers[0]
    asked, texts = reading.tokens[at].value, [token.text for token in reading.tokens]
    if not isinstance(asked, int):
        return ""
    if texts[at + 1 : at + 2] and texts[at + 1] in all_lexicons()[reading.language].syntax["thousand"]:
        asked *= 1000
    for name, holds in BOUNDS.items():
        words = _words(name, reading.language)
        found = (words.longest(texts, start) for start in range(max(0, at - 3), at) if texts[start] in words)
        if any(phrase and start_ends(phrase[1], texts[:at]) for phrase in found):
            return "yes" if holds(int(told), asked) else "no"
    return ""


def start_ends(phrase: str, before: list[str]) -> bool:
    """Whether the words before a figure end with a phrase."""
    words = phrase.split()
    return before[-len(words) :] == words


@cache
def _words(name: str, language: Language) -> Phrases[str]:
    return phrases_of(all_lexicons()[language].syntax[name])
