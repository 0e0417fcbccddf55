"""Which language a text is in, by its own words; what the app says only breaks a draw."""

from __future__ import annotations

from collections.abc import Mapping

from ..models import Language
from .lexicon import Lexicon
from .words import figures_and_words

ITALIAN = (
    "ato", "ata", "ati", "ate", "uto", "uta", "uti", "ito", "ita", "iti", "are", "ere", "ire", "ando", "endo",
    "zione", "mente", "ava", "eva", "iva", "arono", "irono", "isce", "iere", "osi", "ggio", "tore", "trice", "ezza",
)  # fmt: skip
ENGLISH = ("ing", "ed", "tion", "ly", "ness", "ight", "tch", "ck", "sh", "th", "wn", "ey", "ful", "able")
"""Ends of words that are seldom found in the other language."""
ACCENTED = frozenset("àèìòù")
"""Letters that end Italian words and stand in no English one; "é" stands in names of both."""
LIKELY = 0.6
"""Weight of such an end in a word that neither language knows."""


def scores(
    text: str, lexicons: Mapping[str, Lexicon], names: frozenset[str], seen: Mapping[str, frozenset[str]]
) -> dict[str, float]:
    """Return how many of the words of `text` each language knows; words that both know count little, names nothing."""
    found = dict.fromkeys(lexicons, 0.0)
    for token in figures_and_words(text):
        if token.kind != "word" or (token.text in names and len(token.text) > 2):
            continue
        knowing = [lang for lang, lex in lexicons.items() if token.text in lex.known]
        knowing = knowing or [lang for lang in lexicons if token.text in seen.get(lang, ())]
        if not knowing:
            found["it"] += LIKELY * token.text.endswith(ITALIAN)
            found["en"] += LIKELY * token.text.endswith(ENGLISH)
        for lang in knowing:
            lex = lexicons[lang]
            function_word = token.text in lex.fillers or token.text in lex.questions
            found[lang] += (1.0 if len(knowing) == 1 else 0.1) * (1.5 if function_word else 1.0)
        if token.joined:
            found["it"] += 1.0
    if not ACCENTED.isdisjoint(text.lower()):
        found["it"] += LIKELY
    return found


def language_of(
    text: str,
    lexicons: Mapping[str, Lexicon],
    *,
    names: frozenset[str] = frozenset(),
    seen: Mapping[str, frozenset[str]] | None = None,
    before: str | None = None,
    hint: str | None = None,
) -> tuple[Language, bool]:
    """Return the language of `text` and whether its words decided; else the turn before, else the app's code."""
    found = scores(text, lexicons, names, seen or {})
    if abs(found["en"] - found["it"]) >= 0.4:
        return ("en" if found["en"] > found["it"] else "it"), True
    for fallback in (before, (hint or "")[:2].lower()):
        if fallback == "it":
            return "it", False
        if fallback == "en":
            return "en", False
    return "en", False
