"""The words of pictures and captions, from `texts/`: templates with slots, dates and ordinals."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from knowledge import Language


@cache
def texts(language: Language) -> dict[str, dict[str, str]]:
    """Read the texts of a language once."""
    path = Path(__file__).parent / "texts" / f"{language}.toml"
    loaded: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return loaded


def say(language: Language, section: str, key: str, **slots: Any) -> str:
    """Fill the template `section.key`. Values are placed as they are: braces in a name mean nothing."""
    return texts(language)[section][key].format(**slots)


def ordinal(number: int, language: Language) -> str:
    """Return 1st, 2nd, 11th; 1º, 2º, 11º."""
    last = 0 if 10 <= number % 100 <= 20 else number % 10
    return say(language, "ordinal", {1: "one", 2: "two", 3: "three"}.get(last, "other"), number=number)


def minute(language: Language, at: int | None, added: int | None) -> str:
    """Return 65’, 90+3’, or the sign of a minute that is not told."""
    if at is None:
        return say(language, "match", "minute_unknown")
    if added:
        return say(language, "match", "minute_added", minute=at, added=added)
    return say(language, "match", "minute", minute=at)


def score(goals: tuple[int, int]) -> str:
    """Return 0-1."""
    return f"{goals[0]}-{goals[1]}"
