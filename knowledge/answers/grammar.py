"""The little grammar of templates: Italian articles and joined prepositions, English ordinals ..."""

from __future__ import annotations

import datetime as dt
from typing import Any

from knowledge.models import Name

from .dates import day_text, number_text

JOINED = {
    "di": {
        "il": "del",
        "lo": "dello",
        "la": "della",
        "l'": "dell'",
        "i": "dei",
        "gli": "degli",
        "le": "delle",
    },
    "a": {"il": "al", "lo": "allo", "la": "alla", "l'": "all'", "i": "ai", "gli": "agli", "le": "alle"},
    "da": {
        "il": "dal",
        "lo": "dallo",
        "la": "dalla",
        "l'": "dall'",
        "i": "dai",
        "gli": "dagli",
        "le": "dalle",
    },
    "in": {
        "il": "nel",
        "lo": "nello",
        "la": "nella",
        "l'": "nell'",
        "i": "nei",
        "gli": "negli",
        "le": "nelle",
    },
    "su": {
        "il": "sul",
        "lo": "sullo",
        "la": "sulla",
        "l'": "sull'",
        "i": "sui",
        "gli": "sugli",
        "le": "sulle",
    },
}
"""Preposizioni articolate: preposition and article to the joined form (any school grammar of Italian)."""


def italian(name: str, article: str, spec: str) -> str:
    """Return `name` with its article ("il") or behind a preposition.

    "di", "a", "da", "in" and "su" are joined with the article; any other ("con") stands before it. Without an
    article: "di De Ketelaere", "a Bergamo", "ad Anfield". A capital in `spec` ("Il") makes the first letter a capital.
    """
    low = spec.lower()
    before = JOINED[low].get(article, low) if low in JOINED else article
    if before == "a" and name[:1] in "Aa":
        before = "ad"
    text = before + name if before.endswith("'") else f"{before} {name}".lstrip()
    if low not in (*JOINED, "il"):
        text = f"{low} {text}"
    return text[:1].upper() + text[1:] if spec[:1].isupper() else text


def english_ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 11th, 65th."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def possessive(name: str) -> str:
    """Return Lautaro's, Sommer's, Thomas's."""
    return f"{name}’s"


def minute_mark(minute: int) -> str:
    """Return a minute as Italian papers write it: 65’."""
    return f"{minute}’"


def at_minute(minute: int) -> str:
    """Return "al 65’", but "all’8’", "all’11’", "all’87’": Italian elides before otto, undici and uno."""
    vowel = minute in (1, 8, 11) or 80 <= minute <= 89
    return f"all’{minute_mark(minute)}" if vowel else f"al {minute_mark(minute)}"


def say(value: Any, spec: str, language: str) -> str:
    """Return `value` (name, number, date or text) as running text of `language`, bent by `spec`."""
    if isinstance(value, Name):
        return _say_name(value, spec, language)
    if isinstance(value, dt.date):
        return day_text(value, language)
    if isinstance(value, int) and not isinstance(value, bool):
        if spec == "th":
            return english_ordinal(value) if language == "en" else minute_mark(value)
        if spec == "al":
            return at_minute(value)
        return str(value) if value < 10_000 else number_text(value, language)
    return str(value)


def _say_name(name: Name, spec: str, language: str) -> str:
    shown = name.display[language]
    if language == "it":
        return italian(shown, name.article.get("it", ""), spec) if spec else shown
    if spec == "poss":
        return possessive(shown)
    article = name.article.get("en", "")
    if spec == "at":
        return f"at {article} {shown}".replace("  ", " ") if name.town or name.stadium else f"in {shown}"
    return f"{article} {shown}" if spec == "the" and article else shown
